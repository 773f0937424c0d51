import { type Day, type DayRange, day, isSingleDay } from '../model/day.ts';
import { isKnown } from '../records/cell.ts';
import { cellAt } from '../records/record.ts';
import { columnsOf } from '../records/registers.ts';
import type { OpenedRun } from './opened-run.ts';
import { readRun } from './read-run.ts';

/** An end for readings without a period: it cuts nothing off, and two-digit years up to 49 are of this century. */
export const FAR = day(2049, 12, 31);

/** The latest day of an event in the run: what its period most likely is, where nothing else tells. */
export async function latestDay(run: OpenedRun): Promise<Day | undefined> {
  let latest: Day | undefined;
  await readRun(run, { end: FAR, counts: () => false, report: () => {} }, (record) => {
    for (const [key, { isEvent }] of Object.entries(columnsOf(record.register))) {
      const cell = cellAt(record, key);
      if (!isEvent || !isKnown(cell)) continue;
      const range = cell as DayRange; // events are dates
      if (isSingleDay(range) && (latest === undefined || range.last > latest)) latest = range.last;
    }
  });
  return latest;
}
