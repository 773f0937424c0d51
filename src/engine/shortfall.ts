import type { Measure } from '../measures/measure.ts';
import { add, ceil, compare, divide, type Exact, exact, floor, isZero, multiply, subtract } from '../model/exact.ts';
import { PER } from '../model/unit.ts';
import type { Threshold } from '../profiles/threshold.ts';
import type { Tally } from './tally.ts';

type Limit = Exclude<Threshold, { readonly kind: 'between' }>;

const ALL = exact(1);

/**
 * How many records more would have to meet a threshold, or how many too many do, the base unchanged.
 *
 * 95 of 99 known and 1 unknown against ≥ 97 %: 97 of 100 are needed, so 2 more. Records of unknown scope are left aside.
 */
export function shortfallOf(measure: Measure, tally: Tally, threshold: Threshold | null): number | null {
  if (tally.type !== 'proportion' || threshold === null || threshold.kind === 'between') return null;
  const numerator = add(exact(tally.n), tally.given.numerator);
  const base = add(exact(tally.d + tally.u), tally.given.denominator);
  if (isZero(base)) return null;
  const share = divide(threshold.limit, exact(PER[measure.unit]));
  const goal = multiply(share, base);
  if (wantsMore(threshold, share)) return records(subtract(exact(ceil(goal)), numerator));
  return wantsFewer(threshold) ? records(subtract(numerator, exact(floor(goal)))) : null;
}

function wantsMore({ kind }: Limit, share: Exact): boolean {
  return kind === 'at-least' || (kind === 'equal' && compare(share, ALL) === 0);
}

function wantsFewer({ kind, limit }: Limit): boolean {
  return kind === 'at-most' || (kind === 'equal' && isZero(limit));
}

/** Never negative; a fraction, which only a register of counts can bring, rounds up. */
function records(difference: Exact): number {
  return Math.max(0, Number(ceil(difference)));
}
