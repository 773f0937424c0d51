import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from '../../src/engine/counted-run.ts';
import { type Bound, figuresOf } from '../../src/engine/figures.ts';
import { emptyTally, type Tally } from '../../src/engine/tally.ts';
import { verdict } from '../../src/engine/verdict.ts';
import { type ListedMeasure, measures } from '../../src/indicators/catalogue.ts';
import { day } from '../../src/model/day.ts';
import { compare, exact } from '../../src/model/exact.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import type { Threshold } from '../../src/profiles/threshold.ts';
import { inVillage, measured, measureIn, type Row, reported } from '../ledger-of.ts';
import { count, entries, type Outcome, outcomes, totals } from './completions.ts';

const settings = defaultSettings('district-17');

/** One date feeds both sides of these: their bounds hold, but need not be reached. */
const shared = new Set<string>(['8b', '9a', '13d', '15a']);

/** Measures whose unknowns can be tried out: a sum has no bounds, and totals of villages are tried below. */
const tried = measures.filter(
  (measure) => measure.type !== 'sum' && !(measure.type === 'ratio' && 'total' in measure.to),
);

function momentFor(measure: ListedMeasure) {
  return momentOf(measure, { end: day(2025, 6, 30), origin: 'option' }, settings);
}

function tallyOf(measure: ListedMeasure, [above, below]: Outcome): Tally {
  const tally = emptyTally(measure);
  if (tally.type === 'proportion') return { ...tally, n: above, d: below };
  if (tally.type === 'ratio') return { ...tally, a: above, b: below };
  if (tally.type === 'count') return { ...tally, n: above };
  throw new Error(`A ${tally.type} cannot be tried out.`);
}

/** The value that an outcome has: without limit where it is something to nothing, `null` for nothing to nothing. */
function valueFrom(measure: ListedMeasure, outcome: Outcome): Bound {
  const { value, isNothing } = figuresOf(measure, tallyOf(measure, outcome));
  return value ?? (isNothing ? null : 'unbounded');
}

function order(a: Exclude<Bound, null>, b: Exclude<Bound, null>): number {
  if (a === 'unbounded' || b === 'unbounded') return Number(a === 'unbounded') - Number(b === 'unbounded');
  return compare(a, b);
}

/** The values that all completions of the unknown cells give, in order, and whether some give none at all. */
function completionsOf(measure: ListedMeasure, all: Parameters<typeof count>[2]) {
  const at = momentFor(measure);
  const found = totals(all.map((entry) => outcomes(measure, at, entry))).map((outcome) => valueFrom(measure, outcome));
  const values = found.filter((value) => value !== null).sort(order);
  return { values, hasNone: values.length < found.length };
}

describe.each(tried.map((measure) => ({ id: measure.id, measure })))(
  '$id, whatever the unknown cells hold',
  ({ id, measure }) => {
    test(
      shared.has(id) ? 'the value lies within the bounds' : 'the bounds are the least and the greatest value',
      () => {
        fc.assert(
          fc.property(entries(measure), (all) => {
            const { low, high } = figuresOf(measure, count(measure, momentFor(measure), all));
            const { values, hasNone } = completionsOf(measure, all);
            const [least, most] = [values[0], values.at(-1)];
            if (low === null || high === null) expect(hasNone).toBe(true);
            if (least === undefined || most === undefined) return;
            if (low !== null) expect(order(low, least)).toBeLessThanOrEqual(0);
            if (high !== null) expect(order(high, most)).toBeGreaterThanOrEqual(0);
            if (shared.has(id)) return;
            if (low !== null && !hasNone) expect(low).toEqual(least);
            if (high !== null && !hasNone) expect(high).toEqual(most);
          }),
          { numRuns: 60, endOnFailure: true },
        );
      },
    );

    test('the verdict is the one that all completions have, and undetermined where they differ', () => {
      const limit = fc
        .constantFrom(0, 1, 25, 50, 75, 100, 200)
        .map((number) => exact(number, measure.unit === 'ratio' ? 100 : 1));
      const threshold = fc.oneof(
        fc.record({ kind: fc.constantFrom('at-least' as const, 'at-most' as const, 'equal' as const), limit }),
        fc.tuple(limit, limit).map(([a, b]) => ({
          kind: 'between' as const,
          low: compare(a, b) < 0 ? a : b,
          high: compare(a, b) < 0 ? b : a,
        })),
      );
      fc.assert(
        fc.property(entries(measure), threshold, (all, wanted) => {
          const status = verdict(figuresOf(measure, count(measure, momentFor(measure), all)), {
            ...settings.profile.measures[id],
            threshold: wanted,
            minN: 0,
          });
          const { values, hasNone } = completionsOf(measure, all);
          const hits = values.filter((value) => isMet(wanted, value)).length;
          if (status === 'pass') expect(hits).toBe(values.length);
          if (status === 'fail') expect(hits).toBe(0);
          if (status === 'not-applicable') expect(values).toEqual([]);
          expect(['pass', 'fail', 'not-applicable', 'undetermined']).toContain(status);
          const isOneSided = wanted.kind === 'at-least' || wanted.kind === 'at-most';
          if (status === 'undetermined' && isOneSided && !hasNone && !shared.has(id)) {
            expect(hits).toBeGreaterThan(0);
            expect(hits).toBeLessThan(values.length);
          }
        }),
        { numRuns: 60, endOnFailure: true },
      );
    });
  },
);

