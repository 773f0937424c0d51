import type { Condition, Moment, Truth } from '../measures/condition.ts';
import { markProportion, markSum, type ProportionMark, proportionMark } from '../measures/mark.ts';
import type { Count, Measure, Proportion, Ratio, Sum } from '../measures/measure.ts';
import { isKnown } from '../records/cell.ts';
import type { RegisterRecord } from '../records/record.ts';
import { positionOf, type RegisterName } from '../records/registers.ts';
import { forgetAll, meet, type ProportionTally, type Tally } from './tally.ts';

/** Adds a record to a tally of its measure. Answers true where the record's part in the measure is not known. */
export type Counter = (record: RegisterRecord, tally: Tally) => boolean;

/** What to do with the records of each register that a measure counts. */
export function countersOf(measure: Measure, at: Moment): readonly (readonly [RegisterName, Counter])[] {
  switch (measure.type) {
    case 'proportion':
      return [
        [
          measure.among.register,
          measure.per === null ? proportionCounter(measure, at) : personCounter(measure, measure.per, at),
        ],
      ];
    case 'ratio':
      return ratioCounters(measure, at);
    case 'sum':
      return [[measure.among.register, sumCounter(measure, at)]];
    case 'count':
      return [[measure.among.register, countCounter(measure, at)]];
  }
}

/** Makes records of the persons of a proportion: each counts once, by all that is known of them. */
export function settlePersons(tally: Tally): void {
  if (tally.type !== 'proportion') return;
  for (const { scope, meets } of tally.persons.values()) addMark(tally, proportionMark(scope, meets));
  forgetAll(tally);
}

function proportionCounter(measure: Proportion, at: Moment): Counter {
  return (record, tally) => {
    const mark = markProportion(measure, record, at);
    addMark(of('proportion', tally), mark);
    return isOpen(mark);
  };
}

function personCounter(measure: Proportion, field: string, at: Moment): Counter {
  const unnamed = proportionCounter(measure, at);
  const position = positionOf(measure.among.register, field);
  return (record, tally) => {
    const id = record.cells[position];
    if (id === undefined || !isKnown(id)) return unnamed(record, tally);
    const seen = { scope: measure.among.test(record, at), meets: measure.which.test(record, at) };
    meet(of('proportion', tally), String(id), seen);
    return seen.scope === null || (seen.scope && seen.meets === null);
  };
}

function ratioCounters({ of: above, to: below }: Ratio, at: Moment): readonly (readonly [RegisterName, Counter])[] {
  if ('total' in below) return [[above.register, sideCounter({ a: above }, at)]];
  if (above.register === below.register) return [[above.register, sideCounter({ a: above, b: below }, at)]];
  return [
    [above.register, sideCounter({ a: above }, at)],
    [below.register, sideCounter({ b: below }, at)],
  ];
}

function sideCounter({ a, b }: { readonly a?: Condition; readonly b?: Condition }, at: Moment): Counter {
  return (record, tally) => {
    const ratio = of('ratio', tally);
    const above: Truth = a === undefined ? false : a.test(record, at);
    const below: Truth = b === undefined ? false : b.test(record, at);
    if (above === true) ratio.a++;
    if (above === null) ratio.aMaybe++;
    if (below === true) ratio.b++;
    if (below === null) ratio.bMaybe++;
    const isUnknown = above === null || below === null;
    if (isUnknown) ratio.unknown++;
    return isUnknown;
  };
}

function sumCounter(measure: Sum, at: Moment): Counter {
  return (record, tally) => {
    const sum = of('sum', tally);
    const mark = markSum(measure, record, at);
    if (mark === 'left-out') sum.leftOut++;
    else if (mark !== 'outside') {
      sum.x += mark.x;
      sum.y += mark.y;
    }
    return mark === 'left-out';
  };
}

function countCounter({ among }: Count, at: Moment): Counter {
  return (record, tally) => {
    const count = of('count', tally);
    const truth = among.test(record, at);
    if (truth === true) count.n++;
    if (truth === null) count.maybe++;
    return truth === null;
  };
}

function addMark(tally: ProportionTally, mark: ProportionMark): void {
  tally.n += mark.n;
  tally.d += mark.d;
  tally.u += mark.u;
  tally.xt += mark.xt;
  tally.xf += mark.xf;
  tally.x += mark.xt | mark.xf;
}

function isOpen({ u, xt, xf }: ProportionMark): boolean {
  return u + xt + xf > 0;
}

function of<T extends Tally['type']>(type: T, tally: Tally): Extract<Tally, { readonly type: T }> {
  if (tally.type !== type) throw new Error(`A ${type} was given the tally of a ${tally.type}.`);
  return tally as Extract<Tally, { readonly type: T }>; // the type was just compared
}
