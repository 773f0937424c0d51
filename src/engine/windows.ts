import { addMonths, calendarDate, type Day, type DayRange, day, nextDay } from '../model/day.ts';
import type { WindowKind } from '../model/report.ts';
import type { YearStart } from '../profiles/profile.ts';

const THREE_YEARS = 36;

/** The days of a window that ends with the period; `null` for records as they stand. */
export function windowRange(kind: WindowKind, end: Day, yearStart: YearStart): DayRange | null {
  switch (kind) {
    case 'year':
      return { first: yearBegin(end, yearStart), last: end };
    case '3y':
      return { first: addMonths(nextDay(end), -THREE_YEARS), last: end };
    case 'stock':
      return null;
  }
}

/** The last day on or before `end` on which a counting year begins. */
function yearBegin(end: Day, { month, date }: YearStart): Day {
  const { year } = calendarDate(end);
  const begin = day(year, month, date);
  return begin <= end ? begin : day(year - 1, month, date);
}
