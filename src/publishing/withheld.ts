import type { MeasureReport, ShownFigures } from '../model/report.ts';
import { standsWithMore } from './verdict-margin.ts';

/** What is suppressed of a measure in one area. */
export interface Withheld {
  readonly numerator: boolean;
  readonly denominator: boolean;
  /** The number of the unknown, and with it the bounds, which tell it. */
  readonly unknown: boolean;
}

/** Figures as they are published: what is withheld is `null`, and so is all that is computed from it. */
export function publishedFigures(
  figures: ShownFigures,
  measure: MeasureReport,
  { withheld, least }: { readonly withheld: Withheld; readonly least: number },
): ShownFigures {
  const { status, numerator, denominator, unknown, value, low, high, shown } = figures;
  if (numerator === null) return figures; // without data there is nothing to withhold
  const hasValue = !withheld.numerator && !withheld.denominator;
  const hasBounds = hasValue && !withheld.unknown;
  const isTelling = !hasValue || (withheld.unknown && !standsWithMore(figures, measure, least));
  return {
    status: isTelling ? 'suppressed' : status,
    numerator: withheld.numerator ? null : numerator,
    denominator: withheld.denominator ? null : denominator,
    unknown: withheld.unknown ? null : unknown,
    value: hasValue ? value : null,
    low: hasBounds ? low : null,
    high: hasBounds ? high : null,
    shown: {
      value: hasValue ? shown.value : null,
      low: hasBounds ? shown.low : null,
      high: hasBounds ? shown.high : null,
    },
  };
}

/** A measure of the whole as it is published. The interval follows from the numbers; the shortfall tells the unknown too. */
export function publishedMeasure(measure: MeasureReport, withheld: Withheld, least: number): MeasureReport {
  const hasValue = !withheld.numerator && !withheld.denominator;
  return {
    ...measure,
    ...publishedFigures(measure, measure, { withheld, least }),
    interval: hasValue ? measure.interval : null,
    shortfall: hasValue && !withheld.unknown ? measure.shortfall : null,
  };
}
