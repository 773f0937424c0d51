import { addMonths, type Day, day, nextDay } from '../../src/model/day.ts';

/** What a cell of the ledger holds; a day is written as a true date. */
export type Cell = null | string | number | { readonly day: Day };
export type Row = Readonly<Record<string, Cell>>;

/** Fields of a record that read otherwise from a day on: something was done, corrected or spoilt. */
export interface Change {
  readonly on: Day;
  readonly fields: Row;
}

/** A record through time: when it came into the register, how it changed, when it was struck out. */
export interface Entry {
  readonly entered: Day;
  readonly left?: Day;
  readonly row: Row;
  readonly changes: readonly Change[];
}

/** The months there are ledgers of. */
export type Month = '2025-05' | '2025-06';

/** The last day of the newest ledger: quotas are met on it. */
export const LAST: Day = day(2025, 6, 30);
export const YEAR_START: Day = day(2025, 1, 1);
export const THREE_YEARS_START: Day = addMonths(nextDay(LAST), -36);
export const FIRST: Day = day(2022, 1, 1);

export function lastDayOf(month: Month): Day {
  return month === '2025-05' ? day(2025, 5, 31) : LAST;
}

/** The register as it stood at the end of a day. */
export function standing(entries: readonly Entry[], at: Day): readonly Row[] {
  return entries
    .filter(({ entered, left }) => entered <= at && (left === undefined || left > at))
    .map(({ row, changes }) => {
      const happened = changes.filter(({ on }) => on <= at).map(({ fields }) => fields);
      return Object.assign({}, row, ...happened) as Row; // rows and fields of rows make a row
    });
}

/** A record without a past, in the register from the day it happened. */
export function entry(entered: Day, row: Row, changes: readonly Change[] = []): Entry {
  return { entered, row, changes };
}

/** The entries, with other fields in those chosen. */
export function rewritten(entries: readonly Entry[], chosen: readonly Entry[], fields: Row): readonly Entry[] {
  const marked = new Set(chosen);
  return entries.map((each) => (marked.has(each) ? { ...each, row: { ...each.row, ...fields } } : each));
}

export function date(on: Day): Cell {
  return { day: on };
}

export function dayIn(row: Row, key: string): Day | undefined {
  const cell = row[key];
  return typeof cell === 'object' && cell !== null ? cell.day : undefined;
}

export function plus(from: Day, days: number): Day {
  return (from + days) as Day; // a day and some days are a day
}

export function between(on: Day | undefined, first: Day, last: Day): boolean {
  return on !== undefined && on >= first && on <= last;
}