function isMet(threshold: Threshold, value: Exclude<Bound, null>): boolean {
  if (value === 'unbounded') return threshold.kind === 'at-least';
  if (threshold.kind === 'between') return compare(value, threshold.low) >= 0 && compare(value, threshold.high) <= 0;
  const sign = compare(value, threshold.limit);
  return threshold.kind === 'at-least' ? sign >= 0 : threshold.kind === 'at-most' ? sign <= 0 : sign === 0;
}

describe('1a, whatever the plans that are missing', () => {
  const birth = { birth_date: '2025-03-01', sex: '男', parity: 1, policy: '政策内' };
  const village = fc.record({
    plan: fc.option(fc.nat(3)),
    inTruth: fc.constantFrom(0, 1, 3, 1000),
    born: fc.nat(2),
    undated: fc.nat(1),
  });

  /** The ledger as it is, or with everything filled in. */
  function ledger(
    villages: readonly (typeof village extends fc.Arbitrary<infer V> ? V : never)[],
    isComplete: boolean,
  ) {
    const rows = (number: number, row: Row) => Array.from({ length: number }, () => row);
    return {
      villages: villages.map(({ plan, inTruth, born, undated }, i) => {
        // A village without a plan and without a birth leaves the measure: its plan would not matter.
        const filled = isComplete && born + undated > 0 ? inTruth : '';
        return { code: `99${i}`, name: `村${i}`, planned_births: plan ?? filled };
      }),
      births: villages.flatMap(({ born, undated }, i) => [
        ...rows(born, { ...birth, village: `99${i}` }),
        ...rows(undated, { ...birth, village: `99${i}`, birth_date: isComplete ? birth.birth_date : '' }),
      ]),
    };
  }

  test('the bounds hold, for each village and for the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(village, { minLength: 1, maxLength: 3 }), async (villages) => {
        const [open, complete] = [await reported(ledger(villages, false)), await reported(ledger(villages, true))];
        const pairs = [
          [measureIn(open, '1a'), measureIn(complete, '1a')] as const,
          ...villages.map((_, i) => [inVillage(open, `村${i}`, '1a'), inVillage(complete, `村${i}`, '1a')] as const),
        ];
        for (const [{ low, high, status }, truth] of pairs) {
          if (truth.value !== null && low !== null) expect(low).toBeLessThanOrEqual(truth.value);
          if (truth.value !== null && high !== null) expect(high).toBeGreaterThanOrEqual(truth.value);
          const isJudged = status === 'pass' || status === 'fail';
          if (isJudged && truth.status !== 'not-applicable') expect(truth.status).toBe(status);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe('a sum with a record left out', () => {
  test.each([
    ['0', 'undetermined'],
    ['100', 'undetermined'],
    ['', 'undetermined'],
  ])('has no bounds and no verdict, beside a record paid %s of 100', async (amount_paid, status) => {
    const benefits = [
      { due_date: '2025-03-01', amount_due: 100, amount_paid },
      { due_date: '2025-03-01', amount_due: 100, amount_paid: '' },
    ];
    expect(await measured('3b', { benefits })).toMatchObject({ status, low: null, high: null });
  });
});
