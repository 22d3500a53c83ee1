"use strict";

for (const viewer of document.querySelectorAll(".spectra")) {
  const spectra = JSON.parse(document.getElementById("spectra-data").textContent);
  const [plot, readout, tools] = [".plot", ".readout", ".tools"].map(part => viewer.querySelector(part));
  const [species, spectrum, height] = ["[data-species]", "[data-spectrum]", "[data-height]"].map(part => tools.querySelector(part));
  const colour = name => getComputedStyle(viewer).getPropertyValue(name).trim();
  let chart = null;

  const labels = ["RAW", "Processed"];
  const draw = () => {
    const chosen = spectra[Number(spectrum.value)];
    if (!chosen) return;
    const curves = [chosen.raw, chosen.processed];
    const points = (chosen.raw || chosen.processed).length;
    const step = (chosen.last - chosen.first) / points;
    const axis = Array.from({ length: points }, (_, i) => chosen.first + (i + 0.5) * step);
    const own = height.value === "own";
    const data = [axis, ...curves.map(curve => scaled(curve, own, points))];
    const ink = { stroke: colour("--muted"), grid: { stroke: colour("--grid"), width: 1 }, ticks: { stroke: colour("--grid"), width: 1 }, font: "12px system-ui, sans-serif", labelFont: "13px system-ui, sans-serif" };
    chart?.destroy();
    plot.dataset.drawn = "";
    chart = new uPlot({
      width: plot.clientWidth, height: Math.max(240, Math.min(400, plot.clientWidth * 0.45)),
      scales: { x: { time: false } },
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: true } },
      axes: [{ ...ink, label: "Raman shift (cm⁻¹)" }, { ...ink, size: 70, label: own ? "Intensity / its maximum" : "Intensity (a.u.)" }],
      series: [{}, ...labels.map((label, i) => ({ label, stroke: colour(i === 0 ? "--row" : "--specimen"), width: 1.4, spanGaps: true, points: { show: false } }))],
      hooks: {
        setCursor: [u => say(u, chosen)],
        draw: [u => { plot.dataset.drawn = String(u.series.length - 1); }],
        setScale: [(u, key) => { if (key === "x") plot.dataset.range = Math.round(u.scales.x.min) + "–" + Math.round(u.scales.x.max); }],
      },
    }, data, plot);
    say(chart, chosen);
  };

  const scaled = (curve, own, points) => {
    if (!curve) return new Array(points).fill(null);
    const most = curve.reduce((a, b) => b !== null && Math.abs(b) > a ? Math.abs(b) : a, 0);
    return own && most > 0 ? curve.map(value => value === null ? null : value / most) : curve;
  };

  const say = (u, chosen) => {
    const place = u.cursor.idx;
    const parts = [chosen.raw, chosen.processed].map((curve, i) => curve
      ? labels[i] + (place == null ? "" : " " + (curve[place] === null ? "–" : curve[place].toLocaleString("en", { maximumSignificantDigits: 4 })))
      : "no " + labels[i] + " file");
    const keys = parts.map((part, i) => {
      const key = document.createElement("span");
      key.className = i === 0 ? "key raw" : "key processed";
      key.textContent = part;
      return key;
    });
    readout.replaceChildren(place == null ? "" : Math.round(u.data[0][place]) + " cm⁻¹ ", ...keys);
  };

  const choose = () => {
    spectrum.replaceChildren(...spectra.flatMap((entry, i) => entry.species === species.value ? [new Option(entry.label, String(i))] : []));
    draw();
  };
  const move = by => {
    const axis = chart.data[0];
    const place = Math.min(axis.length - 1, Math.max(0, (chart.cursor.idx ?? Math.floor(axis.length / 2)) + by));
    chart.setCursor({ left: chart.valToPos(axis[place], "x"), top: 10 });
  };
  const zoom = by => {
    const { min, max } = chart.scales.x;
    const axis = chart.data[0];
    const [whole, middle] = [[axis[0], axis[axis.length - 1]], chart.cursor.idx == null ? (min + max) / 2 : axis[chart.cursor.idx]];
    const half = by === "all" ? Infinity : (max - min) / 2 * Number(by);
    chart.setScale("x", { min: Math.max(whole[0], middle - half), max: Math.min(whole[1], middle + half) });
  };

  plot.addEventListener("keydown", event => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, PageUp: 20, PageDown: -20 };
    if (!chart) return;
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === "+") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "0") zoom("all");
    else return;
    event.preventDefault();
  });
  for (const button of tools.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoom(button.dataset.zoom));
  species.append(...[...new Set(spectra.map(entry => entry.species))].map(name => new Option(name, name)));
  species.addEventListener("input", choose);
  spectrum.addEventListener("input", draw);
  height.addEventListener("input", draw);
  document.addEventListener("themechange", draw);
  new ResizeObserver(() => { if (chart && plot.clientWidth > 0 && Math.abs(chart.width - plot.clientWidth) > 1) draw(); }).observe(plot);
  tools.hidden = false;
  choose();
}
