import type { IndicatorReport, MeasureReport, Status, Unit, WindowKind } from '../../src/model/report.ts';

type Known = Partial<MeasureReport> & Pick<MeasureReport, 'status'>;

/** Builders for sample reports: each measure says only what its test is about. */
export function proportion(
  id: string,
  names: [zh: string, en: string],
  parts: [n: number, d: number, u?: number],
  rest: Known,
) {
  const [n, d, u = 0] = parts;
  const scale = rest.unit === '‰' ? 1000 : 100;
  const [value, low, high] = [(scale * n) / d, (scale * n) / (d + u), (scale * (n + u)) / (d + u)];
  return measure(id, names, {
    numerator: n,
    denominator: d,
    unknown: u,
    value,
    low,
    high,
    interval: [low - 1, high + 1],
    ...rest,
  });
}

export function count(id: string, names: [zh: string, en: string], n: number, rest: Known) {
  const figures = { numerator: n, denominator: null, unknown: 0, value: n, low: n, high: n };
  const shown = { value: `${n}`, low: `${n}`, high: `${n}` };
  return measure(id, names, { type: 'count', unit: 'count', ...figures, shown, ...rest });
}

export function quotient(id: string, names: [zh: string, en: string], parts: [a: number, b: number], rest: Known) {
  const scale = rest.unit === 'ratio' ? 1 : 100;
  const value = (scale * parts[0]) / parts[1];
  const figures = { numerator: parts[0], denominator: parts[1], unknown: 0, value, low: value, high: value };
  return measure(id, names, { type: 'ratio', ...figures, ...rest });
}

export function missing(id: string, names: [zh: string, en: string], rest: Known) {
  return measure(id, names, rest);
}

export function measure(id: string, [zh, en]: [zh: string, en: string], known: Known): MeasureReport {
  const { value = null, low = null, high = null } = known;
  const unit: Unit = known.unit ?? '%';
  return {
    id,
    name: zh,
    names: { zh, en },
    type: 'proportion',
    unit,
    numerator: null,
    denominator: null,
    unknown: null,
    value,
    low,
    high,
    interval: null,
    window: window('year'),
    threshold: null,
    shortfall: null,
    shown: { value: shown(value), low: shown(low), high: shown(high) },
    coverage: { ledgers: 2, of: 2 },
    definition: { zh: `${zh}的定义`, en: `The definition of ${en}` },
    source: {
      zh: '关于创建国家计划生育优质服务先进区的实施方案 · 创建工作的主要指标（十七项）',
      en: 'Plan for the advanced districts of quality service · seventeen indicators',
    },
    ...known,
  };
}

export function window(kind: WindowKind): MeasureReport['window'] {
  const from = { year: '2025-01-01', '3y': '2022-07-01', stock: null }[kind];
  return { kind, from, to: '2025-06-30' };
}

export function indicator(
  id: string,
  [zh, en]: [zh: string, en: string],
  status: Status,
  measures: MeasureReport[],
): IndicatorReport {
  return { id, name: zh, names: { zh, en }, status, measures };
}

function shown(value: number | null): string | null {
  return value === null ? null : value.toFixed(2);
}
