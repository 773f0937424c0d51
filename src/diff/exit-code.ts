import type { Difference } from './difference.ts';

/** The kinds of findings that `--fail-on` may name for a comparison. */
export const failures = ['worse', 'closed'] as const;
export type Failure = (typeof failures)[number];

/**
 * 1 where a status has worsened, or records of a closed period were changed or have vanished, as far as these are asked
 * for; else 0. A late report alone is told and is no failure: what it adds had not been handed in before.
 */
export function exitCodeOf({ flips, closed }: Pick<Difference, 'flips' | 'closed'>, failOn: readonly Failure[]): 0 | 1 {
  const isWorse = flips.some(({ direction }) => direction === 'worse');
  const isRewritten = closed.edited.length + closed.vanished.length > 0;
  return (failOn.includes('worse') && isWorse) || (failOn.includes('closed') && isRewritten) ? 1 : 0;
}
