/** What the page does by itself: switch the language, sort and filter the matrices, open all for the printer. */
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
    const value = row.cells[column].dataset.value;
    return value === undefined ? null : Number(value);
  };
  const sort = (table, rows, column, ascending) => {
    const sign = ascending ? 1 : -1;
    const sorted = [...rows].sort((a, b) => {
      const [x, y] = [valueOf(a, column), valueOf(b, column)];
      if (x === null || y === null) return (x === null) - (y === null);
      return sign * (x - y);
    });
    if (column === 0 && !ascending) sorted.reverse();
    table.tBodies[0].append(...sorted);
  };

  for (const matrix of document.querySelectorAll('details.matrix')) {
    const table = matrix.querySelector('table');
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
    const search = matrix.querySelector('input[type=search]');
    const failing = matrix.querySelector('input[type=checkbox]');
    const shown = matrix.querySelector('output');
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
  }

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
})();
`;
