import { calendarDate, type Day, type DayRange } from '../model/day.ts';
import type { Truth } from './condition.ts';

/** Age in completed years. A birthday of 29 February falls on 1 March in common years. */
export function ageAt(birth: Day, on: Day): number {
  const [born, now] = [calendarDate(birth), calendarDate(on)];
  const birthdayIsAhead = now.month < born.month || (now.month === born.month && now.date < born.date);
  return now.year - born.year - (birthdayIsAhead ? 1 : 0);
}

/** Whether somebody born on one of some days is of an age: unknown where it depends on the day. */
export function isAged(birth: DayRange, [least, most]: readonly [number, number], on: Day): Truth {
  const [oldest, youngest] = [ageAt(birth.first, on), ageAt(birth.last, on)];
  if (youngest >= least && oldest <= most) return true;
  return youngest > most || oldest < least ? false : null;
}
