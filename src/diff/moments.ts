import { type CountedRun, momentOf } from '../engine/counted-run.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Moment } from '../measures/condition.ts';
import type { State } from './state.ts';

/** The days at which all measures are counted, in the order of the list. */
export type Moments = readonly Moment[];

/** The moments of every mixture of the two months' periods and settings; those that come to the same stand once. */
export interface MomentTable {
  readonly all: readonly Moments[];
  /** The numbers of the two months' own moments among them. */
  readonly atBefore: number;
  readonly atAfter: number;
  /** The number of a state's moments among them. */
  indexIn(state: State): number;
  /** Whether a period that moves, or other settings, move the days of a measure. */
  movesWith(factor: 'window' | 'settings', measure: number): boolean;
}

/** The moments of two counted months, and of what lies between them. */
export function momentTable(before: CountedRun, after: CountedRun): MomentTable {
  const of = (measure: ListedMeasure, window: boolean, settings: boolean) =>
    momentOf(measure, (window ? after : before).period, (settings ? after : before).settings);
  const corners = CORNERS.map(([window, settings]) => measures.map((measure) => of(measure, window, settings)));
  const texts = corners.map((moments) => JSON.stringify(moments));
  const distinct = [...new Set(texts)];
  const numbers = texts.map((text) => distinct.indexOf(text));
  const all = distinct.flatMap((text) => corners.slice(texts.indexOf(text), texts.indexOf(text) + 1));
  const differ = (measure: number, one: number, other: number) =>
    JSON.stringify(corners[one]?.[measure]) !== JSON.stringify(corners[other]?.[measure]);
  return {
    all,
    atBefore: numbers[0] ?? -1,
    atAfter: numbers[3] ?? -1,
    indexIn: ({ window, settings }) => numbers[(window ? 1 : 0) + (settings ? 2 : 0)] ?? -1,
    movesWith: (factor, measure) =>
      factor === 'window'
        ? differ(measure, 0, 1) || differ(measure, 2, 3)
        : differ(measure, 0, 2) || differ(measure, 1, 3),
  };
}

/** Whether the period and the settings are those of the later month. */
const CORNERS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;
