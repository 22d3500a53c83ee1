"use strict";

const tableViews = new Map();

class TableView {
  static pageRows = 50;

  constructor(table) {
    this.table = table;
    this.body = table.tBodies[0];
    this.heads = [...table.tHead.rows[0].cells];
    this.numbers = this.heads.map(head => head.classList.contains("number"));
    this.tools = table.closest(".table").querySelector(".tools");
    this.entries = this.read();
    this.shown = this.entries;
    this.page = 0;
    this.only = null;
    this.heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => this.sort(column)));
    if (this.tools) this.prepareTools();
    this.render();
  }

  // Rows of a long table are data; their elements are made when they are shown.
  read() {
    const data = document.getElementById(this.table.id + "-rows");
    if (!data)
      return [...this.body.rows].map((row, place) => ({
        place, row,
        texts: [...row.cells].map(cell => cell.textContent),
        keys: [...row.cells].map((cell, column) => this.numbers[column] ? numberOf(cell.getAttribute("data-value")) : cell.textContent),
      }));
    return JSON.parse(data.textContent).map((cells, place) => ({
      place, row: null,
      texts: cells.map(cell => Array.isArray(cell) ? cell[0] : String(cell)),
      keys: cells.map(cell => Array.isArray(cell) ? cell[1] : cell),
    }));
  }

  prepareTools() {
    this.words = this.tools.querySelector("[data-words]");
    this.choices = [...this.tools.querySelectorAll("select[data-column]")];
    this.onlyButton = this.tools.querySelector("[data-only]");
    this.count = this.tools.querySelector("output");
    this.pages = this.tools.querySelector(".pages");
    for (const control of [this.words, ...this.choices]) control.addEventListener("input", () => this.filter());
    this.onlyButton.addEventListener("click", () => { this.only = null; this.filter(); this.words.focus(); });
    for (const button of this.pages.querySelectorAll("button"))
      button.addEventListener("click", () => { this.page += Number(button.dataset.step); this.render(); });
    this.tools.hidden = false;
  }

  /** Shows only rows with this text in this column, until the reader takes that back. */
  showOnly(column, text) {
    this.only = text === null ? null : { column, text };
    this.filter();
  }

  filter() {
    const words = this.words ? this.words.value.trim().toLowerCase() : "";
    const chosen = (this.choices || []).filter(choice => choice.value !== "").map(choice => ({ column: Number(choice.dataset.column), text: choice.value }));
    if (this.only) chosen.push(this.only);
    this.shown = this.entries.filter(entry =>
      chosen.every(choice => entry.texts[choice.column] === choice.text)
      && (words === "" || entry.texts.some(text => text.toLowerCase().includes(words))));
    if (this.onlyButton) {
      this.onlyButton.hidden = this.only === null;
      this.onlyButton.textContent = this.only ? this.only.text + " only: show all" : "";
    }
    this.page = 0;
    this.render();
  }

  sort(column) {
    const head = this.heads[column];
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    this.heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const order = (a, b) => compare(a.keys[column], b.keys[column], ascending) || a.place - b.place;
    this.entries.sort(order);
    this.shown.sort(order);
    this.page = 0;
    this.render();
  }

  render() {
    const [size, total] = [TableView.pageRows, this.shown.length];
    const paged = this.tools !== null && this.entries.length > size && !this.printing;
    const last = paged ? Math.max(0, Math.ceil(total / size) - 1) : 0;
    this.page = Math.min(Math.max(0, this.page), last);
    const rows = paged ? this.shown.slice(this.page * size, (this.page + 1) * size) : this.shown.slice(0, TableView.printedRows);
    this.body.replaceChildren(...rows.map(entry => entry.row ??= this.rowOf(entry)));
    if (!this.tools) return;
    const from = total === 0 ? 0 : this.page * size + 1;
    this.count.textContent = (total === rows.length ? total : from + "–" + (from + rows.length - 1) + " of " + total)
      + (total === 1 ? " row" : " rows") + (total < this.entries.length ? " (of " + this.entries.length + ")" : "");
    this.pages.hidden = last === 0;
    const [before, after] = this.pages.querySelectorAll("button");
    before.disabled = this.page === 0;
    after.disabled = this.page === last;
  }

  rowOf(entry) {
    const row = document.createElement("tr");
    entry.texts.forEach((text, column) => {
      const cell = document.createElement("td");
      cell.textContent = text;
      if (this.numbers[column]) cell.className = "number";
      row.append(cell);
    });
    return row;
  }

  // Paper has no pages to turn to: what is filtered is printed whole, as far as that is sensible.
  print(printing) {
    this.printing = printing;
    this.render();
  }
}

TableView.printedRows = 500;

function numberOf(text) {
  return text === null || text === "" ? null : Number(text);
}

// What is missing comes last in either direction.
function compare(a, b, ascending) {
  if (a === null || b === null) return (a === null) - (b === null);
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
  return ascending ? order : -order;
}

for (const table of document.querySelectorAll("table.sortable")) tableViews.set(table.id, new TableView(table));
