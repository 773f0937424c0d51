import type { Ledger, Row, Sheet } from '../model/sheet.ts';
import { openSheets, type ParseOptions } from '../parsers/open.ts';
import { ROWS_OF_HEADS } from '../records/header-grid.ts';
import { type Recognition, recognise } from '../records/recognition.ts';
import type { RegisterName } from '../records/registers.ts';
import { isRegister, type RegisterPlan, type SheetPlan } from '../records/sheet-plan.ts';
import type { Vocabulary } from '../records/vocabulary.ts';

/** The ledgers of a run, opened: every sheet recognised, no record read yet. */
export interface OpenedRun {
  readonly ledgers: readonly Ledger[];
  readonly plans: readonly SheetPlan[];
  readonly vocabulary: Vocabulary;
}

/** Opens every ledger. Throws a UsageError for a file that cannot be read. */
export async function openRun(
  ledgers: readonly Ledger[],
  vocabulary: Vocabulary,
  options: Omit<ParseOptions, 'scoreHeader'>,
): Promise<OpenedRun> {
  const plans: SheetPlan[] = [];
  for (const [ledger, { files, isFolder }] of ledgers.entries()) {
    let index = 0;
    for (const file of files) {
      for (const sheet of await openSheets(file, { ...options, scoreHeader: vocabulary.score })) {
        const recognition = await recogniseSheet(sheet, vocabulary);
        const own = isFolder ? file.name : null;
        plans.push({ ledger, index: index++, serial: plans.length, file: own, sheet, recognition });
      }
    }
  }
  return { ledgers, plans, vocabulary };
}

/** Reads as much of a sheet as it takes to see what it is. */
export async function recogniseSheet(sheet: Sheet, vocabulary: Vocabulary): Promise<Recognition> {
  return recognise({ name: sheet.name, rows: await headOf(sheet), merges: sheet.merges }, vocabulary);
}

export function registersOf({ plans }: OpenedRun): readonly RegisterPlan[] {
  return plans.filter(isRegister);
}

/** The sheets of one ledger that are one register. */
export function plansOf(run: OpenedRun, ledger: number, register: RegisterName): readonly RegisterPlan[] {
  return registersOf(run).filter((plan) => plan.ledger === ledger && plan.recognition.layout.register === register);
}

/** How a sheet is called in words: by its name, with its ledger before it where there are several. */
export function labelOf({ ledgers, plans }: OpenedRun, serial: number): string {
  const plan = plans[serial];
  if (plan === undefined) throw new Error(`The run has no sheet ${serial}.`);
  const own = plan.sheet.name;
  return ledgers.length > 1 ? `${ledgers[plan.ledger]?.name} › ${own}` : own;
}

async function headOf(sheet: Sheet): Promise<readonly Row[]> {
  const head: Row[] = [];
  for await (const { rows } of sheet.rows()) {
    head.push(...rows.filter(({ number }) => number <= ROWS_OF_HEADS));
    if ((rows.at(-1)?.number ?? 0) >= ROWS_OF_HEADS) break;
  }
  return head;
}
