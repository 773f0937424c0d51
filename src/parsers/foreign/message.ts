import type { CellRange, Row, Sheet } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import type { Reason } from '../refusal.ts';

/** What the worker is given. */
export interface ForeignTask {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** A sheet as the worker hands it over; its rows follow in batches. */
export interface ForeignSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: Sheet['hiddenColumns'];
  /** As rows, but that a formula without a value is `{ uncached: true }`: a symbol cannot be sent. */
  readonly rows: readonly ForeignRow[];
}

export type ForeignCell = Exclude<Row['cells'][number], symbol> | { readonly uncached: true };

export interface ForeignRow {
  readonly number: number;
  readonly cells: readonly ForeignCell[];
  readonly hidden: boolean;
}

/** What the worker answers: sheets one by one, or why there are none. */
export type ForeignAnswer =
  | { readonly kind: 'sheet'; readonly sheet: ForeignSheet }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: Reason };
