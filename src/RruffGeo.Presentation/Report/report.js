"use strict";

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const rows = [...body.rows].map((row, place) => ({ row, place, key: keyOf(row.cells[column]) }));
    rows.sort((a, b) => (ascending ? 1 : -1) * compare(a.key, b.key) || a.place - b.place);
    body.append(...rows.map(entry => entry.row));
  }));
}

function keyOf(cell) {
  if (!cell.hasAttribute("data-value")) return cell.textContent;
  const value = cell.getAttribute("data-value");
  return value === "" ? -Infinity : Number(value);
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? (a < b ? -1 : a > b ? 1 : 0) : String(a).localeCompare(String(b), "en", { numeric: true });
}

const filters = document.querySelector(".filters");
if (filters) {
  const ledger = document.getElementById("ledger").tBodies[0];
  const [verdict, basis, words] = ["verdict-filter", "basis-filter", "word-filter"].map(id => document.getElementById(id));
  const shown = document.getElementById("claims-shown");
  const apply = () => {
    const wanted = words.value.toLowerCase();
    let count = 0;
    for (const row of ledger.rows) {
      const fits = (verdict.value === "" || row.cells[5].textContent === verdict.value)
        && (basis.value === "" || row.cells[6].textContent === basis.value)
        && row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = count + " of " + ledger.rows.length + " checks";
  };
  for (const control of [verdict, basis, words]) control.addEventListener("input", apply);
  filters.hidden = false;
  apply();
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
