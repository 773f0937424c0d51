import { UNKNOWN } from './cell.ts';
import type { ColumnReader } from './column-reader.ts';
import type { MatchedColumn } from './layout.ts';
import type { RecordCells } from './record.ts';

interface Running {
  readonly column: MatchedColumn;
  /** Where in a record its cell is. */
  readonly position: number;
  sum: number;
  /** What the sum was at the start and at each total row: a total may go back to any of them. */
  readonly starts: Set<number>;
  /** False once a cell was not known: no total can be held against the rest. */
  isKnown: boolean;
}

/** Adds up the number columns of a sheet, to hold its total rows against. */
export class Totals {
  readonly #running: readonly Running[];
  #rows = 0;

  constructor(readers: readonly ColumnReader[]) {
    this.#running = readers.flatMap(({ matched: column, position }) =>
      (column.column.kind === 'int' || column.column.kind === 'money') && column.key !== 'year'
        ? [{ column, position, sum: 0, starts: new Set([0]), isKnown: true }]
        : [],
    );
  }

  add(cells: RecordCells): void {
    this.#rows++;
    for (const running of this.#running) {
      const cell = cells[running.position];
      if (typeof cell === 'number') running.sum += cell;
      else if (cell === UNKNOWN) running.isKnown = false;
    }
  }

  /** The columns in which a total row agrees neither with all rows above it nor with those since an earlier total. */
  disagreeing(total: RecordCells): readonly MatchedColumn[] {
    if (this.#rows === 0) return []; // a total above its rows has nothing to agree with
    const wrong = this.#running.filter(({ position, sum, starts, isKnown }) => {
      const stated = total[position];
      return typeof stated === 'number' && isKnown && !starts.has(sum - stated);
    });
    for (const { starts, sum } of this.#running) starts.add(sum);
    return wrong.map(({ column }) => column);
  }
}
