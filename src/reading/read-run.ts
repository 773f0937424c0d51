import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { grouped } from '../model/grouped.ts';
import { RecordIds } from '../records/duplicates.ts';
import type { ReadingContext } from '../records/reading-context.ts';
import type { RegisterRecord } from '../records/record.ts';
import { type RegisterName, registers } from '../records/registers.ts';
import { notesOn, notesOnName } from '../records/sheet-notes.ts';
import { isRegister, placeIn, type RegisterPlan, type SheetPlan } from '../records/sheet-plan.ts';
import { readSheet, type SheetOutcome } from '../records/sheet-reader.ts';
import { reportRepeated } from '../records/village-rows.ts';
import { Villages } from '../records/villages.ts';
import { headFaults } from './head-rows.ts';
import { labelOf, type OpenedRun, registersOf } from './opened-run.ts';

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
  take: (record: RegisterRecord) => void,
): Promise<RunOutcome> {
  const villages = new Villages();
  const sheets = new Map<number, SheetOutcome>();
  const context: ReadingContext = {
    ...options,
    vocabulary: run.vocabulary,
    villages,
    ids: new RecordIds(),
    labelOf: (serial) => labelOf(run, serial),
    absentFrom: absentColumns(registersOf(run)),
  };
  for (const { plan, file } of firstSheets(run)) notesOnName(plan, file).forEach(options.report);
  for (const plan of run.plans) {
    notesOn(plan).forEach(options.report);
    // A header that is no text may be all that keeps a sheet from being a register.
    if (!isRegister(plan)) (await headFaults(plan)).forEach(options.report);
  }
  const all = registersOf(run);
  const isVillages = (plan: RegisterPlan) => plan.recognition.layout.register === 'villages';
  const firsts = firstOfEach(all);
  const readPlan = async (plan: RegisterPlan) => {
    reportTwice(plan, firsts.get(registerKey(plan)), options.report);
    sheets.set(plan.serial, await readSheet(plan, context, take));
  };
  for (const plan of all.filter(isVillages)) await readPlan(plan);
  for (const { row, ...repeated } of villages.unite()) reportRepeated(repeated, row, context);
  for (const plan of all.filter((plan) => !isVillages(plan))) await readPlan(plan);
  return { villages, sheets };
}

/** The first sheet of each file that has a name, which a pipe (`-`) has not, with that name. */
function firstSheets({ ledgers, plans }: OpenedRun): Iterable<{ readonly plan: SheetPlan; readonly file: string }> {
  const firsts = new Map<string, { readonly plan: SheetPlan; readonly file: string }>();
  for (const plan of plans) {
    const ledger = ledgers[plan.ledger];
    const file = plan.file ?? ledger?.files[0]?.name ?? '';
    const key = `${plan.ledger} ${file}`;
    if (ledger?.name !== '-' && !firsts.has(key)) firsts.set(key, { plan, file });
  }
  return firsts.values();
}

/** Finds the columns that a sheet is without, and others of the same register and ledger have. */
function absentColumns(plans: readonly RegisterPlan[]): ReadingContext['absentFrom'] {
  const sheets = grouped(plans, registerKey);
  return (plan) => {
    const own = new Set(plan.recognition.layout.columns.map(({ key }) => key));
    const others = (sheets.get(registerKey(plan)) ?? []).flatMap(({ recognition }) => recognition.layout.columns);
    return [...grouped(others, ({ key }) => key)].flatMap(([key, [column]]) => (own.has(key) ? [] : [column]));
  };
}

/** The first sheet of each register of each ledger. */
function firstOfEach(plans: readonly RegisterPlan[]): ReadonlyMap<string, RegisterPlan> {
  return new Map([...plans].reverse().map((plan) => [registerKey(plan), plan]));
}

function registerKey({ ledger, recognition }: RegisterPlan): string {
  return `${ledger} ${recognition.layout.register}`;
}

function reportTwice(
  plan: RegisterPlan,
  first: RegisterPlan | undefined,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { register }: { readonly register: RegisterName } = plan.recognition.layout;
  if (first === undefined || first.serial === plan.serial) return;
  const data = { register: registers[register].title, first: first.sheet.name };
  report({ code: 'register-twice', at: placeIn(plan, null, null), data });
}
