import { add, divide, type Exact, exact, isZero, multiply, parseDecimal } from '../model/exact.ts';
import type { MeasureReport, ShownFigures } from '../model/report.ts';
import { PER } from '../model/unit.ts';
import { meets, parseThreshold, type Threshold } from '../profiles/threshold.ts';

/**
 * Whether a verdict would be the same with so many more unknown records: then it tells nothing of how many there are.
 *
 * 290 of 300 pass ≥ 95 % with 2 unknown, but not with 12 (290/312 is 92.9 %): shown, the verdict would tell that they are few.
 */
export function standsWithMore(
  figures: ShownFigures,
  { unit, type, threshold: text }: MeasureReport,
  more: number,
): boolean {
  const { status, numerator, denominator, unknown } = figures;
  if (status !== 'pass' && status !== 'fail') return true; // with more unknown records all others stay what they are
  const threshold = text === null ? null : parseThreshold(text, unit);
  if (threshold === null || threshold === 'off' || threshold.kind === 'problem' || numerator === null) return false;
  const open = exact((unknown ?? 0) + more);
  const n = decimal(numerator);
  const [low, high] =
    denominator === null
      ? [n, add(n, open)]
      : bounds({ n, d: decimal(denominator), open }, { isRatio: type === 'ratio', per: BigInt(PER[unit]) });
  if (low === null || high === null) return false;
  return status === 'pass' ? meets(threshold, low) && meets(threshold, high) : missesAll(threshold, low, high);
}

interface Counts {
  readonly n: Exact;
  readonly d: Exact;
  readonly open: Exact;
}

/** The lowest and the highest value, whatever the unknown records are. */
function bounds({ n, d, open }: Counts, { isRatio, per }: { readonly isRatio: boolean; readonly per: bigint }) {
  const value = (above: Exact, below: Exact) => (isZero(below) ? null : multiply(divide(above, below), exact(per)));
  return [value(n, add(d, open)), value(add(n, open), isRatio ? d : add(d, open))] as const;
}

function missesAll(threshold: Threshold, low: Exact, high: Exact): boolean {
  const isBelow = threshold.kind !== 'at-most' && !meets(atLeast(threshold), high);
  const isAbove = threshold.kind !== 'at-least' && !meets(atMost(threshold), low);
  return isBelow || isAbove;
}

function atLeast(threshold: Threshold): Threshold {
  return { kind: 'at-least', limit: threshold.kind === 'between' ? threshold.low : threshold.limit };
}

function atMost(threshold: Threshold): Threshold {
  return { kind: 'at-most', limit: threshold.kind === 'between' ? threshold.high : threshold.limit };
}

function decimal(number: number): Exact {
  const found = parseDecimal(`${number}`);
  if (found === undefined) throw new Error(`${number} is no decimal.`);
  return found;
}
