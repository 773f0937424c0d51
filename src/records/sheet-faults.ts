import type { Diagnostic } from '../model/diagnostic.ts';
import type { Row, RowBatch } from '../model/sheet.ts';
import { isUnreadable } from './raw-text.ts';
import { placeIn, type SheetPlan } from './sheet-plan.ts';

/** What is wrong with some rows of a text file: by the line, or by the cell where a character cannot be read. */
export function faultsAt(plan: SheetPlan, rows: readonly Row[], faults: RowBatch['faults']): readonly Diagnostic[] {
  if (faults.length === 0) return [];
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return faults.flatMap(({ code, row }): readonly Diagnostic[] => {
    if (code !== 'bad-encoding') return [{ code, at: placeIn(plan, row, null), data: {} }];
    return unreadableCells(byNumber.get(row)).map((column) => ({
      code,
      at: placeIn(plan, row, column),
      data: { encoding: plan.sheet.encoding ?? '' },
    }));
  });
}

/** The columns of the cells that hold such a character; of a row out of sight, the row as a whole. */
function unreadableCells(row: Row | undefined): readonly (number | null)[] {
  if (row === undefined) return [null];
  return row.cells.flatMap((cell, index) => (typeof cell === 'string' && isUnreadable(cell) ? [index] : []));
}
