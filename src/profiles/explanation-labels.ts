import type { Severity } from '../model/diagnostic.ts';
import type { MeasureType, Unit, WindowKind } from '../model/report.ts';
import type { Words } from '../model/words.ts';

/** What stands before each part of an explanation. */
export const labels = {
  indicator: { zh: '指标', en: 'Indicator' },
  definition: { zh: '定义', en: 'Definition' },
  value: { zh: '数值', en: 'Value' },
  window: { zh: '窗口', en: 'Window' },
  leastBase: { zh: '最小基数', en: 'Least base' },
  unknown: { zh: '不详', en: 'Unknown' },
  required: { zh: '要求', en: 'Required' },
  source: { zh: '出处', en: 'Source' },
  profile: { zh: '标准', en: 'Profile' },
  example: { zh: '举例', en: 'Example' },
  mend: { zh: '改法', en: 'How to mend it' },
  code: { zh: '代码', en: 'Code' },
  severity: { zh: '程度', en: 'Severity' },
  message: { zh: '说的是', en: 'It says' },
  codes: { zh: '问题代码', en: 'Diagnostic codes' },
  codebook: { zh: '指标说明', en: 'Codebook' },
  off: { zh: '不考核', en: 'off' },
} as const satisfies Readonly<Record<string, Words>>;

export const windowWords: Readonly<Record<WindowKind, Words>> = {
  year: { zh: '从统计年度第一天到期末', en: 'from the first day of the counting year to the end of the period' },
  '3y': { zh: '到期末为止的三年', en: 'the three years up to the end of the period' },
  stock: {
    zh: '没有窗口：记录的现状，以期末为准',
    en: 'none: the records as they stand, judged at the end of the period',
  },
};

/** The window in a word, for tables. */
export const shortWindows: Readonly<Record<WindowKind, Words>> = {
  year: { zh: '年度', en: 'year' },
  '3y': { zh: '三年', en: '3 years' },
  stock: { zh: '现状', en: 'as it stands' },
};

/** How the value comes from the two parts. */
export function valueWords({ type, unit }: { readonly type: MeasureType; readonly unit: Unit }): Words {
  return type === 'ratio' ? ratioWords[unit] : plainWords[type];
}

const APART: Words = { zh: '两个数之比，各数各的', en: 'one number to another, each counted apart' };

const ratioWords: Readonly<Record<Unit, Words>> = {
  '%': { zh: `${APART.zh}，可以超过 100 %`, en: `${APART.en}: it may exceed 100 %` },
  '‰': APART,
  per100: { zh: `${APART.zh}，以后者为 100`, en: `${APART.en}, per 100 of the second` },
  ratio: APART,
  count: APART,
};

const plainWords: Readonly<Record<Exclude<MeasureType, 'ratio'>, Words>> = {
  proportion: {
    zh: '分子 ÷ 分母。分母为 0 时不适用，既不是 0 % 也不是 100 %',
    en: 'numerator ÷ denominator. With nothing in the denominator it is not applicable: neither 0 % nor 100 %',
  },
  sum: { zh: '两个合计之比', en: 'one total to another' },
  count: { zh: '件数', en: 'a number of events' },
};

export function leastBaseWords(minN: number): Words {
  return {
    zh: `不到 ${minN} 时只给数值，结论为“样本小”；配置的 min_n 可改`,
    en: `${minN}: below it the value is shown and the status is “small sample”; min_n in a configuration changes it`,
  };
}

export const severities: Readonly<Record<Severity, Words>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  notice: { zh: '提示', en: 'notice' },
};

export function indicatorRule(language: 'zh' | 'en'): string {
  return {
    zh: '指标的结论取各分项中最差的：未达标、无法判定、无数据、达标，其次样本小、不适用、不考核。',
    en: 'The status of an indicator is the worst of its measures: fail, undetermined, no data, pass; then small sample, not applicable, off.',
  }[language];
}
