import type { CheckedRun } from './engine/checked-run.ts';
import { type CountOptions, countRun, type RunObserver } from './engine/counted-run.ts';
import { DIAGNOSTICS_PER_CODE, Diagnostics } from './engine/diagnostics.ts';
import { selectedMeasures } from './engine/indicator-report.ts';
import { concerning } from './engine/naming.ts';
import { reportOf } from './engine/report.ts';
import { periodOf } from './engine/run-period.ts';
import type { Report } from './model/report.ts';
import type { Ledger } from './model/sheet.ts';
import type { Limits } from './parsers/limits.ts';
import type { Settings } from './profiles/settings.ts';
import { explanationsIn } from './reading/explanations.ts';
import { identitiesOf } from './reading/ledger-digest.ts';
import { openRun } from './reading/opened-run.ts';
import { vocabulary } from './records/vocabulary.ts';

export interface CheckOptions {
  readonly settings: Settings;
  /** The period as the user typed it; `null` to find it out. */
  readonly period: string | null;
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  readonly only: readonly string[] | null;
  readonly showValues: boolean;
  readonly version: string;
  /** See every record as it is counted, and those that are not because they repeat an id. */
  readonly see?: CountOptions['see'];
  readonly seeRepeated?: CountOptions['seeRepeated'];
  readonly observer?: RunObserver | undefined;
  /** The command as typed, with a period: what an error without one offers to type again. */
  readonly command: (period: string) => string;
}

/** Reads every ledger once and reports every indicator. Throws a UsageError where that cannot be done. */
export async function check(ledgers: readonly Ledger[], options: CheckOptions): Promise<Report> {
  return (await checkRun(ledgers, options)).report;
}

/** The same, with all that an annotated copy is made of. */
export async function checkRun(ledgers: readonly Ledger[], options: CheckOptions): Promise<CheckedRun> {
  const { only, showValues, version } = options;
  // From the beginning: while other threads inflate the parts of a workbook, this one has little to do.
  const digesting = identitiesOf(ledgers);
  digesting.catch(() => {}); // told below, unless reading the ledgers has more to say
  const { counted, diagnostics } = await countLedgers(ledgers, options);
  const identities = await digesting;
  const report = reportOf(counted, diagnostics, { version, ledgers: identities, only, showValues });
  return { counted, report, diagnostics };
}

async function countLedgers(ledgers: readonly Ledger[], options: CheckOptions) {
  const { settings, only } = options;
  const run = await openRun(ledgers, vocabulary(settings.own), options);
  const period = await periodOf(run, options);
  const selected = selectedMeasures(only);
  const diagnostics = new Diagnostics(concerning(run.plans, selected), DIAGNOSTICS_PER_CODE, explanationsIn(run));
  const counted = await countRun(run, { ...options, period, settings, report: diagnostics.add });
  return { counted, diagnostics };
}
