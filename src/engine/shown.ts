import { type Exact, round, toFixed } from '../model/exact.ts';
import { meets, type Threshold } from '../profiles/threshold.ts';
import type { Bound } from './figures.ts';

const USUAL_DECIMALS = 2;

/**
 * A number as a person reads it: two decimals, or as many more as it takes not to show a miss as a hit.
 *
 * 94.997 against ≥ 95 is shown as 94.997, not as 95.00. A count is shown without decimals where it has none.
 */
export function shown(value: Bound, threshold: Threshold | null, unit: string): string | null {
  if (value === null) return null;
  if (value === 'unbounded') return '∞';
  if (unit === 'count' && value.denominator === 1n) return toFixed(value, 0);
  const decimals = threshold === null ? USUAL_DECIMALS : honestDecimals(value, threshold);
  return toFixed(value, decimals);
}

function honestDecimals(value: Exact, threshold: Threshold): number {
  const isHit = meets(threshold, value);
  for (let decimals = USUAL_DECIMALS; ; decimals++) {
    // This ends: a value that is no limit differs from it in some decimal, and a limit has finitely many.
    if (meets(threshold, round(value, decimals)) === isHit) return decimals;
  }
}
