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

/** The mark for a scope and a condition: the same for a record and for a person. */
export function proportionMark(scope: Truth, meets: () => Truth): ProportionMark {
  if (scope === false) return OUTSIDE;
  return markOf(scope, meets());
}

export function markProportion(measure: Proportion, record: RegisterRecord, at: Moment): ProportionMark {
  const scope = measure.among.test(record, at);
  return scope === false ? OUTSIDE : markOf(scope, measure.which.test(record, at));
}

function markOf(scope: true | null, meets: Truth): ProportionMark {
  return (scope === null ? SCOPE_UNKNOWN : IN_SCOPE)[`${meets}`];
}

/** What one record adds to a sum; `left-out` where an amount or its scope is not known, or the amounts contradict each other. */
export type SumMark = { readonly x: bigint; readonly y: bigint } | 'outside' | 'left-out';

export function markSum(measure: Sum, record: RegisterRecord, at: Moment): SumMark {
  const scope = measure.among.test(record, at);
  if (scope === false) return 'outside';
  const [x, y] = [measure.of.value(record), measure.to.value(record)];
  if (scope === null || x === null || y === null) return 'left-out';
  return measure.except?.test(record, at) === true ? 'left-out' : { x, y };
}
