"use strict";

for (const map of document.querySelectorAll(".worldmap")) {
  const { countries, colours } = JSON.parse(document.getElementById("map-data").textContent);
  const shapes = [...map.querySelectorAll("[data-place]")];
  const [info, tools] = [map.querySelector(".mapinfo"), map.querySelector(".tools")];
  const [colour, choice] = [tools.querySelector("[data-colour]"), tools.querySelector("[data-country]")];
  let chosen = null;

  const describe = place => {
    info.textContent = place === null ? "Point at a country, or move with the arrow keys." : countries[place].words;
    for (const shape of shapes) shape.classList.toggle("pointed", Number(shape.dataset.place) === place);
  };
  const table = () => tableViews.get(map.dataset.table);
  const choose = place => {
    chosen = place;
    choice.value = place === null ? "" : String(place);
    for (const shape of shapes) shape.setAttribute("aria-pressed", String(Number(shape.dataset.place) === place));
    describe(place);
    if (!table()) return;
    for (let fold = table().table.closest("details"); fold && place !== null; fold = fold.parentElement.closest("details")) fold.open = true;
    table().showOnly(Number(map.dataset.column), place === null ? null : countries[place].name);
  };

  // One stop for the tab key; arrows go through the countries in the order of their spectra.
  const focus = place => {
    const next = shapes.find(shape => Number(shape.dataset.place) === place);
    if (!next) return;
    for (const shape of shapes) shape.setAttribute("tabindex", shape === next ? "0" : "-1");
    next.focus();
  };
  const places = shapes.map(shape => Number(shape.dataset.place)).sort((a, b) => a - b);
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  for (const shape of shapes) {
    const place = Number(shape.dataset.place);
    shape.addEventListener("pointerenter", () => describe(place));
    shape.addEventListener("pointerleave", () => describe(chosen));
    shape.addEventListener("focus", () => describe(place));
    shape.addEventListener("blur", () => describe(chosen));
    shape.addEventListener("click", () => choose(chosen === place ? null : place));
    shape.addEventListener("keydown", event => {
      if (event.key in steps) focus(places[(places.indexOf(place) + steps[event.key] + places.length) % places.length]);
      else if (event.key === "Enter" || event.key === " ") choose(chosen === place ? null : place);
      else if (event.key === "Escape") choose(null);
      else return;
      event.preventDefault();
    });
  }

  colour.addEventListener("input", () => {
    const scale = colours[Number(colour.value)];
    map.querySelector("[data-low]").textContent = scale.low;
    map.querySelector("[data-high]").textContent = scale.high;
    for (const shape of shapes) {
      const fill = scale.fills[Number(shape.dataset.place)];
      if (fill) shape.setAttribute("fill", fill);
      else shape.removeAttribute("fill");
    }
  });
  choice.addEventListener("input", () => choose(choice.value === "" ? null : Number(choice.value)));
  const first = shapes.find(shape => Number(shape.dataset.place) === places[0]);
  if (first) first.setAttribute("tabindex", "0");
  tools.hidden = false;
}
