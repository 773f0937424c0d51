import { dayOf } from '../../model/day.ts';

/** A moment as a workbook counts it: days and parts of a day; a time alone is no day. */
export interface Moment {
  readonly serial: number;
  readonly isDay: boolean;
}

/** Reads a date, a time, or both, as ISO 8601 writes them, into a workbook's own date system. */
export function readMoment(text: string, date1904: boolean): Moment | undefined {
  const [, year, month, date, hour, minute, second] = ISO.exec(text.trim()) ?? [];
  const time = (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)) / SECONDS_PER_DAY;
  if (year === undefined) return hour === undefined ? undefined : { serial: time, isDay: false };
  const on = dayOf(Number(year), Number(month), Number(date));
  return on === undefined ? undefined : { serial: serialOfDay(on, date1904) + time, isDay: true };
}

const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const SECONDS_PER_DAY = 86_400;
const DAYS_TO_1904 = 24_107; // from 1904-01-01 to 1970-01-01
const DAYS_TO_1900 = 25_569; // from 1899-12-30 to 1970-01-01
const FIRST_OF_MARCH_1900 = 61;

function serialOfDay(day: number, date1904: boolean): number {
  if (date1904) return day + DAYS_TO_1904;
  const serial = day + DAYS_TO_1900;
  // Excel counts a 29 February 1900 that never was: before it all serials are one less.
  return serial < FIRST_OF_MARCH_1900 ? serial - 1 : serial;
}
