import type { Report } from '../model/report.ts';
import { isComplete } from '../model/submissions.ts';

/** What a run ends with. The report decides, whatever reporter shows it. */
export const exitCodes = {
  clean: 0,
  finding: 1,
  failed: 2,
  incomplete: 3,
  bug: 70,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const findingKinds = ['indicator', 'error', 'warning', 'submission'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Verdict {
  /** The kinds of finding that make a run fail: exactly these. */
  readonly failOn: readonly FindingKind[];
  readonly allowIncomplete: boolean;
}

/**
 * 1 where a report has findings of the kinds that fail a run, else 3 where it is incomplete and may not be, else 0. What
 * cannot be done at all is thrown.
 */
export function exitCode(
  { summary, submissions }: Pick<Report, 'summary' | 'submissions'>,
  { failOn, allowIncomplete }: Verdict,
): ExitCode {
  const found: Readonly<Record<FindingKind, boolean>> = {
    indicator: summary.fail > 0,
    // A suppressed number is never 0.
    error: summary.errors !== 0,
    warning: summary.warnings !== 0,
    submission: submissions !== null && !isComplete(submissions),
  };
  if (failOn.some((kind) => found[kind])) return exitCodes.finding;
  const isIncomplete = summary.undetermined > 0 || summary['no-data'] > 0;
  return isIncomplete && !allowIncomplete ? exitCodes.incomplete : exitCodes.clean;
}
