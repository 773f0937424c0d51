import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RecordIds } from '../records/duplicates.ts';
import type { AnyRecord, ReadingContext } from '../records/reading-context.ts';
import { type RegisterName, registers } from '../records/registers.ts';
import { notesOn } from '../records/sheet-notes.ts';
import { placeIn, type RegisterPlan } from '../records/sheet-plan.ts';
import { readSheet, type SheetOutcome } from '../records/sheet-reader.ts';
import { Villages } from '../records/villages.ts';
import { labelOf, type OpenedRun, plansOf, registersOf } from './opened-run.ts';

export interface RunOptions {
  /** The last day of the period. */
  readonly end: Day;
  readonly counts: ReadingContext['counts'];
  readonly report: (diagnostic: Diagnostic) => void;
  readonly seeRepeated?: ReadingContext['seeRepeated'];
}

/** What the reading of a run came to, beside its records. */
export interface RunOutcome {
  readonly villages: Villages;
  /** By the number of the sheet in the run. */
  readonly sheets: ReadonlyMap<number, SheetOutcome>;
}

/**
 * Reads every register of a run, once, and hands on its records in order: ledger, sheet, row. The registers of villages
 * are read before all others, because a row's village decides what it repeats; their rows are in the outcome.
 */
export async function readRun(
  run: OpenedRun,
  options: RunOptions,
  take: (record: AnyRecord, plan: RegisterPlan) => void,
): Promise<RunOutcome> {
  const villages = new Villages();
  const sheets = new Map<number, SheetOutcome>();
  const context: ReadingContext = {
    ...options,
    vocabulary: run.vocabulary,
    villages,
    ids: new RecordIds(),
    labelOf: (serial) => labelOf(run, serial),
  };
  for (const plan of run.plans) notesOn(plan).forEach(options.report);
  const all = registersOf(run);
  const isVillages = (plan: RegisterPlan) => plan.recognition.layout.register === 'villages';
  for (const plan of [...all.filter(isVillages), ...all.filter((plan) => !isVillages(plan))]) {
    reportTwice(run, plan, options.report);
    sheets.set(plan.serial, await readSheet(plan, context, (record) => take(record, plan)));
  }
  return { villages, sheets };
}

function reportTwice(run: OpenedRun, plan: RegisterPlan, report: (diagnostic: Diagnostic) => void): void {
  const { register }: { readonly register: RegisterName } = plan.recognition.layout;
  const [first] = plansOf(run, plan.ledger, register);
  if (first === undefined || first.serial === plan.serial) return;
  const data = { register: registers[register].title, first: first.sheet.name };
  report({ code: 'register-twice', at: placeIn(plan, null, null), data });
}
