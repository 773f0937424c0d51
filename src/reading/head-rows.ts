import type { Diagnostic } from '../model/diagnostic.ts';
import type { Row, Sheet } from '../model/sheet.ts';
import { ROWS_OF_HEADS } from '../records/header-grid.ts';
import { faultsAt } from '../records/sheet-faults.ts';
import type { SheetPlan } from '../records/sheet-plan.ts';

/** What is wrong with the text of these rows: of a sheet that is not read any further. */
export async function headFaults(plan: SheetPlan): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for await (const { rows, faults } of plan.sheet.rows()) {
    found.push(...faultsAt(plan, rows, faults).filter(({ at }) => (at.row ?? 0) <= ROWS_OF_HEADS));
    if ((rows.at(-1)?.number ?? 0) >= ROWS_OF_HEADS) break;
  }
  return found;
}

/** The rows in which titles and headers stand: all that it takes to see what a sheet is. */
export async function headRows(sheet: Sheet, last: number = ROWS_OF_HEADS): Promise<readonly Row[]> {
  const head: Row[] = [];
  for await (const { rows } of sheet.rows()) {
    head.push(...rows.filter(({ number }) => number <= last));
    if ((rows.at(-1)?.number ?? 0) >= last) break;
  }
  return head;
}
