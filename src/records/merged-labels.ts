import { grouped } from '../model/grouped.ts';
import type { CellRange } from '../model/sheet.ts';
import type { RowWords } from './row-words.ts';

/** A label, such as 合计, and the cells that it is merged over. */
export interface MergedLabel {
  readonly words: RowWords;
  readonly range: CellRange;
}

/** The labels that are merged over several rows, each of which they stand before. Takes rows in order. */
export class MergedLabels {
  readonly #byTop: ReadonlyMap<number, readonly CellRange[]>;
  /** Those that go on, the innermost last. */
  #open: readonly MergedLabel[] = [];

  constructor(merges: readonly CellRange[]) {
    const overRows = merges.filter(({ top, bottom }) => bottom > top);
    this.#byTop = grouped(overRows, ({ top }) => top);
  }

  /** Takes down what a cell says of its row: if it is merged over more rows, of all of them. */
  begin(words: RowWords, row: number, column: number): void {
    const range = this.#byTop.get(row)?.find(({ left, right }) => left <= column && column <= right);
    if (range !== undefined) this.#open = [...this.#open, { words, range }];
  }

  /** The label that a row is under, if nothing stands before it there: its first cell with anything is in a column. */
  over(row: number, first: number): MergedLabel | undefined {
    if (this.#open.length === 0) return undefined;
    this.#open = this.#open.filter(({ range }) => range.bottom >= row);
    return this.#open.findLast(({ range }) => range.left <= first);
  }
}
