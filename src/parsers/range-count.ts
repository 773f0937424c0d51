import { damaged, type Refusal } from './refusal.ts';
import { MOST_ROWS } from './xlsx/cell-reference.ts';

/** Counts the merged ranges and hidden columns of all sheets of a workbook together: a small file can list them without end. */
export class RangeCount {
  #total = 0;
  readonly #ofSheets = new Map<unknown, number>();
  readonly #refuse: Refusal;

  constructor(refuse: Refusal) {
    this.#refuse = refuse;
  }

  /** Takes in that a sheet has so many by now; one that is read again counts once. */
  reach(sheet: unknown, ranges: number): void {
    const before = this.#ofSheets.get(sheet) ?? 0;
    if (ranges <= before) return;
    this.#ofSheets.set(sheet, ranges);
    this.#total += ranges - before;
    if (this.#total > MOST_RANGES) throw this.#refuse(tooMany);
  }
}

/** One for every row that a sheet can have: no program writes so many. */
const MOST_RANGES = MOST_ROWS;

const tooMany = damaged(
  `各表的合并区域和隐藏列合计超过 ${MOST_RANGES} 个`,
  `its sheets have more than ${MOST_RANGES} merged ranges and hidden columns together`,
);
