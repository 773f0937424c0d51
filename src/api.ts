import { check as checkLedgers } from './check.ts';
import { limitsOf, onlyIds } from './cli/check-options.ts';
import { encodingNamed } from './cli/encoding-option.ts';
import { systemFiles } from './cli/files.ts';
import { type OpenedLedgers, openLedgers } from './cli/ledger-arguments.ts';
import { refuseOtherThanPeriod } from './cli/period-option.ts';
import { readSettings } from './cli/settings.ts';
import { version } from './cli/version.ts';
import { diff as diffLedgers } from './diff/diff.ts';
import type { Difference } from './diff/difference.ts';
import { periodNamed } from './engine/run-period.ts';
import type { Report } from './model/report.ts';
import { UsageError } from './model/usage-error.ts';
import type { Limits } from './parsers/limits.ts';

export type { Difference, IndicatorDifference, MeasureDifference } from './diff/difference.ts';
export type {
  AreaReport,
  DiagnosticReport,
  IndicatorReport,
  LedgerReport,
  MeasureReport,
  Report,
  Status,
} from './model/report.ts';
export { UsageError } from './model/usage-error.ts';
export type { Words } from './model/words.ts';

/** What a check may be told. Each option means what it means on the command line. */
export interface CheckOptions {
  /** `2025-06`, `2025-Q2`, `2025-H1`, `2025` or `2025-06-30`; found out from names and titles if left out. */
  readonly period?: string;
  /** A built-in list of thresholds, or a file: `district-17` if left out. */
  readonly profile?: string;
  /** A configuration file. None is looked for: what a program gets depends on what it asks for alone. */
  readonly config?: string;
  /** The measures or indicators to report: all if left out. */
  readonly only?: readonly string[];
  /** The encoding of CSV files: found out if left out. */
  readonly encoding?: string;
  /** Higher limits of reading, such as `{ cells: '50M' }`. */
  readonly limits?: Readonly<Partial<Record<keyof Limits, string | number>>>;
  /** Whether messages show what cells hold, which may be personal: they do not if left out. */
  readonly showValues?: boolean;
  /** The folder that names of files start from: the working folder if left out. */
  readonly cwd?: string;
}

/** What a comparison may be told: what does not name the first month goes for both. */
export interface DiffOptions extends CheckOptions {
  /** The period of the first month: `period` if left out. */
  readonly periodBefore?: string;
}

/** Checks a ledger, or several as one: workbooks, or folders of CSV files. Throws a `UsageError` where that cannot be done. */
export async function check(ledgers: string | readonly string[], options: CheckOptions = {}): Promise<Report> {
  const names = typeof ledgers === 'string' ? [ledgers] : ledgers;
  if (names.length === 0) throw noLedger();
  const run = await runOf(options);
  return withLedgers([names], run.opening, ([opened = []]) =>
    checkLedgers(opened, {
      ...run,
      period: periodNamed({
        settings: run.settings,
        period: options.period ?? null,
        command: callWith('check', [names], 'period'),
      }),
    }),
  );
}

/** Compares the ledgers of two months: what moved each measure, and what was rewritten. Throws a `UsageError` likewise. */
export async function diff(before: string, after: string, options: DiffOptions = {}): Promise<Difference> {
  const run = await runOf(options);
  const { settings } = run;
  const callNaming = (option: string) => callWith('diff', [before, after], option);
  const { period = null, periodBefore = period } = options;
  refuseOtherThanPeriod(options.periodBefore, 'periodBefore');
  return withLedgers([[before], [after]], run.opening, ([earlier = [], later = []]) =>
    diffLedgers(earlier, later, {
      ...run,
      before: { settings, period: periodBefore, command: callNaming('periodBefore') },
      after: { settings, period, command: callNaming('period') },
    }),
  );
}

async function runOf(options: CheckOptions) {
  const { period, profile, config = null, only, encoding, limits = {}, showValues = false } = options;
  refuseOtherThanPeriod(period, 'period');
  const io = ioOf(options);
  const settings = await readSettings({ io, config, profile });
  const raised = Object.entries(limits).map(([name, value]) => `${name}=${value}`);
  const parsing = { encoding: encodingNamed(encoding), limits: limitsOf(raised, settings.limits, 'limits') };
  return {
    ...parsing,
    settings,
    opening: { ...parsing, io, register: undefined },
    only: onlyIds(only?.join(','), 'only'),
    showValues,
    version,
  };
}

type Opened = readonly OpenedLedgers['ledgers'][];

/** Opens ledgers for as long as something is done with them. */
async function withLedgers<T>(
  months: readonly (readonly string[])[],
  opening: Parameters<typeof openLedgers>[1],
  use: (ledgers: Opened) => Promise<T>,
): Promise<T> {
  const opened: OpenedLedgers[] = [];
  try {
    for (const names of months) opened.push(await openLedgers(names.map(fileNamed), opening));
    return await use(opened.map(({ ledgers }) => ledgers));
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

/** The call to offer, with the option that it lacks. */
function callWith(name: string, given: readonly unknown[], option: string): (value: string) => string {
  const words = given.map((one) => JSON.stringify(one)).join(', ');
  return (value) => `${name}(${words}, { ${option}: ${JSON.stringify(value)} })`;
}

function ioOf({ cwd }: CheckOptions) {
  return { cwd: cwd ?? process.cwd(), files: systemFiles, stdin: nothing() };
}

/** The standard input of a program is its own and not ours to read, so that `-` names a file like any other. */
function fileNamed(name: string): string {
  return name === '-' ? './-' : name;
}

async function* nothing(): AsyncIterable<Uint8Array> {}

function noLedger(): UsageError {
  return new UsageError({
    zh: '没有说要检查哪一本台账。请给出至少一个文件或文件夹，如 2025-06.xlsx。',
    en: 'No ledger is named. Name at least one file or folder, such as 2025-06.xlsx.',
  });
}
