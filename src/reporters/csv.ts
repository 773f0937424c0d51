import type { AreaReport, Figures, MeasureReport, Report } from '../model/report.ts';
import { isSuppressed } from './figures.ts';
import { printableData } from './printable.ts';
import type { Reporter } from './reporter.ts';

/**
 * One row a measure and area: the whole, then the towns, then the villages. As RFC 4180 has it, in UTF-8 without a byte
 * order mark and with CRLF after every row; figures are plain numbers, what does not exist is empty, and what a
 * published report withholds is the word `suppressed`.
 */
export const csv: Reporter = (report) => {
  const clean = printableData(report);
  const lines = [header, ...rows(clean)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`);
  return lines.join('');
};

/** A cell that no program runs: a text that begins like a formula gets an apostrophe in front. */
export function csvCell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : `${value}`;
  const text = FORMULA.test(value) && !NEGATIVE_NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;

type Cell = string | number | null;

const header = [
  ...['level', 'area_code', 'area', 'town', 'indicator', 'measure', 'name', 'type', 'unit', 'status'],
  ...['numerator', 'denominator', 'unknown', 'value', 'low', 'high', 'interval_low', 'interval_high'],
  ...['threshold', 'shortfall', 'window', 'window_from', 'window_to', 'profile'],
];

interface Place extends Pick<AreaReport, 'code' | 'name' | 'town'> {
  readonly level: 'total' | 'town' | 'village';
}

function rows(report: Report): readonly (readonly Cell[])[] {
  const measures = report.indicators.flatMap((indicator) =>
    indicator.measures.map((measure) => ({ indicator, measure })),
  );
  const areas = [
    ...report.towns.map((area) => ({ place: { ...area, level: 'town' as const }, figures: area.measures })),
    ...report.areas.map((area) => ({ place: { ...area, level: 'village' as const }, figures: area.measures })),
  ];
  const row = (place: Place, indicator: string, cells: readonly Cell[]) => [
    ...[place.level, place.code, place.name, place.town, indicator],
    ...cells,
    report.profile.name,
  ];
  const whole: Place = { level: 'total', code: null, name: '', town: null };
  return [
    ...measures.map(({ indicator, measure }) => row(whole, indicator.id, measureCells(measure, measure, whole))),
    ...areas.flatMap(({ place, figures }) =>
      measures.flatMap(({ indicator, measure }) => {
        const own = figures[measure.id];
        return own === undefined ? [] : [row(place, indicator.id, measureCells(measure, own, place))];
      }),
    ),
  ];
}

/** The interval and the shortfall are known of the whole alone. */
function measureCells(measure: MeasureReport, figures: Figures, { level }: Place): readonly Cell[] {
  const { id, name, type, unit, window } = measure;
  const figure = (key: Exclude<keyof Figures, 'status'>) =>
    figures[key] ?? (isSuppressed(figures, key) && !(key === 'denominator' && type === 'count') ? 'suppressed' : null);
  const [numerator, denominator, unknown] = [figure('numerator'), figure('denominator'), figure('unknown')];
  const [value, low, high] = [figure('value'), figure('low'), figure('high')];
  const [intervalLow, intervalHigh] = level === 'total' ? (measure.interval ?? [null, null]) : [null, null];
  return [
    ...[
      id,
      name,
      type,
      unit,
      figures.status,
      numerator,
      denominator,
      unknown,
      value,
      low,
      high,
      intervalLow,
      intervalHigh,
    ],
    ...[measure.threshold, level === 'total' ? measure.shortfall : null, window.kind, window.from, window.to],
  ];
}
