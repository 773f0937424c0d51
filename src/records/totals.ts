import { type Cell, UNKNOWN } from './cell.ts';
import type { Layout, MatchedColumn } from './layout.ts';

interface Running {
  readonly column: MatchedColumn;
  /** The sum of all rows so far, and of those since the last total row; `null` once a cell was not known. */
  all: number | null;
  section: number | null;
}

/** Adds up the number columns of a sheet, to hold its total rows against. */
export class Totals {
  readonly #running: readonly Running[];

  constructor({ columns }: Layout) {
    this.#running = columns
      .filter(({ key, column: { kind } }) => (kind === 'int' || kind === 'money') && key !== 'year')
      .map((column) => ({ column, all: 0, section: 0 }));
  }

  add(cells: Readonly<Record<string, Cell<unknown>>>): void {
    for (const running of this.#running) {
      const cell = cells[running.column.key];
      const plus = (sum: number | null) =>
        cell === UNKNOWN || sum === null ? null : typeof cell === 'number' ? sum + cell : sum;
      running.all = plus(running.all);
      running.section = plus(running.section);
    }
  }

  /** The columns in which a total row agrees neither with all rows above it nor with those since the last one. */
  disagreeing(total: Readonly<Record<string, Cell<unknown>>>): readonly MatchedColumn[] {
    const wrong = this.#running.filter(({ column, all, section }) => {
      const stated = total[column.key];
      return typeof stated === 'number' && all !== null && stated !== all && stated !== section;
    });
    for (const running of this.#running) running.section = 0;
    return wrong.map(({ column }) => column);
  }
}
