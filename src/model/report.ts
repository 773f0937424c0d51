import type { DiagnosticCode, Severity } from './diagnostic.ts';
import type { SubmissionsReport } from './submissions.ts';
import type { Words } from './words.ts';

/**
 * Worst first: an indicator has the first of these that one of its measures has.
 *
 * `suppressed` is no verdict: a report made for publication withholds one that would tell of too few records.
 */
export const statuses = [
  'fail',
  'suppressed',
  'undetermined',
  'no-data',
  'pass',
  'small-sample',
  'not-applicable',
  'off',
] as const;
export type Status = (typeof statuses)[number];

export const windowKinds = ['year', '3y', 'stock'] as const;
export type WindowKind = (typeof windowKinds)[number];
export const measureTypes = ['proportion', 'ratio', 'sum', 'count'] as const;
export type MeasureType = (typeof measureTypes)[number];
/** What a value is counted in: per cent, per mille, males per 100 females, a plain quotient, a number of events. */
export const units = ['%', '‰', 'per100', 'ratio', 'count'] as const;
export type Unit = (typeof units)[number];
export const periodOrigins = ['option', 'configuration', 'file-name', 'folder-name', 'title'] as const;
export type PeriodOrigin = (typeof periodOrigins)[number];

/**
 * The figures of a measure in one area, in the measure's own unit; `null` is what does not exist.
 *
 * In a published report it may also be suppressed: all of it where the numerator is `null` and the status `suppressed`,
 * the unknown and the bounds where `unknown` alone is `null`.
 */
export interface Figures {
  readonly status: Status;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Records that could still change the figures. */
  readonly unknown: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Figures with what a person reads: `value`, `low` and `high` with as many decimals as honesty needs; `∞` where unbounded. */
export interface ShownFigures extends Figures {
  readonly shown: { readonly value: string | null; readonly low: string | null; readonly high: string | null };
}

export interface MeasureReport extends ShownFigures {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly type: MeasureType;
  readonly unit: Unit;
  readonly interval: readonly [number, number] | null;
  readonly window: { readonly kind: WindowKind; readonly from: string | null; readonly to: string };
  readonly threshold: string | null;
  /** Records more that would have to meet the threshold, or records too many; never a claim about the unknown. */
  readonly shortfall: number | null;
  /** How many of the ledgers gave figures. */
  readonly coverage: { readonly ledgers: number; readonly of: number };
  readonly definition: Words;
  readonly source: Words;
}

export interface IndicatorReport {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly status: Status;
  readonly measures: readonly MeasureReport[];
}

export interface AreaReport {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
  readonly measures: Readonly<Record<string, ShownFigures>>;
}

export interface SkippedRows {
  readonly blank: number;
  readonly total: number;
  readonly note: number;
  readonly header: number;
  readonly duplicate: number;
}

export interface SheetReport {
  /** The file within a folder ledger; `null` for the sheet of a workbook. */
  readonly file: string | null;
  readonly name: string;
  /** `null` for a sheet that was ignored. */
  readonly register: string | null;
  readonly encoding: string | null;
  readonly headerRow: number | null;
  /** Rows from under the header to the last used one: always `read` plus all that was skipped. */
  readonly rows: number;
  readonly read: number;
  readonly skipped: SkippedRows;
  readonly columns: readonly { readonly header: string; readonly column: string; readonly key: string }[];
  readonly ignoredColumns: readonly string[];
  /** For a header that was not matched: the standard word that it may stand for. */
  readonly suggestions: readonly { readonly header: string; readonly suggestion: string }[];
  readonly hidden: { readonly sheet: boolean; readonly rows: number; readonly columns: number };
}

export interface LedgerReport {
  readonly file: string;
  readonly sha256: string;
  readonly sheets: readonly SheetReport[];
}

export interface DiagnosticReport {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly file: string | null;
  readonly sheet: string | null;
  /** The cell's address as a spreadsheet shows it: `D17`. */
  readonly cell: string | null;
  readonly row: number | null;
  /** The header of the column. */
  readonly column: string | null;
  readonly message: string;
  readonly messages: Words;
  /** Of the undetermined measures, those that this cell may decide. */
  readonly decides: readonly string[];
}

/** How many indicators have each status, and how many problems the data has; `null` is a suppressed number. */
export type Summary = Readonly<Record<Status, number> & Record<'errors' | 'warnings' | 'notices', number | null>>;

/** The outcome, as plain JSON data. Reporters take this and nothing else. */
export interface Report {
  readonly schema: 'fp-check/report/1';
  readonly tool: { readonly name: 'fp-check'; readonly version: string };
  readonly notice: string;
  readonly notices: Words;
  readonly period: { readonly from: string; readonly to: string; readonly origin: PeriodOrigin };
  readonly profile: { readonly name: string; readonly digest: string };
  /** True where messages show the values of cells, as the user asked. */
  readonly showsValues: boolean;
  /** The measures or indicators the run was limited to; `null` for all. */
  readonly only: readonly string[] | null;
  /** Numbers below `least` are suppressed, and what would give them away; `null` in a report for those who hold the ledgers. */
  readonly published: { readonly least: number } | null;
  /** What was expected and what came, where a list of villages was given. */
  readonly submissions: SubmissionsReport | null;
  readonly ledgers: readonly LedgerReport[];
  readonly indicators: readonly IndicatorReport[];
  /** Villages, by code and then name. */
  readonly areas: readonly AreaReport[];
  /** Towns, by name: what `--by town` shows. */
  readonly towns: readonly AreaReport[];
  /** At most `DIAGNOSTICS_PER_CODE` of each code; `diagnosticTotals` has the true numbers. */
  readonly diagnostics: readonly DiagnosticReport[];
  readonly diagnosticTotals: Readonly<Partial<Record<DiagnosticCode, number>>>;
  /** Warnings that the user has explained in a workbook that came back: listed apart, and no findings. */
  readonly explained: readonly DiagnosticReport[];
  readonly summary: Summary;
}

/** What a run would read, with nothing evaluated. */
export interface ReadingReport
  extends Pick<Report, 'tool' | 'showsValues' | 'ledgers' | 'diagnostics' | 'diagnosticTotals'> {
  readonly schema: 'fp-check/reading/1';
  /** The end of the period, where something tells it: two-digit years depend on it. */
  readonly period: { readonly to: string; readonly origin: PeriodOrigin } | null;
  readonly unmatched: Unmatched;
  readonly summary: Readonly<Record<'errors' | 'warnings' | 'notices', number>>;
}

/** What was not understood, and what it may mean: for a configuration. */
export interface Unmatched {
  readonly columns: readonly { readonly register: string; readonly header: string; readonly key: string | null }[];
  /** Words of code columns; empty unless values may be shown. */
  readonly words: readonly { readonly list: string; readonly word: string; readonly code: string | null }[];
}
