import type { ListedMeasure } from '../indicators/catalogue.ts';
import { toNumber } from '../model/exact.ts';
import type { Figures, Status } from '../model/report.ts';
import type { MeasureSettings } from '../profiles/profile.ts';
import { type Bound, type ExactFigures, figuresOf } from './figures.ts';
import { intervalOf } from './interval.ts';
import { shortfallOf } from './shortfall.ts';
import { shown } from './shown.ts';
import type { Tally } from './tally.ts';
import { verdict } from './verdict.ts';

/** A measure judged in one area. */
export interface Evaluation {
  readonly status: Status;
  /** `null` where there are no data at all. */
  readonly exact: ExactFigures | null;
  readonly interval: readonly [number, number] | null;
  readonly shortfall: number | null;
  readonly shown: { readonly value: string | null; readonly low: string | null; readonly high: string | null };
}

/** Judges a tally. `hasData` is false where a register or column is absent from every ledger, and no figures are given. */
export function evaluate(
  measure: ListedMeasure,
  tally: Tally,
  { settings, hasData }: { readonly settings: MeasureSettings; readonly hasData: boolean },
): Evaluation {
  const { threshold } = settings;
  if (!hasData) {
    const status = threshold === null ? 'off' : 'no-data';
    return { status, exact: null, interval: null, shortfall: null, shown: { value: null, low: null, high: null } };
  }
  const exact = figuresOf(measure, tally);
  const show = (bound: Bound) => shown(bound, threshold, measure.unit);
  return {
    status: verdict(exact, settings),
    exact,
    interval: intervalOf(measure, exact.numerator, exact.denominator),
    shortfall: shortfallOf(measure, tally, threshold),
    shown: { value: show(exact.value), low: show(exact.low), high: show(exact.high) },
  };
}

/** The figures as plain numbers: what does not exist, or has no limit, is `null`. */
export function plainFigures({ status, exact }: Evaluation): Figures {
  if (exact === null) {
    return { status, numerator: null, denominator: null, unknown: null, value: null, low: null, high: null };
  }
  return {
    status,
    numerator: toNumber(exact.numerator),
    denominator: exact.denominator === null ? null : toNumber(exact.denominator),
    unknown: exact.unknown,
    value: plain(exact.value),
    low: plain(exact.low),
    high: plain(exact.high),
  };
}

function plain(bound: Bound): number | null {
  return bound === null || bound === 'unbounded' ? null : toNumber(bound);
}
