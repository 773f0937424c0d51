import { isDeepStrictEqual } from 'node:util';
import { isRegister, type SheetPlan } from '../records/sheet-plan.ts';
import { type OpenedRun, recogniseSheet } from './opened-run.ts';

/**
 * A run with all that stands behind the rows of its sheets. It is the same run where that changes nothing of what is
 * read: then what was made of it stands, though it was made before that was known.
 */
export async function settledRun(run: OpenedRun): Promise<OpenedRun> {
  const plans: SheetPlan[] = [];
  for (const plan of run.plans) plans.push(await settledPlan(plan, run)); // in order: of two faults the first is told
  return plans.every((plan, index) => plan === run.plans[index]) ? run : { ...run, plans };
}

async function settledPlan(plan: SheetPlan, { vocabulary }: OpenedRun): Promise<SheetPlan> {
  const sheet = await plan.sheet.whenRead?.();
  if (sheet === undefined || isDeepStrictEqual(outlineOf(sheet), outlineOf(plan.sheet))) return plan;
  const settled = { ...plan, sheet, recognition: await recogniseSheet(sheet, vocabulary) };
  return isReadAlike(settled, plan) ? plan : settled;
}

function outlineOf({ merges, hiddenColumns }: SheetPlan['sheet']) {
  return { merges, hiddenColumns };
}

/** Merged ranges of titles and headers count by what they make of the header alone; those of records by what they hide. */
function isReadAlike(settled: SheetPlan, plan: SheetPlan): boolean {
  if (!isRegister(settled) || !isDeepStrictEqual(settled.recognition, plan.recognition)) return false;
  const { headerRow } = settled.recognition.layout;
  const { hiddenColumns, merges } = settled.sheet;
  return (
    isDeepStrictEqual(hiddenColumns, plan.sheet.hiddenColumns) && merges.every(({ bottom }) => bottom <= headerRow)
  );
}
