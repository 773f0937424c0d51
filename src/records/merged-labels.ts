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
  readonly #merges: readonly CellRange[];
  /** Those over several rows: put in order for the first label, for few sheets have any, and some a million ranges. */
  #byTop: ReadonlyMap<number, readonly CellRange[]> | undefined;
  /** Those that go on, the innermost last. */
  #open: readonly MergedLabel[] = [];

  constructor(merges: readonly CellRange[]) {
    this.#merges = merges;
  }

  /** Takes down what a cell says of its row: if it is merged over more rows, of all of them. */
  begin(words: RowWords, row: number, column: number): void {
    const overRows = ({ top, bottom }: CellRange) => bottom > top;
    this.#byTop ??= grouped(this.#merges.filter(overRows), ({ top }) => top);
    const range = this.#byTop.get(row)?.find(({ left, right }) => left <= column && column <= right);
    if (range !== undefined) this.#open = [...this.#goingOn(row), { words, range }];
  }

  /** The label that a row is under, if nothing stands before it there: its first cell with anything is in a column. */
  over(row: number, first: number): MergedLabel | undefined {
    if (this.#open.length === 0) return undefined;
    this.#open = this.#goingOn(row);
    return this.#open.findLast(({ range }) => range.left <= first);
  }

  #goingOn(row: number): readonly MergedLabel[] {
    return this.#open.filter(({ range }) => range.bottom >= row);
  }
}
