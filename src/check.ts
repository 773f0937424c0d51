import type { CheckedRun } from './engine/checked-run.ts';
import { type CountOptions, countRun, type RunObserver } from './engine/counted-run.ts';
import { DIAGNOSTICS_PER_CODE, Diagnostics } from './engine/diagnostics.ts';
import { selectedMeasures } from './engine/indicator-report.ts';
import { concerning } from './engine/naming.ts';
import type { Period } from './engine/period-choice.ts';
import { reportOf } from './engine/report.ts';
import type { Report } from './model/report.ts';
import type { Ledger } from './model/sheet.ts';
import { UsageError } from './model/usage-error.ts';
import type { Limits } from './parsers/limits.ts';
import type { Settings } from './profiles/settings.ts';
import { explanationsIn } from './reading/explanations.ts';
import { identitiesOf } from './reading/ledger-digest.ts';
import { type OpenedRun, openRun } from './reading/opened-run.ts';
import { settledRun } from './reading/settled-run.ts';
import { vocabulary } from './records/vocabulary.ts';

/** What a check is asked: settings, period and limits, and who else wants to see the records. */
export interface CheckRequest {
  readonly settings: Settings;
  /** The period of the run, once it is opened: as it was named, or found out. */
  readonly period: (run: OpenedRun) => Period | Promise<Period>;
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  readonly only: readonly string[] | null;
  readonly showValues: boolean;
  readonly version: string;
  /** See every record as it is counted, and those that are not because they repeat an id. */
  readonly see?: CountOptions['see'];
  readonly seeRepeated?: CountOptions['seeRepeated'];
  readonly observer?: RunObserver | undefined;
  /** Sees every record that is read: where a sheet has to be read again, again. */
  readonly progress?: CountOptions['see'];
  /** From how many bytes a sheet may be counted before what stands behind its rows is known: of large ones, unless a test asks. */
  readonly aheadFrom?: number;
  /** How many diagnostics of one code are kept with their places: as many as a report can bear, unless all are asked for. */
  readonly mostPerCode?: number;
}

const LARGE = 8 * 1024 * 1024; // bytes, inflated

/** Reads every ledger and reports every indicator. Throws a UsageError where that cannot be done. */
export async function check(ledgers: readonly Ledger[], options: CheckRequest): Promise<Report> {
  return (await checkRun(ledgers, options)).report;
}

/** The same, with all that an annotated copy is made of. */
export async function checkRun(ledgers: readonly Ledger[], options: CheckRequest): Promise<CheckedRun> {
  const { only, showValues, version } = options;
  // From the beginning: while other threads inflate the parts of a workbook, this one has little to do.
  const digesting = identitiesOf(ledgers);
  digesting.catch(() => {}); // told below, unless reading the ledgers has more to say
  const { counted, diagnostics } = await countLedgers(ledgers, options);
  const identities = await digesting;
  const report = reportOf(counted, diagnostics, { version, ledgers: identities, only, showValues });
  return { counted, report, diagnostics };
}

/**
 * Merged ranges stand behind the rows of a sheet, and to know them first is to inflate all of it before one row is counted.
 * In large sheets they hardly ever change what is read: such a sheet is counted as if it had none, and counted again, from
 * the beginning, where that turns out to be otherwise.
 */
async function countLedgers(ledgers: readonly Ledger[], options: CheckRequest) {
  const { settings, see, seeRepeated, observer, aheadFrom = LARGE } = options;
  const isSeen = (see ?? seeRepeated ?? observer) !== undefined; // by who would take the records of both for one
  const ahead = isSeen ? undefined : { from: aheadFrom, isUsed: false };
  const words = vocabulary(settings.own);
  const run = await openRun(ledgers, words, { ...options, ahead }).catch((error) => {
    // What is refused, and why, must not rest on how much had been read.
    if (error instanceof UsageError && ahead?.isUsed === true) return openRun(ledgers, words, options);
    throw error;
  });
  const counted = await countOpened(run, options).catch(refusal);
  const settled = await settledRun(run); // also what is refused may be the doing of merged cells
  if (settled !== run) return countOpened(settled, options);
  if (counted instanceof UsageError) throw counted;
  return counted;
}

function refusal(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  throw error;
}

async function countOpened(run: OpenedRun, options: CheckRequest) {
  const { settings, only, see, progress, mostPerCode = DIAGNOSTICS_PER_CODE } = options;
  const period = await options.period(run);
  const selected = selectedMeasures(only);
  const diagnostics = new Diagnostics(concerning(run.plans, selected), mostPerCode, explanationsIn(run));
  const seen = { ...options, see: inTurn(see, progress) };
  const counted = await countRun(run, { ...seen, period, settings, report: diagnostics.add });
  return { counted, diagnostics };
}

/** Two that see every record, of which there may be one or none. */
function inTurn(one: CountOptions['see'], other: CountOptions['see']): CountOptions['see'] {
  if (one === undefined || other === undefined) return one ?? other;
  return (record) => {
    one(record);
    other(record);
  };
}
