import type { Status } from '../model/report.ts';

/** From good to bad, as months are compared: what cannot be told is worse than what is well, and a failure is worst. */
const FROM_GOOD_TO_BAD: readonly Status[] = [
  'pass',
  'small-sample',
  'not-applicable',
  'off',
  'no-data',
  'undetermined',
  'suppressed',
  'fail',
];

/** Above 0 where a status has worsened, below 0 where it has become better. */
export function worsening(before: Status, after: Status): number {
  return FROM_GOOD_TO_BAD.indexOf(after) - FROM_GOOD_TO_BAD.indexOf(before);
}
