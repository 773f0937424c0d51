import { type CellObject, read, SSF, set_cptable, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { columnLetters, type LedgerFile } from '../../src/model/sheet.ts';
import { numberText, type Reading, rangeText, type SheetText } from './reading.ts';

set_cptable(codePages);

/** Reads a file with SheetJS, into the same lines of text. Its chart and dialogue sheets have no cells. */
export async function readTheirs(file: LedgerFile): Promise<Reading> {
  const bytes = await file.source.slice(0, file.source.size);
  try {
    const workbook = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, sheetStubs: true });
    const sheets = new Map<string, SheetText>();
    for (const name of workbook.SheetNames) {
      const sheet = workbook.Sheets[name];
      sheets.set(name, (sheet?.['!type'] ?? 'sheet') === 'sheet' ? textOf(sheet) : new Map());
    }
    return { sheets };
  } catch (error) {
    return { refusal: String(error) };
  }
}

function textOf(sheet: WorkSheet | undefined): SheetText {
  const cells = new Map<string, string>();
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  rows.forEach((row, number) => {
    row?.forEach((cell, column) => {
      const text = cell === undefined ? undefined : cellText(cell);
      if (text !== undefined) cells.set(`${columnLetters(column)}${number + 1}`, text);
    });
  });
  for (const { s: first, e: last } of sheet?.['!merges'] ?? []) {
    const range = { top: first.r + 1, left: first.c, bottom: last.r + 1, right: last.c };
    if (last.r > first.r || last.c > first.c) cells.set(`merged ${rangeText(range)}`, 'yes');
  }
  return cells;
}

function cellText(cell: CellObject): string | undefined {
  const { t: type, v: value, f: formula } = cell;
  if (value === undefined || value === null || type === 'z') return formula === undefined ? undefined : 'uncached';
  if (type === 'e') return `error ${errorNames.get(Number(value)) ?? String(value)}`;
  if (typeof value === 'number') return `${showsDays(cell) ? 'date' : 'number'} ${numberText(value)}`;
  if (value instanceof Date) return `instant ${value.toISOString()}`;
  return value === '' ? undefined : `${typeof value} ${JSON.stringify(value)}`;
}

const errorNames: ReadonlyMap<number, string> = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
]);

/** SheetJS counts formats of a time alone as dates. */
function showsDays({ z: format }: CellObject): boolean {
  if (typeof format !== 'string' || !SSF.is_date(format)) return false;
  return !/^[hms:.0 [\]ap/时分秒上午下;@"]*$/i.test(format.replace(/\[\$-[^\]]*\]|\\(.)/g, '$1'));
}
