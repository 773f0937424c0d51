import type { Measure } from '../measures/measure.ts';
import { type Exact, toNumber } from '../model/exact.ts';
import { PER } from '../model/unit.ts';

/** The two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval of a share, 95 %: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 *
 * Of 95 in 99: 0.9007 … 0.9842. Source: E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 22 (1927).
 */
export function wilson(part: number, whole: number): readonly [number, number] {
  const share = part / whole;
  const centre = share + (Z * Z) / (2 * whole);
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  const scale = 1 + (Z * Z) / whole;
  // Of none the lower limit is 0, and of all the upper one is 1: rounding would take them a little beyond.
  return [part === 0 ? 0 : (centre - spread) / scale, part === whole ? 1 : (centre + spread) / scale];
}

/** The interval of a measure's value in its own unit; `null` where a measure has none, or nothing to base it on. */
export function intervalOf(
  measure: Measure,
  numerator: Exact,
  denominator: Exact | null,
): readonly [number, number] | null {
  const [above, below] = [toNumber(numerator), denominator === null ? 0 : toNumber(denominator)];
  if (measure.type === 'proportion' && below > 0) return scaled(wilson(above, below), PER[measure.unit]);
  if (measure.unit !== 'per100' || below === 0) return null;
  // The ratio's interval is that of the share of the one side among both, turned into a ratio.
  const [low, high] = wilson(above, above + below);
  return [(100 * low) / (1 - low), (100 * high) / (1 - high)];
}

function scaled([low, high]: readonly [number, number], factor: number): readonly [number, number] {
  return [low * factor, high * factor];
}
