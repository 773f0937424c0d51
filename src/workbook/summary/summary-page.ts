import type { IndicatorReport, MeasureReport, Report, Status } from '../../model/report.ts';
import { statuses } from '../../model/report.ts';
import { readingOrder } from '../../model/status-counts.ts';
import { between, type Language } from '../../model/words.ts';
import { labels, originWords, statusWords } from '../../reporters/labels.ts';
import type { Page, PageCell, PageRow } from '../pages/page.ts';
import { looks, numberLook, statusLooks, toneLooks } from '../pages/page-looks.ts';
import { titleOf } from '../pages/page-words.ts';
import { measureRow, type SummaryMeasure } from './measure-row.ts';
import { columns } from './summary-columns.ts';
import { summaryHeaders, summaryWords } from './summary-words.ts';

export interface SummaryContent {
  readonly report: Report;
  readonly name: string;
  readonly language: Language;
  readonly measureOf: (measure: MeasureReport) => SummaryMeasure;
  /** The formulas that count the problems of each kind in the list of problems. */
  readonly problems: readonly {
    readonly label: string;
    readonly value: PageCell['value'];
    readonly tone: keyof typeof toneLooks;
  }[];
}

export const SUMMARY_HEADER_ROW = 8;

/** English words are longer: statuses stand above the figures too. */
const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  zh: [7, 38, 15, 13, 13, 13, 13, 9, 12, 12, 9, 9, 9, 11, 8],
  en: [7, 50, 15, 15, 13, 15, 13, 14, 15, 15, 11, 9, 9, 13, 10],
};

/** The summary: what the measures come to, by formulas over the audit sheet. */
export function summaryPage(content: SummaryContent): Page {
  return {
    form: {
      name: content.name,
      widths: WIDTHS[content.language],
      headerRow: SUMMARY_HEADER_ROW,
      frozenColumns: 2,
      filter: null,
      merges: ['A1:H1', 'A2:N2', 'A3:N3', 'A4:N4'],
      tab: '1B6B3A',
    },
    rows: rowsOf(content),
  };
}

function* rowsOf({ report, language, measureOf, problems }: SummaryContent): Generator<PageRow> {
  yield* headOf(report, language);
  const placed = placedIndicators(report.indicators);
  yield* countsOf(placed, { language, problems });
  yield { cells: [] };
  yield {
    cells: summaryHeaders.map((words, index) => ({
      value: words[language],
      look: index > 10 ? looks.faintHeader : looks.header,
    })),
    height: 30,
  };
  for (const { indicator, row } of placed) {
    yield indicatorRow(indicator, row, language);
    for (const [index, measure] of indicator.measures.entries())
      yield measureRow(measureOf(measure), row + 1 + index, language);
  }
}

interface PlacedIndicator {
  readonly indicator: IndicatorReport;
  readonly row: number;
}

/** Where each indicator stands: its own row, then one a measure. */
function placedIndicators(indicators: readonly IndicatorReport[]): readonly PlacedIndicator[] {
  let row = SUMMARY_HEADER_ROW + 1;
  return indicators.map((indicator) => {
    const own = row;
    row += 1 + indicator.measures.length;
    return { indicator, row: own };
  });
}

function* headOf(report: Report, language: Language): Generator<PageRow> {
  const { from, to, origin } = report.period;
  const facts = [
    `${summaryWords.period[language]} ${from}${summaryWords.to[language]}${to}（${originWords[origin][language]}）`,
    `${summaryWords.profile[language]} ${report.profile.name}`,
    `${summaryWords.ledgers[language]} ${report.ledgers.map(({ file }) => file).join(between[language])}`,
    ...(report.only === null ? [] : [`${labels.only[language]} ${report.only.join(between[language])}`]),
  ];
  yield { cells: [{ value: titleOf('summary', language), look: looks.title }], height: 30 };
  yield { cells: [{ value: facts.join('    '), look: looks.fact }] };
  yield { cells: [{ value: report.notices[language], look: looks.notice }], height: 18 };
  yield { cells: [{ value: summaryWords.formulas[language], look: looks.notice }], height: 34 };
}

/** How many indicators have each status, and how many problems there are. */
function* countsOf(
  placed: readonly PlacedIndicator[],
  { language, problems }: Pick<SummaryContent, 'language' | 'problems'>,
): Generator<PageRow> {
  const shown = readingOrder.filter((status) => status !== 'suppressed');
  const cellOf = ({ row }: PlacedIndicator) => `(${columns.status}${row}="%")`;
  const numberOf = (status: Status): PageCell => {
    const terms = placed.map((one) => cellOf(one).replace('%', statusWords[status][language]));
    const cached = placed.filter(({ indicator }) => indicator.status === status).length;
    return {
      value: { formula: terms.length === 0 ? '0' : terms.map((term) => `${term}*1`).join('+'), cached },
      look: numberLook('0'),
    };
  };
  const before: readonly (PageCell | undefined)[] = [undefined, undefined];
  yield {
    cells: [
      ...before,
      { value: labels.summary[language], look: looks.group },
      ...shown.map((status) => ({ value: statusWords[status][language], look: statusLooks[status] })),
      ...problems.map(({ label, tone }) => ({ value: label, look: toneLooks[tone] })),
    ],
  };
  yield {
    cells: [
      ...before,
      { value: null, look: looks.group },
      ...shown.map(numberOf),
      ...problems.map(({ value }) => ({ value, look: numberLook('0') })),
    ],
  };
}

/** An indicator: as bad as the worst of its measures. */
function indicatorRow({ id, names, status, measures }: IndicatorReport, row: number, language: Language): PageRow {
  const range = `${columns.status}${row + 1}:${columns.status}${row + measures.length}`;
  const word = (each: Status) => `"${statusWords[each][language]}"`;
  const formula = statuses.reduceRight(
    (otherwise, each) => `IF(COUNTIF(${range},${word(each)})>0,${word(each)},${otherwise})`,
    word('off'),
  );
  const band = Array.from({ length: summaryHeaders.length - 4 }, () => ({ value: null, look: looks.group }));
  return {
    cells: [
      { value: id, look: looks.group },
      { value: names[language], look: looks.group },
      { value: null, look: looks.group },
      { value: { formula, cached: statusWords[status][language] }, look: statusLooks[status] },
      ...band,
    ],
  };
}
