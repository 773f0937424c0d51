import ExcelJS from 'exceljs';
import type { Column } from './columns.ts';
import type { Register } from './district.ts';
import type { Cell, Month } from './entry.ts';
import { DISTRICT } from './villages.ts';
import { withFixedTimes } from './zip-times.ts';

const MS_PER_DAY = 86_400_000;
const HEADER_ROW = 2;
const widths = { text: 14, number: 12, money: 14, date: 16 } as const;
const formats = { text: '@', number: '0', money: '0.00', date: 'yyyy"年"m"月"d"日"' } as const;

/** The ledger as a workbook, one sheet a register, the same bytes on every run. */
export async function workbookOf(registers: readonly Register[], month: Month): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const saved = new Date(`${month}-28T08:00:00Z`);
  book.created = saved;
  book.modified = saved;
  book.creator = 'fp-check';
  book.lastModifiedBy = 'fp-check';
  for (const register of registers) addSheet(book, register, month);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

export function titleOf(register: Register, month: Month): string {
  return `${DISTRICT}${Number(month.slice(0, 4))}年${Number(month.slice(5))}月${register.form.sheet}`;
}

function addSheet(book: ExcelJS.Workbook, register: Register, month: Month): void {
  const { columns, sheet: name } = register.form;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: HEADER_ROW }] });
  sheet.columns = columns.map((column) => ({ width: Math.max(widths[column.kind], column.header.length * 2 + 2) }));
  sheet.addRow([titleOf(register, month)]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  sheet.getCell(1, 1).alignment = { horizontal: 'center' };
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { bold: true };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2EFDA' } };
    cell.border = { bottom: { style: 'thin' } };
  });
  for (const row of [...register.rows, ...totalsOf(register)]) {
    const line = sheet.addRow(columns.map(({ key }) => written(row[key] ?? null)));
    columns.forEach((column, index) => {
      if (row[column.key] !== null) line.getCell(index + 1).numFmt = formatOf(column);
    });
  }
}

/** The register of villages ends in a total, as such lists do. */
export function totalsOf({ form, rows }: Register): readonly Readonly<Record<string, Cell>>[] {
  if (form.key !== 'villages') return [];
  const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
  const numbers = form.columns.filter(({ kind }) => kind === 'number').map(({ key }) => [key, sum(key)] as const);
  return [{ code: '合计', ...Object.fromEntries(numbers) }];
}

function formatOf(column: Column): string {
  return formats[column.kind];
}

function written(cell: Cell): string | number | Date | null {
  return typeof cell === 'object' && cell !== null ? new Date(cell.day * MS_PER_DAY) : cell;
}
