import { calendarDate } from '../model/day.ts';
import type { Ledger } from '../model/sheet.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { Factor } from './difference.ts';
import { type Reading, type ReadingOptions, readForComparison } from './reading.ts';

/**
 * The records of two months as the other month reads them. What a cell says depends on the words of the configuration, and
 * of a year in two digits on the end of the period: a record that nobody has touched may read otherwise a month later.
 */
export interface Rereading {
  /** What moves such a record. */
  readonly factor: Extract<Factor, 'window' | 'settings'>;
  /** A record of the earlier month as the later one reads it; `undefined` where that finds none in its row. */
  readonly before: AsRead;
  readonly after: AsRead;
}

export type AsRead = (record: RegisterRecord) => RegisterRecord | undefined;

export interface MonthRead {
  readonly ledgers: readonly Ledger[];
  readonly reading: Reading;
  readonly options: ReadingOptions;
}

/** Reads both months again, each as the other reads, or answers `null` where they read alike. */
export async function rereadingOf(before: MonthRead, after: MonthRead): Promise<Rereading | null> {
  const [own, other] = [before, after].map(({ options }) => JSON.stringify(options.settings.own));
  const [year, otherYear] = [before, after].map(({ reading }) => calendarDate(reading.counted.period.end).year);
  if (own === other && year === otherYear) return null;
  const as = async ({ ledgers }: MonthRead, { options, reading }: MonthRead) =>
    asRead(await readForComparison(ledgers, { ...options, period: () => reading.counted.period }));
  return {
    factor: own === other ? 'window' : 'settings',
    before: await as(before, after),
    after: await as(after, before),
  };
}

function asRead({ entries }: Reading): AsRead {
  const places = new Map<string, RegisterRecord>();
  for (const records of entries.values()) for (const record of records) places.set(placeOf(record), record);
  return (record) => places.get(placeOf(record));
}

function placeOf({ register, plan, row }: RegisterRecord): string {
  return `${register} ${plan.serial} ${row}`;
}
