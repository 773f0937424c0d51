/** A calendar day, counted from 1970-01-01: no clock, no zone, ordered by `<`. */
export type Day = number & { readonly Day: unique symbol };

/** The days from `first` to `last`, both included. A date known only to the month is such a range. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const MS_PER_DAY = 86_400_000;

/** The day of a calendar date (proleptic Gregorian), or `undefined` where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > lastDateOf(year, month)) return undefined;
  return day(year, month, date);
}

/** The day of a calendar date known to exist; months beyond 12 roll over into the next years. */
export function day(year: number, month: number, date: number): Day {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date); // not Date.UTC: it takes the years 0 to 99 for 1900 to 1999
  return (at.getTime() / MS_PER_DAY) as Day;
}

export function calendarDate(on: Day): CalendarDate {
  const at = new Date(on * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The number of days of a month, which is the date of its last day. */
export function lastDateOf(year: number, month: number): number {
  return calendarDate((day(year, month + 1, 1) - 1) as Day).date;
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
