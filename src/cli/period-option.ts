import { readPeriod } from '../engine/period-choice.ts';

/** Refuses what is no period under the name of the option that gave it, before anything is read. */
export function refuseOtherThanPeriod(text: string | undefined, option: string): void {
  if (text !== undefined) readPeriod(text, option);
}
