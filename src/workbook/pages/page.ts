import type { Look } from '../package/look.ts';

/** What a cell of an added sheet holds. Text stays text: no program takes it for a formula. */
export type PageValue = string | number | null | Formula;

export interface Formula {
  /** Without the sign of equality. */
  readonly formula: string;
  /** What it comes to, as the engine counted it. */
  readonly cached: string | number;
}

export interface PageCell {
  readonly value: PageValue;
  readonly look: Look;
  /** A place as hyperlinks name it: `'出生'!D17`. */
  readonly link?: string;
}

export interface PageRow {
  readonly cells: readonly (PageCell | undefined)[];
  /** In points; as high as its text by default. */
  readonly height?: number;
}

/** How an added sheet is laid out. */
export interface PageForm {
  readonly name: string;
  /** The widths of its columns, in characters. */
  readonly widths: readonly number[];
  /** The columns that are there, but not shown. */
  readonly hidden?: readonly number[];
  /** The row of its header, from 1: it stays in view and on every page of print. */
  readonly headerRow: number;
  /** How many columns stay in view. */
  readonly frozenColumns: number;
  /** The columns of the header that are filtered, from 0; `null` for none. */
  readonly filter: { readonly first: number; readonly last: number } | null;
  /** Ranges that are one cell: `A1:F1`. */
  readonly merges: readonly string[];
  /** The colour of its tab. */
  readonly tab: string;
  /** True for a sheet that is printed over several pages side by side. */
  readonly isWide?: boolean;
}

/** A sheet to be put in front. */
export interface Page {
  readonly form: PageForm;
  readonly rows: Iterable<PageRow>;
}
