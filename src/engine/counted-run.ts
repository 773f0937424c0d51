import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Moment } from '../measures/condition.ts';
import { sidesOf } from '../measures/reads.ts';
import { certain } from '../model/certain.ts';
import { type Diagnostic, type Place, severityOf } from '../model/diagnostic.ts';
import type { Settings } from '../profiles/settings.ts';
import { type OpenedRun, registersOf } from '../reading/opened-run.ts';
import { type RunOutcome, readRun } from '../reading/read-run.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import { columnAt, isRegister, placeIn, type SheetPlan, sheetFinder } from '../records/sheet-plan.ts';
import { type Assembled, assemble, giving, type Tallied } from './assembly.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { acceptGiven, compareGiven } from './given-check.ts';
import type { Period } from './period-choice.ts';
import { RunCounting } from './run-counting.ts';
import { windowRange } from './windows.ts';

/** A run read and counted: everything that a report is made of. */
export interface CountedRun {
  readonly run: OpenedRun;
  readonly period: Period;
  readonly settings: Settings;
  /** The days at which each measure was counted, in the order of the list. */
  readonly moments: readonly Moment[];
  readonly tallied: Tallied;
  readonly assembled: Assembled;
  readonly outcome: RunOutcome;
}

/** How the records of a run are counted: known before the first of them is read. */
export interface CountingPlan {
  readonly moments: readonly Moment[];
  readonly coverage: Coverage;
}

/** Sees a run while it is counted, so that nothing has to be read again for what else is made of it. */
export interface RunObserver {
  /** The run as it is to be read: with its sheets watched, for one. */
  watch(run: OpenedRun): OpenedRun;
  /** A record that is counted. */
  record(record: RegisterRecord, counting: CountingPlan): void;
  /** A problem, as soon as it is known: mostly while its row is at hand. */
  problem(diagnostic: Diagnostic): void;
}

export interface CountOptions {
  readonly period: Period;
  readonly settings: Settings;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Sees every record as it is counted: for those who need more than counts. */
  readonly see?: ((record: RegisterRecord) => void) | undefined;
  /** Sees the records that are not counted because they repeat an id. */
  readonly seeRepeated?: ((record: RegisterRecord) => void) | undefined;
  readonly observer?: RunObserver | undefined;
}

/** Reads every record of a run once, and counts it. */
export async function countRun(opened: OpenedRun, options: CountOptions): Promise<CountedRun> {
  const { period, settings, see, seeRepeated, observer } = options;
  const run = observer?.watch(opened) ?? opened;
  const report = (diagnostic: Diagnostic) => {
    observer?.problem(diagnostic);
    options.report(diagnostic);
  };
  const coverage = coverageOf(registersOf(run), run.ledgers.length);
  const moments = measures.map((measure) => momentOf(measure, period, settings));
  const counting = new RunCounting(moments, coverage, report);
  const faulty = new Set<string>();
  const planAt = sheetFinder(run.plans);
  const noting = (diagnostic: Diagnostic) => {
    if (isError(diagnostic) && isInCounts(planAt(diagnostic.at), diagnostic.at)) faulty.add(rowKey(diagnostic.at));
    report(diagnostic);
  };
  const reading = { end: period.end, counts: isRead, report: noting, seeRepeated };
  const outcome = await readRun(run, reading, (record) => {
    counting.take(record);
    see?.(record);
    observer?.record(record, { moments, coverage });
  });
  counting.takeVillages(outcome.villages.listed);
  const isFaulty = ({ plan, row }: RegisterRecord) => faulty.has(rowKey(placeIn(plan, row, null)));
  const given = acceptGiven(counting.countsRows, isFaulty, report);
  const tallied: Tallied = {
    ledgers: counting.ledgers,
    villages: outcome.villages,
    given,
    gives: giving(given),
    coverage,
    rowsOf: rowsByRegister(run, outcome),
  };
  compareGiven(tallied, report);
  return { run, period, settings, moments, tallied, assembled: assemble(tallied), outcome };
}

/** The days at which a measure is counted. */
export function momentOf({ id }: ListedMeasure, { end }: Period, { profile }: Settings): Moment {
  return { end, window: windowRange(profile.measures[id].window, end, profile.yearStart) };
}

const READ = new Set(
  measures.flatMap(sidesOf).flatMap(({ register, reads }) => reads.map((key) => `${register}.${key}`)),
);

/** Whether any measure reads a column. */
function isRead(register: RegisterName, key: string): boolean {
  return READ.has(`${register}.${key}`);
}

/** Whether a diagnostic is an error in a row. */
function isError({ code, at }: Diagnostic): boolean {
  return at.row !== null && severityOf(code) === 'error';
}

/** Whether a place is in the figures that a register of counts gives: whose they are is another matter. */
function isInCounts(plan: SheetPlan | undefined, { column }: Place): boolean {
  if (plan === undefined || !isRegister(plan)) return false;
  return plan.recognition.layout.register === 'counts' && columnAt(plan, column)?.key !== 'village';
}

function rowKey({ ledger, sheet, row }: Place): string {
  return [ledger, sheet, row].join(' ');
}

function rowsByRegister(run: OpenedRun, { sheets }: RunOutcome) {
  const rows = new Map<string, number>();
  for (const { ledger, serial, recognition } of registersOf(run)) {
    const key = `${ledger}.${recognition.layout.register}`;
    const { read, skipped } = certain(sheets.get(serial), `outcome of sheet ${serial}`);
    rows.set(key, (rows.get(key) ?? 0) + read + skipped.duplicate); // a record that repeats another is a row too
  }
  return (ledger: number, register: RegisterName) => rows.get(`${ledger}.${register}`) ?? 0;
}
