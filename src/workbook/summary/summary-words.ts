import type { Words } from '../../model/words.ts';

/** The headers of the summary, in the order of its columns. */
export const summaryHeaders: readonly Words[] = [
  { zh: '代号', en: 'Id' },
  { zh: '指标', en: 'Measure' },
  { zh: '要求', en: 'Required' },
  { zh: '结论', en: 'Status' },
  { zh: '数值', en: 'Value' },
  { zh: '下限', en: 'Low' },
  { zh: '上限', en: 'High' },
  { zh: '差几例', en: 'Shortfall' },
  { zh: '分子', en: 'Numerator' },
  { zh: '分母', en: 'Denominator' },
  { zh: '不详', en: 'Unknown' },
  { zh: 'u 或 a?', en: 'u or a?' },
  { zh: 'xt 或 b?', en: 'xt or b?' },
  { zh: 'xf 或无参照村', en: 'xf or villages without reference' },
  { zh: '有数据', en: 'Has data' },
];

export const summaryWords = {
  period: { zh: '报告期', en: 'Period' },
  to: { zh: ' 至 ', en: ' to ' },
  profile: { zh: '标准', en: 'Profile' },
  ledgers: { zh: '台账', en: 'Ledgers' },
  explained: { zh: '已说明', en: 'explained' },
  formulas: {
    zh: '本表每个数都是对“核算底稿”的公式，可在 Excel、WPS 或 LibreOffice 中重算。数值的下限和上限是不详的记录全部查清后可能的范围；“无”表示不存在，“∞”表示没有上限。',
    en: 'Every figure here is a formula over the audit sheet and can be recalculated in Excel, WPS or LibreOffice. Low and high bound the value whatever the unknown records turn out to be; “无” is a figure that does not exist, “∞” one without limit.',
  },
} as const satisfies Record<string, Words>;
