import { type ListedMeasure, measures, nameIn } from '../indicators/catalogue.ts';
import { indicators } from '../indicators/indicators.ts';
import type { Moment } from '../measures/condition.ts';
import { definitionOf } from '../measures/definition.ts';
import { isoDate } from '../model/day.ts';
import type { IndicatorReport, MeasureReport } from '../model/report.ts';
import { worst } from '../model/status-counts.ts';
import type { Words } from '../model/words.ts';
import type { MeasureSettings } from '../profiles/profile.ts';
import { printThreshold } from '../profiles/threshold.ts';
import { type Evaluation, plainFigures } from './evaluation.ts';

/** A measure judged over the whole run, with all it takes to explain it. */
export interface JudgedMeasure {
  readonly measure: ListedMeasure;
  readonly settings: MeasureSettings;
  readonly moment: Moment;
  readonly evaluation: Evaluation;
  readonly coverage: { readonly ledgers: number; readonly of: number };
}

/** The indicators with the measures that were judged, in the order of the list. */
export function indicatorReports(judged: readonly JudgedMeasure[]): readonly IndicatorReport[] {
  return indicators.flatMap((indicator) => {
    const own = judged.filter(({ measure }) => measure.indicator === indicator.id).map(measureReport);
    if (own.length === 0) return [];
    return [
      {
        id: indicator.id,
        name: indicator.name.zh,
        names: indicator.name,
        status: worst(own.map(({ status }) => status)),
        measures: own,
      },
    ];
  });
}

function measureReport({ measure, settings, moment, evaluation, coverage }: JudgedMeasure): MeasureReport {
  const names = nameIn(measure, settings.window);
  const { status, ...figures } = plainFigures(evaluation);
  const { window, end } = moment;
  return {
    id: measure.id,
    name: names.zh,
    names,
    type: measure.type,
    unit: measure.unit,
    status,
    ...figures,
    interval: evaluation.interval,
    window: { kind: settings.window, from: window === null ? null : isoDate(window.first), to: isoDate(end) },
    threshold: settings.threshold === null ? null : printThreshold(settings.threshold, measure.unit),
    shortfall: evaluation.shortfall,
    shown: evaluation.shown,
    coverage,
    definition: definitionOf(measure),
    source: settings.source ?? NOT_LISTED,
  };
}

const NOT_LISTED: Words = { zh: '所用方案没有这一项', en: 'not mentioned in the profile' };

/** The measures that an option names: themselves, or all of an indicator. All, where it names none. */
export function selectedMeasures(only: readonly string[] | null): readonly ListedMeasure[] {
  return only === null
    ? measures
    : measures.filter(({ id, indicator }) => only.includes(id) || only.includes(indicator));
}
