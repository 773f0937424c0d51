import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellRange, columnLetters, type LedgerFile, type RawCell, UNCACHED } from '../../src/model/sheet.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';

/** The cells of a sheet with a value, by their addresses, each as a line of text that any reader can be held to. */
export type SheetText = ReadonlyMap<string, string>;

/** What a reader makes of a file: the cells by sheet, or the words of its refusal. */
export type Reading = { readonly sheets: ReadonlyMap<string, SheetText> } | { readonly refusal: string };

/** The names of the files under a folder with one of the endings, in order. */
export function filesUnder(folder: string, endings: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => endings.test(name))
    .sort();
}

export function ledgerFile(folder: string, name: string): LedgerFile {
  const bytes = readFileSync(join(folder, name));
  return {
    name: name.slice(name.lastIndexOf('/') + 1),
    source: { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) },
  };
}

/** Reads a file as the product does. Whatever is no UsageError is a bug, and thrown on. */
export async function readOurs(file: LedgerFile): Promise<Reading> {
  try {
    const sheets = new Map<string, SheetText>();
    for (const sheet of await openSheets(file, { scoreHeader: (fields) => fields.length, limits: defaultLimits })) {
      const cells = new Map<string, string>();
      for await (const { rows } of sheet.rows()) {
        for (const row of rows) {
          row.cells.forEach((cell, column) => {
            if (cell !== null && cell !== undefined) cells.set(columnLetters(column) + row.number, cellText(cell));
          });
        }
      }
      for (const range of sheet.merges) cells.set(`merged ${rangeText(range)}`, 'yes');
      sheets.set(sheet.name, cells);
    }
    return { sheets };
  } catch (error) {
    if (error instanceof UsageError) return { refusal: error.message };
    throw error;
  }
}

export function cellText(cell: Exclude<RawCell, null>): string {
  if (cell === UNCACHED) return 'uncached';
  if (typeof cell === 'object') return 'serial' in cell ? `date ${numberText(cell.serial)}` : `error ${cell.error}`;
  return typeof cell === 'number' ? `number ${numberText(cell)}` : `${typeof cell} ${JSON.stringify(cell)}`;
}

export function rangeText({ top, left, bottom, right }: CellRange): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
}

/** Two readers of one decimal may differ in the last bit. */
export function numberText(number: number): string {
  return String(Number(number.toPrecision(15)));
}
