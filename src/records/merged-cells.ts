import type { CellRange, RawCell, Row } from '../model/sheet.ts';
import type { ColumnKind } from './column.ts';
import type { Layout, MatchedColumn } from './layout.ts';
import { isBlank } from './raw-text.ts';

/** A merged range whose value belongs to its first row, while rows below it hold records too. */
export interface LostValue {
  readonly column: MatchedColumn;
  readonly range: CellRange;
}

/** Takes merged cells apart, row by row from the top: what they hide is nothing, until texts and codes fill down. */
export class MergedCells {
  readonly lost: LostValue[] = [];
  readonly #columns: readonly ColumnMerges[];

  constructor({ columns, headerRow }: Layout, merges: readonly CellRange[]) {
    const below = merges.filter(({ top }) => top > headerRow);
    this.#columns = columns.map((column) => new ColumnMerges(column, below)).filter((column) => !column.isEmpty);
  }

  /** The row without what merged cells hide. Every row must pass here, in order, so that values can fill down. */
  bare(row: Row): Row {
    if (this.#columns.length === 0) return row;
    const hidden = this.#columns.filter((column) => column.hides(row));
    return withCells(row, hidden, () => null);
  }

  /** A bare row with what fills down into it: asked for the rows that are records. */
  filled(row: Row): Row {
    if (this.#columns.length === 0) return row;
    const hidden = this.#columns.filter((column) => column.hides(row));
    for (const column of hidden) this.lost.push(...column.losses());
    return withCells(row, hidden, ({ fill }) => fill);
  }
}

const NOT_FILLED: ReadonlySet<ColumnKind> = new Set(['id', 'int', 'decimal', 'money', 'date']);

/** The merged ranges of one column, met one after the other as the rows pass by. */
class ColumnMerges {
  readonly column: MatchedColumn;
  readonly #ranges: readonly CellRange[];
  #next = 0;
  /** What the range in hand holds in its first row. */
  #value: RawCell = null;
  #isLost = false;

  constructor(column: MatchedColumn, merges: readonly CellRange[]) {
    this.column = column;
    this.#ranges = merges
      .filter(({ left, right }) => left <= column.index && column.index <= right)
      .sort((a, b) => a.top - b.top);
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0;
  }

  /** Whether a merged range hides the cell of a row. Takes the value of one that begins here. */
  hides({ number, cells }: Row): boolean {
    for (let range = this.#range; range !== undefined && range.bottom < number; range = this.#range) {
      this.#next++;
      this.#value = null;
      this.#isLost = false;
    }
    const range = this.#range;
    if (range === undefined || range.top > number) return false;
    const begins = range.top === number && range.left === this.column.index;
    if (begins) this.#value = cells[this.column.index] ?? null;
    return !begins;
  }

  /** What fills the hidden cell: a text or code of this column; never what is merged across columns. */
  get fill(): RawCell {
    return this.#isOwn && !NOT_FILLED.has(this.column.column.kind) ? this.#value : null;
  }

  /** The range in hand, the first time that a record goes without its value. */
  losses(): readonly LostValue[] {
    const range = this.#range;
    if (range === undefined || this.#isLost || !this.#isOwn || this.fill !== null || isBlank(this.#value)) return [];
    this.#isLost = true;
    return [{ column: this.column, range }];
  }

  get #range(): CellRange | undefined {
    return this.#ranges[this.#next];
  }

  get #isOwn(): boolean {
    return this.#range?.left === this.column.index;
  }
}

function withCells(row: Row, hidden: readonly ColumnMerges[], cellOf: (column: ColumnMerges) => RawCell): Row {
  if (hidden.length === 0) return row;
  const cells = [...row.cells];
  for (const column of hidden) cells[column.column.index] = cellOf(column);
  return { ...row, cells };
}
