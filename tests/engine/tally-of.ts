import {
  type CountTally,
  emptyTally,
  type ProportionTally,
  type RatioTally,
  type SumTally,
  type Tally,
} from '../../src/engine/tally.ts';
import { type ListedMeasure, measureOf } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import type { MeasureType } from '../../src/model/report.ts';

interface Kept {
  readonly proportion: Partial<ProportionTally>;
  readonly ratio: Partial<RatioTally>;
  readonly sum: Partial<SumTally>;
  readonly count: Partial<CountTally>;
}

const examples: Readonly<Record<MeasureType, MeasureId>> = { proportion: '9a', ratio: '8c', sum: '15b', count: '9d' };

/** A measure of a type, and a tally of it that keeps what is given. */
export function tallyOf<T extends MeasureType>(
  type: T,
  kept: Kept[T],
  id: MeasureId = examples[type],
): { readonly measure: ListedMeasure; readonly tally: Tally } {
  const measure = measureOf(id);
  return { measure, tally: { ...emptyTally(measure), ...kept } as Tally }; // what is given is of the measure's type
}
