import type { Report } from '../model/report.ts';
import type { CountedRun } from './counted-run.ts';
import type { Diagnostics } from './diagnostics.ts';

/** A run that was checked: the report, and what a reader needs who wants more than the report says. */
export interface CheckedRun {
  readonly counted: CountedRun;
  readonly report: Report;
  readonly diagnostics: Diagnostics;
}
