import type { Place } from '../model/diagnostic.ts';
import { columnLetters, type Sheet } from '../model/sheet.ts';
import type { Layout, MatchedColumn } from './layout.ts';
import type { Recognition } from './recognition.ts';

/** A sheet of the run, recognised but not yet read. */
export interface SheetPlan {
  /** The number of its ledger in the run. */
  readonly ledger: number;
  /** Its number in the ledger. */
  readonly index: number;
  /** Its number in the run. */
  readonly serial: number;
  /** The file within a folder ledger; `null` for the sheet of a workbook. */
  readonly file: string | null;
  readonly sheet: Sheet;
  readonly recognition: Recognition;
}

/** A sheet that is a register, and can be read. */
export type RegisterPlan = SheetPlan & { readonly recognition: { readonly kind: 'register'; readonly layout: Layout } };

export function isRegister(plan: SheetPlan): plan is RegisterPlan {
  return plan.recognition.kind === 'register';
}

/** Finds the sheet of a place: asked of every diagnostic, so that a district's hundreds of sheets must not be gone through. */
export function sheetFinder(plans: readonly SheetPlan[]): (place: Place) => SheetPlan | undefined {
  const keyOf = (ledger: number | null, sheet: number | null) => `${ledger} ${sheet}`;
  const byPlace = new Map(plans.map((plan) => [keyOf(plan.ledger, plan.index), plan]));
  return ({ ledger, sheet }) => byPlace.get(keyOf(ledger, sheet));
}

export function placeIn(plan: SheetPlan, row: number | null, column: number | null): Place {
  return { ledger: plan.ledger, sheet: plan.index, row, column };
}

/** The column of a register by its key. */
export function columnNamed({ recognition }: RegisterPlan, key: string): MatchedColumn | undefined {
  return recognition.layout.columns.find((matched) => matched.key === key);
}

/** The column of a register that stands at a number, counted from 0. */
export function columnAt({ recognition }: RegisterPlan, column: number | null): MatchedColumn | undefined {
  return recognition.layout.columns.find(({ index }) => index === column);
}

/** Where a cell of a record stands. */
export function placeOfField({ plan, row }: { readonly plan: RegisterPlan; readonly row: number }, key: string): Place {
  return placeIn(plan, row, columnNamed(plan, key)?.index ?? null);
}

/** The header over a column, or its letters where it has none. */
export function headerAt({ recognition }: SheetPlan, column: number): string {
  const layout = 'layout' in recognition ? recognition.layout : null;
  return (layout === null ? undefined : headersOf(layout).get(column)) ?? columnLetters(column);
}

const headers = new WeakMap<Layout, ReadonlyMap<number, string>>();

/** The headers of a layout by their columns: asked for with every diagnostic, of which each column may have one. */
function headersOf(layout: Layout): ReadonlyMap<number, string> {
  const known = headers.get(layout);
  if (known !== undefined) return known;
  const { columns, ignored, repeated, continued } = layout;
  const found = new Map(
    [...columns, ...ignored, ...repeated, ...continued].map(({ index, header }) => [index, header]),
  );
  headers.set(layout, found);
  return found;
}
