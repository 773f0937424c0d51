import { addMonths, calendarDate, type Day, type DayRange, nextDay } from '../model/day.ts';
import type { Truth } from './condition.ts';

/** Age in completed years. A birthday of 29 February falls on 1 March in common years. */
export function ageAt(birth: Day, on: Day): number {
  const [born, now] = [calendarDate(birth), calendarDate(on)];
  const birthdayIsAhead = now.month < born.month || (now.month === born.month && now.date < born.date);
  return now.year - born.year - (birthdayIsAhead ? 1 : 0);
}

/** The birthdays of those who are of an age on a day: looked for once, for thousands are held against them. */
export function birthdaysOf([least, most]: readonly [number, number], on: Day): DayRange {
  let first = addMonths(on, -12 * (most + 1));
  while (ageAt(first, on) > most) first = nextDay(first);
  let last = nextDay(addMonths(on, -12 * least));
  while (ageAt(last, on) < least) last = (last - 1) as Day; // days are whole numbers
  return { first, last };
}

/** Whether a day, known only to be one of some, lies within others: unknown where it depends on which one it is. */
export function isWithin(date: DayRange, { first, last }: DayRange): Truth {
  if (date.first >= first && date.last <= last) return true;
  return date.last < first || date.first > last ? false : null;
}
