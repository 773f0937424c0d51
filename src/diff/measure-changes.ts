import { evaluate } from '../engine/evaluation.ts';
import { figuresOf } from '../engine/figures.ts';
import { hasData } from '../engine/report.ts';
import { emptyTally, merge, mergeIfThere, type Tally } from '../engine/tally.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { certain } from '../model/certain.ts';
import { compare, type Exact, exact, subtract, toNumber } from '../model/exact.ts';
import type { Status } from '../model/report.ts';
import { type Amount, type Amounts, type Change, type Factor, factors } from './difference.ts';
import type { Comparison } from './matching.ts';
import type { Reading } from './reading.ts';
import { shapley } from './shapley.ts';
import { restrict, statesOf } from './state.ts';
import type { Between } from './states.ts';

/** The change of one measure over all, and in each area in which anything moved, by joint number. */
export interface MeasureChange {
  readonly total: Change;
  readonly areas: ReadonlyMap<number, Change>;
}

/** The figures of one measure, somewhere, in every state. */
interface Worths {
  readonly numerator: readonly Exact[];
  readonly denominator: readonly (Exact | null)[];
  readonly value: readonly (Exact | null)[];
  readonly moving: readonly Factor[];
  readonly ends: { readonly before: Judgement; readonly after: Judgement };
}

/** What a measure comes to at one end: its status, and its value as a person reads it. */
interface Judgement {
  readonly status: Status;
  readonly shown: string | null;
}

/** Splits the change of a measure into what records that came, left or were edited, the window and the settings did. */
export function changeOf(measure: ListedMeasure, between: Between, comparison: Comparison): MeasureChange {
  const { before, after } = comparison;
  const [had, has] = [hasData(before.counted, measure), hasData(after.counted, measure)];
  if (!had || !has) return withoutData(measure, between, { comparison, had, has });
  const index = measures.indexOf(measure);
  const moving = between.movingIn(index);
  const totals = statesOf(moving).map(() => emptyTally(measure));
  const areas = new Map<number, Change>();
  for (const area of between.areas) {
    const own = moving.filter((factor) => between.movesIn(factor, area));
    const tallies = statesOf(own).map((state) => between.tallyIn(index, area, state));
    for (const [set, total] of totals.entries()) mergeIfThere(total, tallies[restrict(set, moving, own)]);
    const worths = worthsOf(measure, tallies, { moving: own, comparison });
    if (moves(worths)) areas.set(area, splitUp(worths));
  }
  return { total: splitUp(worthsOf(measure, totals, { moving, comparison })), areas };
}

interface Ground {
  readonly moving: readonly Factor[];
  readonly comparison: Comparison;
}

function worthsOf(measure: ListedMeasure, tallies: readonly Tally[], { moving, comparison }: Ground): Worths {
  const figures = tallies.map((tally) => figuresOf(measure, tally));
  return {
    numerator: figures.map(({ numerator }) => numerator),
    denominator: figures.map(({ denominator }) => denominator),
    value: figures.map(({ value }) => value),
    moving,
    ends: {
      before: judged(measure, certain(tallies[0], 'first state'), { reading: comparison.before, hasData: true }),
      after: judged(measure, certain(tallies.at(-1), 'last state'), { reading: comparison.after, hasData: true }),
    },
  };
}

function judged(
  measure: ListedMeasure,
  tally: Tally,
  { reading, hasData: known }: { readonly reading: Reading; readonly hasData: boolean },
): Judgement {
  const settings = reading.counted.settings.profile.measures[measure.id];
  const { status, shown } = evaluate(measure, tally, { settings, hasData: known });
  return { status, shown: shown.value };
}

/** Whether any figure or status differs between any two states. */
function moves({ numerator, denominator, value, ends }: Worths): boolean {
  return ends.before.status !== ends.after.status || [numerator, denominator, value].some(differ);
}

function differ(worths: readonly (Exact | null)[]): boolean {
  const [first = null] = worths;
  return worths.some((worth) => (worth === null || first === null ? worth !== first : compare(worth, first) !== 0));
}

