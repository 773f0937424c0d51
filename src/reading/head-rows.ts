import type { Row, Sheet } from '../model/sheet.ts';
import { ROWS_OF_HEADS } from '../records/header-grid.ts';

/** The rows in which titles and headers stand: all that it takes to see what a sheet is. */
export async function headRows(sheet: Sheet, last: number = ROWS_OF_HEADS): Promise<readonly Row[]> {
  const head: Row[] = [];
  for await (const { rows } of sheet.rows()) {
    head.push(...rows.filter(({ number }) => number <= last));
    if ((rows.at(-1)?.number ?? 0) >= last) break;
  }
  return head;
}
