import type { Measure } from '../measures/measure.ts';
import { add, divide, type Exact, exact, isZero, multiply } from '../model/exact.ts';
import { PER } from '../model/unit.ts';
import type { CountTally, ProportionTally, RatioTally, SumTally, Tally } from './tally.ts';

/** A bound of a value: a number in the measure's unit, without limit, or not there at all. */
export type Bound = Exact | 'unbounded' | null;

/** What a tally comes to, exactly, in the measure's own unit. */
export interface ExactFigures {
  readonly numerator: Exact;
  readonly denominator: Exact | null;
  /** Records that could still change the figures, each once. */
  readonly unknown: number;
  readonly value: Exact | null;
  readonly low: Bound;
  readonly high: Bound;
  /** True where nothing at all is in scope: 0/0, which is no rate. */
  readonly isNothing: boolean;
  /** What a least number of records is held against. */
  readonly base: Exact;
}

/** Value and bounds of a tally. The bounds hold for every way in which the unknown could turn out. */
export function figuresOf(measure: Measure, tally: Tally): ExactFigures {
  const per = exact(PER[measure.unit]);
  switch (tally.type) {
    case 'proportion':
      return ofProportion(tally, per);
    case 'ratio':
      return ofRatio(tally, per);
    case 'sum':
      return ofSum(tally, per, measure.type === 'sum' ? [measure.of.scale, measure.to.scale] : [1, 1]);
    case 'count':
      return ofCount(tally);
  }
}

/** n/d, between n/(d+u+xf) and (n+u+xt)/(d+u+xt). */
function ofProportion({ n, d, u, xt, xf, x, given }: ProportionTally, per: Exact): ExactFigures {
  const numerator = add(exact(n), given.numerator);
  const denominator = add(exact(d), given.denominator);
  return {
    numerator,
    denominator,
    unknown: u + x,
    value: rate(numerator, denominator, per),
    low: rate(numerator, add(denominator, exact(u + xf)), per),
    high: rate(add(numerator, exact(u + xt)), add(denominator, exact(u + xt)), per),
    isNothing: isZero(denominator) && u + x === 0,
    base: denominator,
  };
}

/** a/b, between a/(b+b?) and (a+a?)/b. */
function ofRatio(tally: RatioTally, per: Exact): ExactFigures {
  const a = add(exact(tally.a), tally.given.numerator);
  const b = add(exact(tally.b), tally.given.denominator);
  const mostA = add(a, exact(tally.aMaybe));
  const mostB = tally.bUnbounded ? 'unbounded' : add(b, exact(tally.bMaybe));
  const isEmpty = isZero(mostA) && mostB !== 'unbounded' && isZero(mostB);
  return {
    numerator: a,
    denominator: b,
    unknown: tally.unknown,
    value: rate(a, b, per),
    low: isEmpty ? null : leastRatio(a, mostB, per),
    high: isZero(b) ? (isZero(mostA) ? null : 'unbounded') : rate(mostA, b, per),
    isNothing: isEmpty,
    base: add(a, b),
  };
}

function leastRatio(a: Exact, mostB: Exact | 'unbounded', per: Exact): Bound {
  if (mostB === 'unbounded' || isZero(a)) return exact(0);
  return isZero(mostB) ? 'unbounded' : rate(a, mostB, per);
}

/** ΣX/ΣY of the records whose amounts are known. With any left out there are no bounds. */
function ofSum(
  { x, y, leftOut, given }: SumTally,
  per: Exact,
  [scaleX, scaleY]: readonly [number, number],
): ExactFigures {
  const numerator = add(exact(x, scaleX), given.numerator);
  const denominator = add(exact(y, scaleY), given.denominator);
  const value = rate(numerator, denominator, per);
  const bound = leftOut > 0 ? null : value;
  return {
    numerator,
    denominator,
    unknown: leftOut,
    value,
    low: bound,
    high: bound,
    isNothing: isZero(denominator) && leftOut === 0,
    base: denominator,
  };
}

function ofCount({ n, maybe, given }: CountTally): ExactFigures {
  const value = add(exact(n), given.numerator);
  return {
    numerator: value,
    denominator: null,
    unknown: maybe,
    value,
    low: value,
    high: add(value, exact(maybe)),
    isNothing: false, // no event at all is a number of events
    base: value,
  };
}

function rate(numerator: Exact, denominator: Exact, per: Exact): Exact | null {
  return isZero(denominator) ? null : multiply(divide(numerator, denominator), per);
}
