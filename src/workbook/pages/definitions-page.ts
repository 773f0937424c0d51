import type { MeasureReport, MeasureType, Report } from '../../model/report.ts';
import { columnLetters } from '../../model/sheet.ts';
import type { Language, Words } from '../../model/words.ts';
import { coverageText, thresholdText } from '../../reporters/figures.ts';
import type { Page, PageRow } from './page.ts';
import { looks } from './page-looks.ts';
import { titleOf } from './page-words.ts';

const HEADER_ROW = 3;

const headers: readonly (readonly [Words, number])[] = [
  [{ zh: '代号', en: 'Id' }, 7],
  [{ zh: '指标', en: 'Measure' }, 34],
  [{ zh: '怎样算', en: 'Definition' }, 70],
  [{ zh: '要求', en: 'Required' }, 16],
  [{ zh: '要求的出处', en: 'Source of the threshold' }, 52],
  [{ zh: '时间范围', en: 'Window' }, 26],
  [{ zh: '数值和上下限', en: 'Value and bounds' }, 60],
  [{ zh: '数据来源', en: 'Coverage' }, 22],
];

const hint: Words = {
  zh: '不详的记录不当作没有：它们决定下限和上限。上下限都达到要求才算达标，都达不到才算未达标，否则无法判定。',
  en: 'Unknown records are not taken for absent: they decide low and high. Only where both meet the requirement is it a pass, only where both miss it a fail; else the measure is undetermined.',
};

const bounds: Readonly<Record<MeasureType, Words>> = {
  proportion: {
    zh: '数值 n/d；下限 n/(d+u+xf)；上限 (n+u+xt)/(d+u+xt)',
    en: 'value n/d; low n/(d+u+xf); high (n+u+xt)/(d+u+xt)',
  },
  ratio: {
    zh: '数值 a/b；下限 a/(b+b?)；上限 (a+a?)/b；有村没有参照数时下限为 0',
    en: 'value a/b; low a/(b+b?); high (a+a?)/b; low is 0 where a village has no reference',
  },
  sum: {
    zh: '数值 ΣX/ΣY；金额或范围不详的记录不计入，有这样的记录就没有上下限',
    en: 'value ΣX/ΣY; records with an amount or scope unknown are left out, and with any left out there are no bounds',
  },
  count: { zh: '数值 n；上限 n+n?', en: 'value n; high n+n?' },
};

/** What every measure is: how it is counted, against what it is judged, and where that comes from. */
export function definitionsPage(report: Report, name: string, language: Language): Page {
  const last = columnLetters(headers.length - 1);
  return {
    form: {
      name,
      widths: headers.map(([, width]) => width),
      headerRow: HEADER_ROW,
      frozenColumns: 2,
      filter: null,
      merges: [`A1:${last}1`, `A2:${last}2`],
      tab: '2F4C7C',
    },
    rows: rowsOf(report, language),
  };
}

function* rowsOf(report: Report, language: Language): Generator<PageRow> {
  yield { cells: [{ value: titleOf('definitions', language), look: looks.title }], height: 30 };
  yield { cells: [{ value: hint[language], look: looks.notice }], height: 20 };
  yield { cells: headers.map(([words]) => ({ value: words[language], look: looks.header })), height: 24 };
  for (const { id, names, measures } of report.indicators) {
    yield {
      cells: [id, names[language], ...headers.slice(2).map(() => null)].map((value) => ({ value, look: looks.group })),
    };
    for (const measure of measures)
      yield { cells: textsOf(measure, language).map((value) => ({ value, look: looks.text })) };
  }
}

function textsOf(measure: MeasureReport, language: Language): readonly string[] {
  return [
    measure.id,
    measure.names[language],
    measure.definition[language],
    thresholdText(measure.threshold, language),
    measure.source[language],
    windowText(measure, language),
    bounds[measure.type][language],
    coverageText(measure, language) ?? (language === 'zh' ? '全部台账' : 'all ledgers'),
  ];
}

function windowText({ window: { kind, from, to } }: MeasureReport, language: Language): string {
  if (from === null || kind === 'stock') return language === 'zh' ? `${to} 在册` : `as it stands on ${to}`;
  return language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}
