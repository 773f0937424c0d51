import type { AreaReport, Report, ShownFigures } from '../../src/model/report.ts';
import { measure } from '../reporters/sample-measures.ts';
import { sampleReport } from '../reporters/sample-report.ts';

type Counts = readonly [n: number, d: number, unknown?: number];

/** A report on one share (measure 16, at least 95 %), village by village: town, then numerator, denominator and unknown. */
export function reportOn(villages: Readonly<Record<string, readonly [town: string, ...Counts]>>): Report {
  const all = Object.entries(villages).map(([name, [town, ...counts]]) => ({ name, town, counts }));
  const towns = [...new Set(all.map(({ town }) => town))];
  const total = (of: typeof all) => sum(of.map(({ counts }) => counts));
  const { status, ...whole } = figures(total(all));
  const staff = measure('16', ['工作人员报酬落实率', 'Staff paid in full'], {
    status,
    threshold: '>= 95%',
    ...whole,
    interval: [1, 99],
    shortfall: 2,
  });
  const area = (code: string | null, name: string, town: string, counts: Counts): AreaReport => ({
    code,
    name,
    town,
    measures: { '16': figures(counts) },
  });
  return {
    ...sampleReport,
    indicators: [{ id: '16', name: '报酬', names: { zh: '报酬', en: 'Pay' }, status, measures: [staff] }],
    towns: towns.map((town) => area(null, town, town, total(all.filter((village) => village.town === town)))),
    areas: all.map(({ name, town, counts }, index) => area(`99${index}`, name, town, counts)),
  };
}

/** `n/d?u` of each area, and of the whole, with `#` for what is suppressed. */
export function told({ indicators, towns, areas }: Report): Readonly<Record<string, string>> {
  const text = ({ numerator, denominator, unknown }: ShownFigures) =>
    `${numerator ?? '#'}/${denominator ?? '#'}?${unknown ?? '#'}`;
  const [whole] = indicators[0]?.measures ?? [];
  const named = [...towns, ...areas].flatMap(({ name, measures: { '16': own } }) =>
    own === undefined ? [] : [[name, text(own)]],
  );
  return { whole: whole === undefined ? '' : text(whole), ...Object.fromEntries(named) };
}

function figures([numerator, denominator, unknown = 0]: Counts): ShownFigures {
  const rate = (a: number, b: number) => (b === 0 ? null : (100 * a) / b);
  const value = rate(numerator, denominator);
  const [low, high] = [rate(numerator, denominator + unknown), rate(numerator + unknown, denominator + unknown)];
  const text = (number: number | null) => number?.toFixed(2) ?? null;
  const status =
    low === null || high === null ? 'not-applicable' : low >= 95 ? 'pass' : high < 95 ? 'fail' : 'undetermined';
  const shown = { value: text(value), low: text(low), high: text(high) };
  return { status, numerator, denominator, unknown, value, low, high, shown };
}

function sum(all: readonly Counts[]): Counts {
  return all.reduce<[number, number, number]>(([n, d, u], [a, b, c = 0]) => [n + a, d + b, u + c], [0, 0, 0]);
}
