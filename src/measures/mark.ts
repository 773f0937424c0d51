import type { RegisterRecord } from '../records/record.ts';
import type { Moment, Truth } from './condition.ts';
import type { Proportion, Sum } from './measure.ts';

/** How one record stands to a proportion: which of the kept counts it adds one to. */
export interface ProportionMark {
  /** In scope, and meets the condition. */
  readonly n: 0 | 1;
  /** In scope, and known whether it meets it. */
  readonly d: 0 | 1;
  /** In scope, not known whether it meets it. */
  readonly u: 0 | 1;
  /** Scope unknown, and not known to miss it. */
  readonly xt: 0 | 1;
  /** Scope unknown, and not known to meet it. */
  readonly xf: 0 | 1;
}

const OUTSIDE: ProportionMark = { n: 0, d: 0, u: 0, xt: 0, xf: 0 };
const IN_SCOPE = {
  true: { ...OUTSIDE, n: 1, d: 1 },
  false: { ...OUTSIDE, d: 1 },
  null: { ...OUTSIDE, u: 1 },
} as const;
const SCOPE_UNKNOWN = {
  true: { ...OUTSIDE, xt: 1 },
  false: { ...OUTSIDE, xf: 1 },
  null: { ...OUTSIDE, xt: 1, xf: 1 },
} as const;

/** What a record or a person adds to a proportion, by whether it is in scope and whether it meets the condition. */
export function proportionMark(scope: Truth, meets: Truth): ProportionMark {
  if (scope === false) return OUTSIDE;
  return (scope === null ? SCOPE_UNKNOWN : IN_SCOPE)[`${meets}`];
}

/** What a record adds to a proportion at the end of a period. The condition is asked only of records that may be in scope. */
export function markProportion(measure: Proportion, record: RegisterRecord, at: Moment): ProportionMark {
  const scope = measure.among.test(record, at);
  return scope === false ? OUTSIDE : proportionMark(scope, measure.which.test(record, at));
}

/** What one record adds to a sum; `left-out` where an amount or its scope is not known, or the amounts contradict each other. */
export type SumMark = { readonly x: bigint; readonly y: bigint } | 'outside' | 'left-out';

/** What a record adds to both sides of a sum at the end of a period, as whole numbers: money in fen. */
export function markSum(measure: Sum, record: RegisterRecord, at: Moment): SumMark {
  const scope = measure.among.test(record, at);
  if (scope === false) return 'outside';
  const [x, y] = [measure.of.value(record), measure.to.value(record)];
  if (scope === null || x === null || y === null) return 'left-out';
  return measure.except?.test(record, at) === true ? 'left-out' : { x, y };
}
