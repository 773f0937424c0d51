import { grouped } from '../../model/grouped.ts';
import { columnLetters, type RawCell, type Row, type Sheet } from '../../model/sheet.ts';
import { contentOf } from '../../reading/check-code.ts';

/** The most contents that are kept: the others are read again where they are asked for. */
const MOST_CONTENTS = 100_000;

/** What there is to know of a sheet beside its records: seen while they are read, so that no sheet is read for it alone. */
export class SheetSight {
  /** One past the last column that any row has a value in. */
  width = 0;
  lastRow = 0;
  readonly #headerRow: number;
  readonly #contents = new Map<string, string>();
  readonly #heads = new Map<number, Row>();
  #atHand: readonly Row[] = [];

  constructor(headerRow: number) {
    this.#headerRow = headerRow;
  }

  /** Sees some rows; they are at hand until the next come. */
  see(rows: readonly Row[]): void {
    this.#atHand = rows;
    for (const row of rows) {
      if (row.number <= this.#headerRow) this.#heads.set(row.number, row);
      const last = lastUsed(row.cells);
      if (last < 0) continue;
      this.width = Math.max(this.width, last + 1);
      this.lastRow = Math.max(this.lastRow, row.number);
    }
  }

  /** Keeps what a cell holds, where its row is at hand. */
  keep(row: number, column: number): void {
    const found = this.#rowAtHand(row);
    if (found !== undefined && this.#contents.size < MOST_CONTENTS)
      this.#contents.set(columnLetters(column) + row, contentOf(found.cells[column]));
  }

  /** What a cell that was asked for holds. */
  contentOf(row: number, column: number): string {
    return this.#contents.get(columnLetters(column) + row) ?? '';
  }

  /** Reads the cells that have not been kept: their rows were no longer at hand when it was known that they matter. */
  async complete(sheet: Sheet, cells: readonly { readonly row: number; readonly column: number }[]): Promise<void> {
    const isKept = (row: number, column: number) => this.#contents.has(columnLetters(column) + row);
    const columns = grouped(
      cells.filter(({ row, column }) => !isKept(row, column)),
      ({ row }) => row,
    );
    if (columns.size === 0) return;
    const last = Math.max(...columns.keys());
    for await (const { rows } of sheet.rows()) {
      for (const { number, cells: own } of rows) {
        for (const { column } of columns.get(number) ?? [])
          this.#contents.set(columnLetters(column) + number, contentOf(own[column]));
      }
      if (rows.some(({ number }) => number >= last)) return;
    }
  }

  #rowAtHand(number: number): Row | undefined {
    if (number <= this.#headerRow) return this.#heads.get(number);
    let [from, to] = [0, this.#atHand.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const row = this.#atHand[middle];
      if (row === undefined || row.number === number) return row;
      if (row.number < number) from = middle + 1;
      else to = middle;
    }
    return undefined;
  }
}

function lastUsed(cells: Row['cells']): number {
  return cells.findLastIndex((cell) => !isNothing(cell));
}

function isNothing(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}
