import ExcelJS from 'exceljs';
import { isoDate } from '../../src/model/day.ts';
import type { Register } from '../ledgers/district.ts';
import type { Cell } from '../ledgers/entry.ts';

const MS_PER_DAY = 86_400_000;

/** A ledger as files by name: a workbook, or a folder of CSV. */
export async function ledgerFiles(
  name: string,
  registers: readonly Register[],
  form: 'workbook' | 'tables',
): Promise<Readonly<Record<string, Uint8Array>>> {
  if (form === 'workbook') return { [name]: await workbookOf(registers) };
  return Object.fromEntries(registers.map((register) => [`${name}/${register.form.sheet}.csv`, tableOf(register)]));
}

function tableOf({ form, rows }: Register): Uint8Array {
  const lines = [
    form.columns.map(({ header }) => header),
    ...rows.map((row) => form.columns.map(({ key }) => text(row[key] ?? null))),
  ];
  return new TextEncoder().encode(lines.map((cells) => `${cells.join(',')}\n`).join(''));
}

function text(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? isoDate(cell.day) : String(cell);
}

async function workbookOf(registers: readonly Register[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { form, rows } of registers) {
    const sheet = book.addWorksheet(form.sheet);
    sheet.addRow(form.columns.map(({ header }) => header));
    for (const row of rows) sheet.addRow(form.columns.map(({ key }) => written(row[key] ?? null)));
    form.columns.forEach(({ kind }, index) => {
      if (kind === 'date') sheet.getColumn(index + 1).numFmt = 'yyyy-mm-dd';
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function written(cell: Cell): string | number | Date | null {
  return typeof cell === 'object' && cell !== null ? new Date(cell.day * MS_PER_DAY) : cell;
}
