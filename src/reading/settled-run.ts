import { isDeepStrictEqual } from 'node:util';
import type { CellRange, Row } from '../model/sheet.ts';
import type { MatchedColumn } from '../records/layout.ts';
import { isRegister, type RegisterPlan, type SheetPlan } from '../records/sheet-plan.ts';
import { type OpenedRun, ofLedgers, recogniseSheet } from './opened-run.ts';

/**
 * A run with all that stands behind the rows of its sheets. It is the same run where that changes nothing of what is
 * read: then what was made of it stands, though it was made before that was known. Throws a UsageError for what is no
 * ledger with all that.
 */
export async function settledRun(run: OpenedRun): Promise<OpenedRun> {
  const plans: SheetPlan[] = [];
  for (const plan of run.plans) plans.push(await settledPlan(plan, run)); // in order: of two faults the first is told
  return plans.every((plan, index) => plan === run.plans[index]) ? run : ofLedgers({ ...run, plans });
}

async function settledPlan(plan: SheetPlan, { vocabulary }: OpenedRun): Promise<SheetPlan> {
  const read = await plan.sheet.whenRead?.();
  if (read === undefined || isDeepStrictEqual(outlineOf(read.sheet), outlineOf(plan.sheet))) return plan;
  const settled = { ...plan, sheet: read.sheet, recognition: await recogniseSheet(read.sheet, vocabulary) };
  return isReadAlike(settled, plan, read.last) ? plan : settled;
}

function outlineOf({ merges, hiddenColumns }: SheetPlan['sheet']) {
  return { merges, hiddenColumns };
}

/** Merged ranges of titles and headers count by what they make of the header alone; those below by the cells they hide. */
function isReadAlike(settled: SheetPlan, plan: SheetPlan, last: readonly Row[]): boolean {
  if (!isRegister(settled) || !isDeepStrictEqual(settled.recognition, plan.recognition)) return false;
  const { hiddenColumns, merges } = settled.sheet;
  if (!isDeepStrictEqual(hiddenColumns, plan.sheet.hiddenColumns)) return false;
  const { headerRow } = settled.recognition.layout;
  const below = merges.filter(({ bottom }) => bottom > headerRow);
  return below.length <= MOST_LOOKED_AT && below.every((range) => hidesNothing(range, settled, last));
}

const MOST_LOOKED_AT = 100;

/**
 * Whether a range is in columns that nobody reads, or in one of the last rows and empty there: a total, a signature. Over
 * several rows it may be the label of all that stands behind it.
 */
function hidesNothing({ top, bottom, left, right }: CellRange, { recognition }: RegisterPlan, last: readonly Row[]) {
  const within = recognition.layout.columns.filter(({ index }) => left <= index && index <= right);
  if (within.length === 0) return top === bottom || recognition.layout.columns.every(({ index }) => index < left);
  const row = top === bottom ? last.find(({ number }) => number === top) : undefined;
  const isEmpty = ({ index }: MatchedColumn) => row !== undefined && (row.cells[index] ?? null) === null;
  return within.every((column) => (column.index === left && row !== undefined) || isEmpty(column));
}
