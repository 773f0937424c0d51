import exceljs from 'exceljs';
import { TWO_BIRTHS } from './folder.ts';

/** The smallest ledger that says something, as a workbook. */
export async function smallWorkbook(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(0);
  for (const [name, text] of Object.entries(TWO_BIRTHS)) {
    const rows = text.trimEnd().split('\n');
    workbook.addWorksheet(name.replace(/^.*\/|\.csv$/g, '')).addRows(rows.map((row) => row.split(',')));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
