import type { CellsWanted, Row } from '../model/sheet.ts';

/** Which cells of a row somebody will look at. */
export class WantedCells {
  /** The first column wanted: what stands up to it says whether the row is wanted whole. */
  readonly first: number;
  readonly #wanted: CellsWanted | undefined;
  readonly #width: number;
  readonly #columns: readonly boolean[];

  constructor(wanted: CellsWanted | undefined) {
    this.#wanted = wanted;
    this.first = Math.min(...(wanted?.columns ?? []));
    this.#width = wanted?.width ?? 0;
    this.#columns = Array.from({ length: this.#width }, (_, column) => wanted?.columns.has(column) === true);
  }

  /** Whether the cell in a column is wanted of a row that is not wanted whole. */
  has(column: number): boolean {
    return column >= this.#width || this.#columns[column] === true;
  }

  /** Whether all cells of a row are wanted: of the first rows, and of one with no more than blanks up to the first wanted column. */
  isWhole(number: number, cells: Row['cells']): boolean {
    const wanted = this.#wanted;
    if (wanted === undefined || number <= wanted.wholeTo) return true;
    for (let column = 0; column <= this.first && column < cells.length; column++) {
      const cell = cells[column] ?? null;
      if (typeof cell === 'string' ? !wanted.mayBeBlank(cell) : cell !== null) return false;
    }
    return true;
  }
}