function splitUp({ numerator, denominator, value, moving, ends }: Worths): Change {
  const split = {
    numerator: partsOf(numerator, moving),
    denominator: partsOf(denominator, moving),
    value: partsOf(value, moving),
  };
  const amountsAt = (at: number) => amounts(numerator.at(at), denominator.at(at), value.at(at));
  return {
    before: { ...amountsAt(0), status: ends.before.status },
    after: { ...amountsAt(-1), status: ends.after.status },
    shown: { before: ends.before.shown, after: ends.after.shown },
    change: amounts(changeIn(numerator), changeIn(denominator), changeIn(value)),
    parts: forEachFactor((factor) => amounts(split.numerator[factor], split.denominator[factor], split.value[factor])),
  };
}

/** The part of each factor; `null` for all where a state between has no such figure. */
function partsOf(worths: readonly (Exact | null)[], moving: readonly Factor[]): Readonly<Record<Factor, Exact | null>> {
  const known = worths.filter((worth) => worth !== null);
  if (known.length < worths.length) return forEachFactor(() => null);
  const parts = shapley(known);
  return forEachFactor((factor) => (moving.includes(factor) ? (parts[moving.indexOf(factor)] ?? null) : exact(0)));
}

function changeIn(worths: readonly (Exact | null)[]): Exact | null {
  const [before, after] = [worths[0] ?? null, worths.at(-1) ?? null];
  return before === null || after === null ? null : subtract(after, before);
}

interface Lack {
  readonly comparison: Comparison;
  readonly had: boolean;
  readonly has: boolean;
}

/** Where one month has no data there is nothing to subtract: the figures of the other stand alone. */
function withoutData(measure: ListedMeasure, between: Between, { comparison, had, has }: Lack): MeasureChange {
  const index = measures.indexOf(measure);
  const [first, last] = [statesOf(factors)[0], statesOf(factors).at(-1)];
  const amountsOf = (tally: Tally): Amounts => {
    const { numerator, denominator, value } = figuresOf(measure, tally);
    return amounts(numerator, denominator, value);
  };
  const changeWith = (before: Tally, after: Tally): Change => {
    const [was, is] = [
      judged(measure, before, { reading: comparison.before, hasData: had }),
      judged(measure, after, { reading: comparison.after, hasData: has }),
    ];
    return {
      before: { ...(had ? amountsOf(before) : NOTHING), status: was.status },
      after: { ...(has ? amountsOf(after) : NOTHING), status: is.status },
      shown: { before: was.shown, after: is.shown },
      change: NOTHING,
      parts: forEachFactor(() => NOTHING),
    };
  };
  const [before, after] = [emptyTally(measure), emptyTally(measure)];
  const areas = new Map<number, Change>();
  for (const area of had === has ? [] : between.areas) {
    if (first === undefined || last === undefined) continue;
    const [earlier, later] = [between.tallyIn(index, area, first), between.tallyIn(index, area, last)];
    merge(before, earlier);
    merge(after, later);
    areas.set(area, changeWith(earlier, later));
  }
  return { total: changeWith(before, after), areas };
}

const NOTHING: Amounts = { numerator: null, denominator: null, value: null };

function forEachFactor<T>(of: (factor: Factor) => T): Readonly<Record<Factor, T>> {
  // Made of all factors, so no key is missing.
  return Object.fromEntries(factors.map((factor) => [factor, of(factor)])) as Record<Factor, T>;
}

function amounts(
  numerator: Exact | null = null,
  denominator: Exact | null = null,
  value: Exact | null = null,
): Amounts {
  return { numerator: amount(numerator), denominator: amount(denominator), value: amount(value) };
}

function amount(number: Exact | null): Amount | null {
  if (number === null) return null;
  const { numerator, denominator } = number;
  return { number: toNumber(number), exact: denominator === 1n ? `${numerator}` : `${numerator}/${denominator}` };
}
