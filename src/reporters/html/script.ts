/** What the page does by itself: switch the language, build long parts late, sort and filter the matrices, open all for the printer. */
export const script = `
(() => {
  'use strict';
  const root = document.documentElement;
  const switches = [...document.querySelectorAll('[data-language]')];
  const speak = (chosen) => {
    root.lang = chosen.dataset.language;
    document.title = chosen.dataset.title;
    for (const other of switches) other.setAttribute('aria-pressed', String(other === chosen));
  };
  for (const button of switches) button.addEventListener('click', () => speak(button));

  const valueOf = (row, column) => {
    const value = Number.parseFloat(row.cells[column].textContent);
    return Number.isNaN(value) ? null : value;
  };
  const sort = (table, rows, column, ascending) => {
    const sign = ascending ? 1 : -1;
    const sorted = [...rows].sort((a, b) => {
      if (column === 0) return 0; // the names stand in the order of the report
      const [x, y] = [valueOf(a, column), valueOf(b, column)];
      if (x === null || y === null) return (x === null) - (y === null);
      return sign * (x - y);
    });
    if (column === 0 && !ascending) sorted.reverse();
    table.tBodies[0].append(...sorted);
  };

  const enliven = (part) => {
    const table = part.querySelector('table.matrix');
    if (table === null) return;
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector('button').addEventListener('click', () => {
        const ascending = head.getAttribute('aria-sort') !== 'ascending';
        for (const other of heads) other.setAttribute('aria-sort', 'none');
        head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        sort(table, rows, column, ascending);
      });
    });
    const search = part.querySelector('input[type=search]');
    const failing = part.querySelector('input[type=checkbox]');
    const shown = part.querySelector('output');
    const filter = () => {
      const wanted = search.value.trim().toLowerCase();
      let number = 0;
      for (const row of rows) {
        const named = row.cells[0].textContent.toLowerCase().includes(wanted);
        row.hidden = !(named && (!failing.checked || row.querySelector('td.fail') !== null));
        if (!row.hidden) number += 1;
      }
      shown.textContent = number + ' / ' + rows.length;
    };
    search.addEventListener('input', filter);
    failing.addEventListener('change', filter);
  };

  // Where scripts run, a browser keeps what stands in noscript as text.
  const fill = (part) => {
    const store = part.nextElementSibling;
    if (store === null || store.localName !== 'noscript') return;
    const built = document.createElement('template');
    built.innerHTML = store.textContent;
    part.querySelector('.waiting').replaceWith(built.content);
    store.remove();
    enliven(part);
  };

  const parts = [...document.querySelectorAll('.later')];
  for (const part of parts) part.addEventListener('toggle', () => fill(part));
  addEventListener('beforeprint', () => {
    for (const part of parts) {
      fill(part);
      part.open = true; // where it is one that opens
    }
  });

  // For those who search the page, all is there soon after it has opened.
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 300));
  const waiting = [...parts];
  const fillNext = () => {
    const part = waiting.shift();
    if (part === undefined) return;
    fill(part);
    idle(fillNext);
  };
  addEventListener('load', () => idle(fillNext));
})();
`;
