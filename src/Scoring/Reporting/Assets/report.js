"use strict";
// The page reads without this script; it adds a filter, sorting, and opens what is linked to or printed.
(() => {
  const table = document.getElementById("claim-table");
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const filter = document.createElement("div");
  filter.className = "filter";
  const label = document.createElement("label");
  label.textContent = "Filter claims";
  label.htmlFor = "filter";
  const input = document.createElement("input");
  input.id = "filter";
  input.type = "search";
  const count = document.createElement("span");
  count.className = "quiet";
  count.setAttribute("role", "status");
  filter.append(label, input, count);
  table.parentElement.before(filter);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = wanted ? `${shown} of ${rows.length}` : "";
  });

  // A column is sorted by number where every cell has one: in a key, or as its text in a column of numbers.
  const key = (row, column) => {
    const cell = row.cells[column];
    const isNumber = "key" in cell.dataset || cell.classList.contains("number");
    return isNumber ? Number.parseFloat(cell.dataset.key ?? cell.textContent) : cell.textContent;
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true }));
  [...table.tHead.rows[0].cells].forEach((cell, column) => {
    if (cell.classList.contains("axis")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const order = (a, b) => compare(key(a, column), key(b, column));
      body.append(...rows.toSorted((a, b) => (down ? order(b, a) : order(a, b))));
    });
  });

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target && target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.claim:not([open]), header details:not([open])")];
    for (const box of opened) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of opened) box.open = false;
  });
})();
