import { grouped } from '../model/grouped.ts';
import type { CellRange, Row } from '../model/sheet.ts';
import { firstFilled, type RowKind } from './row-kind.ts';

/** Labels that are merged over several rows, such as a 合计 of two lines: each of them is what the first one is. */
export class MergedLabels {
  readonly #byTop: ReadonlyMap<number, readonly CellRange[]>;
  #label: { readonly range: CellRange; readonly kind: RowKind } | undefined;

  constructor(merges: readonly CellRange[], headerRow: number) {
    const overRows = merges.filter(({ top, bottom }) => top > headerRow && bottom > top);
    this.#byTop = grouped(overRows, ({ top }) => top);
  }

  /** What a row is, of which its own cells say `own`. Takes rows in order, without what merged cells hide. */
  kindOf(row: Row, own: RowKind): RowKind {
    if (this.#byTop.size === 0) return own;
    const first = firstFilled(row.cells);
    if (own === 'record') return this.#kindUnder(row.number, first) ?? own;
    const covers = ({ left, right }: CellRange) => left <= first && first <= right;
    const range = SAID_BY_LABELS.has(own) ? this.#byTop.get(row.number)?.find(covers) : undefined;
    if (range !== undefined) this.#label = { range, kind: own };
    return own;
  }

  /** What the label says that a row is under, if nothing stands before it there. */
  #kindUnder(row: number, first: number): RowKind | undefined {
    if (this.#label === undefined) return undefined;
    const { range, kind } = this.#label;
    if (row > range.bottom || first < range.left) return undefined;
    return kind === 'total' ? 'part' : kind; // the numbers of the first line are the sums
  }
}

const SAID_BY_LABELS: ReadonlySet<RowKind> = new Set(['total', 'part', 'note']);
