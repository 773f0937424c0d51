import { UsageError } from '../model/usage-error.ts';

/** What holds the ledgers of a month against a list of villages. */
export interface RawBatchOptions {
  readonly expected?: string;
  readonly due?: string;
  readonly last?: readonly string[];
}

/** The list that a batch reads besides its ledgers. Throws a UsageError where there is no list to go with them. */
export function batchInputs({ expected, due, last }: RawBatchOptions): readonly string[] {
  if (expected !== undefined) return [expected];
  if (due === undefined && last === undefined) return [];
  throw needsList(due === undefined ? '--last' : '--due');
}

/** An option that says something of a month's submissions stands without the list of those who send them. */
export function needsList(option: string): UsageError {
  return new UsageError({
    zh: `${option} 要和 --expected 名单.csv 一起用：名单写明哪些村应交台账。`,
    en: `${option} goes with --expected LIST.csv, which names the villages that should send a ledger.`,
  });
}
