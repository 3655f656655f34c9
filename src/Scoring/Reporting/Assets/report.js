"use strict";
// The page reads without this script; it adds filters, sorting, reasons on hover, and opens what is linked to or printed.
(() => {
  const PAGE = 50;
  const byId = (id) => document.getElementById(id);
  const table = byId("claim-table");
  const body = table.tBodies[0];
  const form = byId("filter");
  const more = byId("more");
  const rows = [...body.rows].map((row) => ({ row, text: row.cells[1].textContent.toLowerCase() }));
  let shown = PAGE;
  let isPrinting = false;

  const language = document.documentElement.lang;
  const fill = (text, ...counts) => counts.reduce((filled, count, i) => filled.replace(`{${i}}`, count.toLocaleString(language)), text);

  const show = () => {
    const words = byId("words").value.trim().toLowerCase().split(/\s+/);
    const band = byId("band").value;
    const type = byId("type").value;
    const topic = byId("topic")?.value ?? "";
    const notes = (byId("contested").checked ? "c" : "") + (byId("lone").checked ? "l" : "");
    let found = 0;
    for (const { row, text } of rows) {
      const data = row.dataset;
      const fits = words.every((word) => text.includes(word)) && (!band || data.b === band) && (!topic || data.o === topic)
        && (!type || data.t.split(" ").includes(type)) && [...notes].every((note) => data.n.includes(note));
      found += fits ? 1 : 0;
      const isHidden = !fits || (found > shown && !isPrinting);
      if (row.hidden !== isHidden) row.hidden = isHidden;
    }
    byId("count").textContent = fill(rows.length === 1 ? byId("count").dataset.one : byId("count").dataset.text, found, rows.length);
    more.hidden = found <= shown;
    more.firstElementChild.textContent = fill(more.firstElementChild.dataset.text, found - shown);
  };
  const showFirst = () => {
    shown = PAGE;
    show();
  };
  form.hidden = false;
  form.addEventListener("input", showFirst);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(showFirst));
  more.firstElementChild.addEventListener("click", () => {
    const next = body.rows[shown];
    shown = rows.length;
    show();
    next?.querySelector("a")?.focus();
  });

  // A figure as the language of the page writes it; what is none sorts below all that are.
  const number = (text) => {
    const plain = language === "fr" ? text.replaceAll("\u202F", "").replace(",", ".") : text.replaceAll(",", "");
    const parsed = Number.parseFloat(plain.replace("−", "-").replace(/[<>]/, ""));
    return Number.isNaN(parsed) ? -Infinity : parsed;
  };

  // A column is sorted by number where every cell has one: in a key, or as its text in a column of numbers.
  const key = (row, column) => {
    const cell = row.cells[column];
    const isNumber = "key" in cell.dataset || row.closest("table").tHead.rows[0].cells[column].classList.contains("number");
    const text = cell.dataset.key ?? cell.textContent;
    return isNumber ? number(text) : text;
  };
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, language, { numeric: true }));
  const makeSortable = (sorted, after) => {
    const heads = [...sorted.tHead.rows[0].cells];
    heads.forEach((cell, column) => {
      if (cell.classList.contains("axis")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = cell.textContent;
      cell.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = cell.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        const keyed = [...sorted.tBodies[0].rows].map((row) => ({ row, key: key(row, column) }));
        keyed.sort((a, b) => (down ? compare(b.key, a.key) : compare(a.key, b.key)));
        sorted.tBodies[0].append(...keyed.map((entry) => entry.row));
        after();
      });
    });
  };
  makeSortable(table, () => {
    rows.length = 0;
    for (const row of body.rows) rows.push({ row, text: row.cells[1].textContent.toLowerCase() });
    showFirst();
  });
  makeSortable(byId("source-table"), () => {});
  show();

  // The reasons of a bar show where the pointer or the focus is on it, or all of them where that is asked for.
  const root = document.documentElement;
  root.classList.add("brief");
  if (byId("reasons")) {
    byId("hint").hidden = false;
    byId("reasons").hidden = false;
    byId("reasons").addEventListener("change", (event) => root.classList.toggle("brief", !event.target.checked));
  }
  const prepare = () => {
    for (const bar of document.querySelectorAll("details.item[open] .bar:not([tabindex])")) bar.tabIndex = 0;
  };
  document.addEventListener("toggle", prepare, true);
  prepare();
  const isBar = (event) => event.target.closest?.(".bar");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const bar of document.querySelectorAll(".bar:is(:hover, :focus)")) bar.classList.add("hushed");
  });
  for (const type of ["pointerout", "focusout"]) document.addEventListener(type, (event) => isBar(event)?.classList.remove("hushed"));

  const reveal = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    for (let box = target && target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (!target) return;
    target.scrollIntoView();
    if (target.matches("article, details")) {
      target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a[href^='#']")?.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    isPrinting = true;
    show();
    opened = [...document.querySelectorAll("details.item:not([open]), details.claim:not([open]), details.source:not([open]), details.finding:not([open]), header details:not([open])")];
    for (const box of opened) box.open = true;
  });
  addEventListener("afterprint", () => {
    isPrinting = false;
    show();
    for (const box of opened) box.open = false;
  });
})();
