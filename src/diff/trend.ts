import { check } from '../check.ts';
import { monthName } from '../engine/period.ts';
import { isPeriod, type Period } from '../engine/period-choice.ts';
import { toldPeriod } from '../engine/run-period.ts';
import { addMonths, type Day, nextDay } from '../model/day.ts';
import type { MeasureReport, Report, Status, Unit } from '../model/report.ts';
import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import { openRun } from '../reading/opened-run.ts';
import { vocabulary } from '../records/vocabulary.ts';
import type { ComparedMonth } from './difference.ts';
import type { ReadingOptions } from './reading.ts';

/** The figures of a measure in one month, and how far they are from the month before it in the list. */
export interface TrendPoint {
  readonly status: Status;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly shown: string | null;
  readonly change: number | null;
}

export interface MeasureTrend {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly unit: Unit;
  /** One a month, in the order of `months`. */
  readonly points: readonly TrendPoint[];
}

export interface IndicatorTrend {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly statuses: readonly Status[];
  readonly measures: readonly MeasureTrend[];
}

/** Several months of one area, as plain JSON data. */
export interface Trend {
  readonly schema: 'fp-check/trend/1';
  readonly tool: Report['tool'];
  readonly notice: string;
  readonly notices: Words;
  readonly only: readonly string[] | null;
  /** In the order of their periods. */
  readonly months: readonly ComparedMonth[];
  /** Months between the first and the last of which there is no ledger: `2025-03`. */
  readonly missing: readonly string[];
  readonly indicators: readonly IndicatorTrend[];
}

/** Lines several months up, in the order of their periods. Ledgers of one month are read together. */
export async function trend(
  ledgers: readonly Ledger[],
  options: Omit<ReadingOptions, 'period' | 'showValues'>,
): Promise<Trend> {
  const settings = { ...options.settings, period: null }; // one period for all would make all months one
  const months = new Map<Day, { readonly period: Period; readonly ledgers: Ledger[] }>();
  for (const ledger of ledgers) {
    const run = await openRun([ledger], vocabulary(settings.own), options);
    const period = toldPeriod(run, { period: null, settings });
    if (!isPeriod(period)) throw noMonth(ledger);
    const month = months.get(period.end) ?? { period, ledgers: [] };
    months.set(period.end, month);
    month.ledgers.push(ledger);
  }
  const reports: Report[] = [];
  for (const [, { period, ledgers: own }] of [...months].sort(([a], [b]) => a - b))
    reports.push(await check(own, { ...options, showValues: false, period: () => period }));
  return trendOf(reports, missingBetween([...months.keys()]));
}

/** Lines up reports that are in order already. */
export function trendOf(reports: readonly Report[], missing: readonly string[]): Trend {
  const last = reports.at(-1);
  if (last === undefined) throw new Error('A trend needs a month.');
  const { tool, notice, notices, only } = last;
  const indicators = last.indicators.map(({ id, name, names, measures }) => {
    const own = reports.map(({ indicators: all }) => all.find((indicator) => indicator.id === id));
    const trends = measures.map((measure) =>
      measureTrend(
        measure,
        own.map((indicator) => indicator?.measures.find((other) => other.id === measure.id)),
      ),
    );
    return { id, name, names, statuses: own.map((indicator) => indicator?.status ?? 'no-data'), measures: trends };
  });
  const months = reports.map(({ period, profile, summary, ledgers }) => ({
    period,
    profile,
    summary,
    ledgers: ledgers.map(({ file, sha256 }) => ({ file, sha256 })),
  }));
  return { schema: 'fp-check/trend/1', tool, notice, notices, only, months, missing, indicators };
}

function measureTrend(
  { id, name, names, unit }: MeasureReport,
  reports: readonly (MeasureReport | undefined)[],
): MeasureTrend {
  const points = reports.map((report, index): TrendPoint => {
    const { status = 'no-data', numerator = null, denominator = null, value = null } = report ?? {};
    const before = reports[index - 1]?.value ?? null;
    const change = value === null || before === null ? null : value - before;
    return { status, numerator, denominator, value, shown: report?.shown.value ?? null, change };
  });
  return { id, name, names, unit, points };
}

/** The months between the first and the last end of a period that end no period of the list. */
function missingBetween(ends: readonly Day[]): readonly string[] {
  const told = new Set(ends.map(monthName));
  const missing: string[] = [];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  // From the day after a month's end, so that a short month does not make the next ones short too.
  for (let months = 1; ; months++) {
    const end = (addMonths(nextDay(first as Day), months) - 1) as Day; // the least of some days is one
    if (end >= last) return missing;
    const name = monthName(end);
    if (!told.has(name)) missing.push(name);
  }
}

function noMonth({ name }: Ledger): UsageError {
  return new UsageError({
    zh: `看不出“${name}”是哪个月的台账。请在文件名、文件夹名或标题行里写明一个月份，如 2025-06.xlsx。`,
    en: `“${name}” does not tell its month. Name it, its folder or its title rows after one month, such as 2025-06.xlsx.`,
  });
}
