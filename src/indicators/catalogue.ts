import type { Measure } from '../measures/measure.ts';
import type { WindowKind } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { type IndicatorId, indicators, type MeasureId } from './indicators.ts';

/** A measure with its place in the list. */
export type ListedMeasure = Measure & {
  readonly id: MeasureId;
  readonly indicator: IndicatorId;
  readonly sameAs?: MeasureId;
};

/** The 37 measures in the order of the list. */
export const measures: readonly ListedMeasure[] = indicators.flatMap((indicator) =>
  // A declaration keeps its own register as a type; in the list that is forgotten, and each is tested on its own records alone.
  (indicator.measures as readonly unknown[] as readonly ListedMeasure[]).map((measure) => ({
    ...measure,
    indicator: indicator.id,
  })),
);

export const measureIds: readonly MeasureId[] = measures.map(({ id }) => id);
export const indicatorIds: readonly IndicatorId[] = indicators.map(({ id }) => id);

const byId = new Map(measures.map((measure) => [measure.id, measure]));

export function measureOf(id: MeasureId): ListedMeasure {
  const measure = byId.get(id);
  if (measure === undefined) throw new Error(`No measure ${id} is declared.`);
  return measure;
}

export function isMeasureId(text: string): text is MeasureId {
  return byId.has(text as MeasureId); // the map is asked, not told
}

/** The number under which the figures of a measure are kept: 8b is 9a, listed twice. */
export function canonical({ id, sameAs }: ListedMeasure): MeasureId {
  return sameAs ?? id;
}

/** The other number under which the same measure is listed. Both show the same figures, so they share a window. */
export function twinOf(id: MeasureId): MeasureId | undefined {
  return measureOf(id).sameAs ?? measures.find(({ sameAs }) => sameAs === id)?.id;
}

/** A measure's name, telling the window that is really used. */
export function nameIn({ name, window: own }: ListedMeasure, window: WindowKind): Words {
  if (window === own || window !== 'year') return name;
  return { zh: name.zh.replace('三年', '年度'), en: name.en.replace('three years', 'this year') };
}
