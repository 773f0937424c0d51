/** A calendar day, counted from 1970-01-01: no clock, no zone, ordered by `<`. */
export type Day = number & { readonly Day: unique symbol };

/** The days from `first` to `last`, both included. A date known only to the month is such a range. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** The years of which a period may be. */
export const [FIRST_YEAR, LAST_YEAR] = [1900, 2999];

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The day of a calendar date (proleptic Gregorian), or `undefined` where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1) return undefined;
  if (date > SHORTEST_MONTH && date > lastDateOf(year, month)) return undefined;
  return day(year, month, date);
}

/**
 * The day of a calendar date known to exist; months beyond 12 roll over into the next years.
 *
 * Plain arithmetic, for a large ledger has millions of dates: years are counted from March, so that a leap day is the
 * last of its year, and 153 days make five months from there (H. Hinnant, chrono-Compatible Low-Level Date Algorithms).
 */
export function day(year: number, month: number, date: number): Day {
  const months = year * 12 + month - 3; // since March of the year 0
  const marchYear = Math.floor(months / 12);
  const dayOfYear = Math.floor((153 * (months - marchYear * 12) + 2) / 5) + date - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return (marchYear * 365 + leapDays + dayOfYear - DAYS_TO_1970) as Day; // a whole number of days since 1970-01-01
}

export function calendarDate(on: Day): CalendarDate {
  const at = new Date(on * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The number of days of a month, which is the date of its last day. */
export function lastDateOf(year: number, month: number): number {
  return day(year, month + 1, 1) - day(year, month, 1);
}

/** The same date some months later (earlier, if negative), or the last day of that month where it has no such date. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, date } = calendarDate(from);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return day(toYear, toMonth, Math.min(date, lastDateOf(toYear, toMonth)));
}

export function nextDay(on: Day): Day {
  return (on + 1) as Day;
}

export function isoDate(on: Day): string {
  return new Date(on * MS_PER_DAY).toISOString().slice(0, 10);
}

export function singleDay(on: Day): DayRange {
  return { first: on, last: on };
}

export function isSingleDay(range: DayRange): boolean {
  return range.first === range.last;
}

const SHORTEST_MONTH = 28;
const DAYS_TO_1970 = 719_468; // from 0000-03-01
const MS_PER_DAY = 86_400_000;
