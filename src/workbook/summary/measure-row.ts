import type { ListedMeasure } from '../../indicators/catalogue.ts';
import { certain } from '../../model/certain.ts';
import type { MeasureReport, Unit } from '../../model/report.ts';
import type { Language } from '../../model/words.ts';
import type { MeasureSettings } from '../../profiles/profile.ts';
import { thresholdText } from '../../reporters/figures.ts';
import { statusWords } from '../../reporters/labels.ts';
import { DENOMINATOR, FIRST_BOUND, NUMERATOR, UNKNOWN_RECORDS } from '../audit/audit-parts.ts';
import type { PageCell, PageRow } from '../pages/page.ts';
import { looks, numberLook, statusLooks } from '../pages/page-looks.ts';
import { NO_FIGURE, UNBOUNDED } from '../pages/page-words.ts';
import { figureFormulas } from './bound-formulas.ts';
import { summaryCells } from './summary-columns.ts';
import { shortfallFormula, statusFormula } from './verdict-formulas.ts';

/** A measure as the summary shows it. */
export interface SummaryMeasure {
  readonly measure: ListedMeasure;
  readonly settings: MeasureSettings;
  readonly report: MeasureReport;
  /** The formula that adds up a count in the audit sheets; `undefined` where the measure has no such count. */
  readonly sum: (place: number) => string | undefined;
  /** What the counts come to, in the order of `marksOf`, given figures included. */
  readonly totals: readonly number[];
  /** How many decimals its counts have. */
  readonly decimals: number;
}

/** The row of a measure in the summary: every figure a formula, with what the engine counted as its cached value. */
export function measureRow(own: SummaryMeasure, row: number, language: Language): PageRow {
  const { measure, settings, report, decimals, totals } = own;
  const cells = summaryCells(row);
  const figures = figureFormulas(measure, cells, 10 ** decimals);
  const word = (status: MeasureReport['status']) => statusWords[status][language];
  const hasData = report.numerator !== null;
  const where = (formula: string) => `IF(${cells.hasData}=0,"${NO_FIGURE}",${formula})`;
  const count = (place: number): PageCell => {
    const sum = own.sum(place);
    const places = place < UNKNOWN_RECORDS ? decimals : 0;
    const look = place < FIRST_BOUND ? numberLook(countFormat(places)) : looks.faintNumber;
    if (sum === undefined)
      return place < FIRST_BOUND
        ? { value: { formula: `"${NO_FIGURE}"`, cached: NO_FIGURE }, look }
        : { value: null, look };
    return {
      value: { formula: where(rounded(sum, places)), cached: hasData ? certain(totals[place], 'total') : NO_FIGURE },
      look,
    };
  };
  const figure = (formula: string, cached: number | null, shown: string | null): PageCell => ({
    value: { formula: where(formula), cached: cached ?? (shown === UNBOUNDED ? UNBOUNDED : NO_FIGURE) },
    look: numberLook(valueFormat(shown, measure.unit)),
  });
  return {
    cells: [
      { value: report.id, look: looks.centred },
      { value: report.names[language], look: looks.line },
      { value: thresholdText(report.threshold, language), look: looks.centred },
      {
        value: { formula: statusFormula(settings, measure, { figures, cells, word }), cached: word(report.status) },
        look: statusLooks[report.status],
      },
      figure(figures.value, report.value, report.shown.value),
      figure(figures.low, report.low, report.shown.low),
      figure(figures.high, report.high, report.shown.high),
      {
        value: {
          formula: shortfallFormula(settings, measure, cells, 10 ** decimals),
          cached: report.shortfall ?? NO_FIGURE,
        },
        look: numberLook('0'),
      },
      ...[NUMERATOR, DENOMINATOR, UNKNOWN_RECORDS, FIRST_BOUND, FIRST_BOUND + 1, FIRST_BOUND + 2].map(count),
      { value: hasData ? 1 : 0, look: looks.faintNumber },
    ],
  };
}

const SIGNS: Readonly<Record<Unit, string>> = { '%': '"%"', '‰': '"‰"', per100: '', ratio: '', count: '' };

/** As many decimals as the report shows: a miss must not look like a hit here either. */
function valueFormat(shown: string | null, unit: Unit): string {
  const decimals = shown?.split('.')[1]?.length ?? (unit === 'count' ? 0 : 2);
  return `${decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`}${SIGNS[unit]}`;
}

function countFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** Sums of decimals are made whole again: 0.1 + 0.2 is 0.30000000000000004. */
function rounded(sum: string, decimals: number): string {
  return decimals === 0 ? sum : `ROUND(${sum},${decimals})`;
}
