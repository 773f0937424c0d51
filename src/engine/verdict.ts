import { compare, exact } from '../model/exact.ts';
import type { Status } from '../model/report.ts';
import type { MeasureSettings } from '../profiles/profile.ts';
import { meets, type Threshold } from '../profiles/threshold.ts';
import type { Bound, ExactFigures } from './figures.ts';

/** The verdict on figures, by exact numbers alone. */
export function verdict(figures: ExactFigures, { threshold, minN }: MeasureSettings): Status {
  if (threshold === null) return 'off';
  if (figures.isNothing) return 'not-applicable';
  if (compare(figures.base, exact(minN)) < 0) return 'small-sample';
  if (figures.low === null || figures.high === null) return 'undetermined';
  if (meetsBound(threshold, figures.low) && meetsBound(threshold, figures.high)) return 'pass';
  return missesAll(threshold, figures.low, figures.high) ? 'fail' : 'undetermined';
}

/** An unbounded value meets "at least", and misses every other threshold. */
function meetsBound(threshold: Threshold, bound: Exclude<Bound, null>): boolean {
  return bound === 'unbounded' ? threshold.kind === 'at-least' : meets(threshold, bound);
}

/** True where every number from `low` to `high` misses the threshold. */
function missesAll(threshold: Threshold, low: Exclude<Bound, null>, high: Exclude<Bound, null>): boolean {
  const [least, most] = [
    threshold.kind === 'between' ? threshold.low : threshold.kind === 'at-most' ? null : threshold.limit,
    threshold.kind === 'between' ? threshold.high : threshold.kind === 'at-least' ? null : threshold.limit,
  ];
  const isBelow = least !== null && high !== 'unbounded' && compare(high, least) < 0;
  const isAbove = most !== null && (low === 'unbounded' || compare(low, most) > 0);
  return isBelow || isAbove;
}
