import type { CellRange, RawCell, Sheet } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import type { Reason } from '../refusal.ts';

/** What the process that reads foreign formats is given. */
export interface ForeignTask {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** A sheet as that process hands it over, with all its rows. */
export interface ForeignSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: Sheet['hiddenColumns'];
  readonly rows: readonly ForeignRow[];
  readonly isRowless?: true;
}

/** A cell that is not empty; a formula without a value is `{ uncached: true }`, for a symbol cannot be sent. */
export type ForeignCell = Exclude<RawCell, symbol | null> | { readonly uncached: true };

/** So many empty cells before the next: 65,536 rows that reach to the last column may hold little else. */
export interface Gap {
  readonly empty: number;
}

export interface ForeignRow {
  readonly number: number;
  readonly cells: readonly (ForeignCell | Gap)[];
  readonly hidden: boolean;
}

/** What it answers, each as bytes of `serialize`: sheets one by one, or why there are none. */
export type ForeignAnswer =
  | { readonly kind: 'sheet'; readonly sheet: ForeignSheet }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: Reason };

/** How much memory the library may take. */
export const MOST_MEGABYTES = 1024;

export const tooLarge: Reason = {
  code: 'beyond-limit',
  zh: `读取时占用的内存超过 ${MOST_MEGABYTES} MB。请另存为 .xlsx，那种格式不必整个放进内存。`,
  en: `takes more than ${MOST_MEGABYTES} MB of memory to read. Save it as .xlsx, which need not be held as a whole.`,
};
