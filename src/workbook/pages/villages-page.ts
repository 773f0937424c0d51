import { certain } from '../../model/certain.ts';
import type { AreaReport, MeasureReport, Report } from '../../model/report.ts';
import type { Language, Words } from '../../model/words.ts';
import { unitSigns } from '../../reporters/figures.ts';
import { statusWords } from '../../reporters/labels.ts';
import type { Page, PageCell, PageRow } from './page.ts';
import { looks, numberLook, statusLooks } from './page-looks.ts';
import { titleOf } from './page-words.ts';

const HEADER_ROW = 4;

/** Of a column of figures: `100.00% not applicable` is to fit, or a program shows ### in its place. */
const FIGURE_WIDTHS: Readonly<Record<Language, number>> = { zh: 16, en: 23 };

// Not the headers of the register of villages, which this sheet must not be taken for.
const headers: readonly (readonly [Words, number])[] = [
  [{ zh: '层级', en: 'Level' }, 8],
  [{ zh: '代码', en: 'Village code' }, 15],
  [{ zh: '名称', en: 'Area' }, 18],
  [{ zh: '所属乡镇', en: 'Of town' }, 14],
];

const hint: Words = {
  zh: '每格：数值和结论，没有数值时只写结论。村和乡镇按各自的记录判定；样本小的只列数值。',
  en: 'Each cell: value and status, the status alone where there is no value. Villages and towns are judged by their own records.',
};

const levels = { village: { zh: '村', en: 'village' }, town: { zh: '乡镇', en: 'town' } } as const;

/** The figures of every village, and of the towns below them. */
export function villagesPage(report: Report, name: string, language: Language): Page {
  const measures = report.indicators.flatMap((indicator) => indicator.measures);
  const width = headers.length + measures.length;
  return {
    form: {
      name,
      widths: [...headers.map(([, each]) => each), ...measures.map(() => FIGURE_WIDTHS[language])],
      headerRow: HEADER_ROW,
      frozenColumns: 3,
      filter: { first: 0, last: width - 1 },
      merges: ['A1:H1', 'A2:N2'],
      tab: '2F4C7C',
      isWide: true,
    },
    rows: rowsOf(report, measures, language),
  };
}

function* rowsOf(report: Report, measures: readonly MeasureReport[], language: Language): Generator<PageRow> {
  yield { cells: [{ value: titleOf('villages', language), look: looks.title }], height: 30 };
  yield { cells: [{ value: hint[language], look: looks.notice }], height: 20 };
  const names = measures.map(({ names: own }) => ({ value: own[language], look: looks.faintHeader }));
  yield { cells: [...headers.map(() => ({ value: null, look: looks.faintHeader })), ...names], height: 46 };
  const ids = measures.map(({ id }) => ({ value: id, look: looks.header }));
  yield { cells: [...headers.map(([words]) => ({ value: words[language], look: looks.header })), ...ids] };
  for (const area of report.areas) yield areaRow(area, 'village', { measures, language });
  for (const area of report.towns) yield areaRow(area, 'town', { measures, language });
}

function areaRow(
  area: AreaReport,
  level: keyof typeof levels,
  { measures, language }: { readonly measures: readonly MeasureReport[]; readonly language: Language },
): PageRow {
  const text = (value: string | null): PageCell => ({ value, look: level === 'town' ? looks.group : looks.line });
  return {
    cells: [
      text(levels[level][language]),
      text(area.code),
      text(area.name),
      text(area.town),
      ...measures.map((measure) => figureCell(area, measure, language)),
    ],
  };
}

/** A value as a number that shows its unit and its verdict; the verdict alone where there is no value. */
function figureCell({ measures }: AreaReport, measure: MeasureReport, language: Language): PageCell {
  const figures = certain(measures[measure.id], `figures of ${measure.id}`);
  const word = statusWords[figures.status][language];
  if (figures.value === null) return { value: word, look: statusLooks[figures.status] };
  const [, decimals = ''] = figures.shown.value?.split('.') ?? [];
  const number = decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}`;
  const format = `${number}"${unitSigns[measure.unit]} ${word}"`;
  return { value: figures.value, look: numberLook(format, figures.status) };
}
