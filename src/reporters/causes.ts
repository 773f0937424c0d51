import { type DiagnosticCode, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import { type Group, grouped } from '../model/grouped.ts';
import type { DiagnosticReport, Report } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { labels } from './labels.ts';

/** Diagnostics that are mended by one and the same work: of one code, in one column of one kind of sheet. */
export interface Cause {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly column: string | null;
  /** In reading order; never empty. */
  readonly diagnostics: Readonly<Group<DiagnosticReport>>;
  readonly mend: Words;
  /** The undetermined measures that mending it may decide. */
  readonly decides: readonly string[];
}

/** The causes, most telling first: what may settle a measure, then by severity, by measures settled, by number. */
export function causes(diagnostics: readonly DiagnosticReport[]): readonly Cause[] {
  return byCause(diagnostics).map(cause).sort(byWeight);
}

/** Those of one code in one column of one sheet together. */
export function byCause(all: readonly DiagnosticReport[]): readonly Group<DiagnosticReport>[] {
  return [...grouped(all, ({ code, sheet, column }) => JSON.stringify([code, sheet, column])).values()];
}

/** What is said of some diagnostics, and of which. */
export interface Saying {
  readonly words: Words;
  readonly diagnostics: Readonly<Group<DiagnosticReport>>;
}

/** What is said of the diagnostics of a cause, each with its own; of more than `most` things one, as an example for all. */
export function sayingsOf(diagnostics: Readonly<Group<DiagnosticReport>>, most: number): readonly Saying[] {
  const said = grouped(diagnostics, ({ message }) => message);
  if (said.size <= most) return [...said.values()].map((own) => ({ words: own[0].messages, diagnostics: own }));
  const { zh, en } = diagnostics[0].messages;
  return [{ words: { zh: labels.forExample.zh + zh, en: labels.forExample.en + en }, diagnostics }];
}

/**
 * Notices tell what the reader did: they are worth a look only where they may decide a measure, or where a whole sheet was
 * counted beside another, as last month's that was left in the workbook would be.
 */
export function tellingCauses(all: readonly Cause[]): readonly Cause[] {
  return all.filter(
    ({ code, severity, decides }) => severity !== 'notice' || decides.length > 0 || code === 'register-twice',
  );
}

/** The codes of which the report names fewer places than there are. */
export function cappedCodes(
  report: Pick<Report, 'diagnostics' | 'diagnosticTotals'>,
): readonly { readonly code: string; readonly shown: number; readonly total: number }[] {
  const listed = new Map<string, number>();
  for (const { code } of report.diagnostics) listed.set(code, (listed.get(code) ?? 0) + 1);
  return Object.entries(report.diagnosticTotals)
    .map(([code, total]) => ({ code, shown: listed.get(code) ?? 0, total }))
    .filter(({ shown, total }) => shown < total);
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'notice'];

function cause(diagnostics: readonly [DiagnosticReport, ...DiagnosticReport[]]): Cause {
  const [{ code, severity, sheet, column }] = diagnostics;
  const decides = [...new Set(diagnostics.flatMap((diagnostic) => diagnostic.decides))];
  return { code, severity, sheet, column, diagnostics, mend: diagnosticKinds[code].mend, decides };
}

function byWeight(a: Cause, b: Cause): number {
  const deciding = Number(b.decides.length > 0) - Number(a.decides.length > 0);
  const severity = severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity);
  return deciding || severity || b.decides.length - a.decides.length || b.diagnostics.length - a.diagnostics.length;
}
