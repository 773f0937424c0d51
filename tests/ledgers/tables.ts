import { isoDate } from '../../src/model/day.ts';
import type { Register } from './district.ts';
import type { Cell } from './entry.ts';
import { gb18030 } from './gb18030.ts';
import { totalsOf } from './workbook.ts';

export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Two registers come from an old program that writes GB18030. */
const inGb18030 = new Set(['services', 'followups']);

/** The ledger as CSV files, one a register: what an export of the workbook holds. */
export function tablesOf(registers: readonly Register[]): readonly TableFile[] {
  return registers.map((register) => {
    const { columns, key, sheet } = register.form;
    const lines = [
      columns.map(({ header }) => header),
      ...[...register.rows, ...totalsOf(register)].map((row) =>
        columns.map((column) => written(row[column.key] ?? null)),
      ),
    ];
    const text = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
    const bytes = inGb18030.has(key) ? gb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
    return { name: `${sheet}.csv`, bytes };
  });
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? isoDate(cell.day) : String(cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
