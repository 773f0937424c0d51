import type { CellObject, ColInfo, RowInfo, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Limits } from '../limits.ts';
import { beyondLimit, type Reason } from '../refusal.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../xlsx/cell-reference.ts';
import { isDateFormat } from '../xlsx/number-format.ts';
import type { ForeignCell, ForeignRow, ForeignSheet, Gap } from './message.ts';

/** The sheets of a workbook as SheetJS has read it, each converted when asked for; or the words of a refusal. */
export function* convert(workbook: WorkBook, limits: Limits): Generator<ForeignSheet | { readonly refused: Reason }> {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (const [i, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    const facts = { name, hidden: (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, date1904 };
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') {
      yield { ...facts, merges: [], hiddenColumns: [], rows: [], isRowless: true };
      continue;
    }
    const breach = breachOf(sheet, limits);
    if (breach !== undefined) yield { refused: breach };
    yield { ...facts, merges: mergesOf(sheet), hiddenColumns: hiddenColumnsOf(sheet), rows: rowsOf(sheet) };
  }
}

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function denseRows(sheet: WorkSheet): DenseRows {
  // The workbook is read with `dense`, which puts the cells here, rows and cells with holes where there are none.
  return (sheet['!data'] ?? []) as DenseRows;
}

function breachOf(sheet: WorkSheet, limits: Limits): Reason | undefined {
  const rows = denseRows(sheet);
  if (rows.length > limits.rows) return beyondLimit(limits, 'rows');
  let cells = 0;
  for (const row of rows) {
    cells += row?.length ?? 0;
    if ((row?.length ?? 0) > limits.columns) return beyondLimit(limits, 'columns');
    if (cells > limits.cells) return beyondLimit(limits, 'cells');
    for (const cell of row ?? []) {
      if (typeof cell?.v === 'string' && cell.v.length > limits.characters) return beyondLimit(limits, 'characters');
    }
  }
  return undefined;
}

function rowsOf(sheet: WorkSheet): readonly ForeignRow[] {
  const infos: readonly (RowInfo | undefined)[] = sheet['!rows'] ?? [];
  const rows: ForeignRow[] = [];
  denseRows(sheet).forEach((row, i) => {
    const cells: (ForeignCell | Gap)[] = [];
    let width = 0;
    row?.forEach((found, column) => {
      const cell = cellOf(found);
      if (cell === null) return;
      if (column > width) cells.push({ empty: column - width });
      cells.push(cell);
      width = column + 1;
    });
    if (width > 0) rows.push({ number: i + 1, cells, hidden: infos[i]?.hidden === true });
  });
  return rows;
}

function cellOf(cell: CellObject | undefined): ForeignCell | null {
  if (cell === undefined) return null;
  const { t: type, v: value } = cell;
  if (type === 'e') return { error: errorNames.get(Number(value)) ?? '#ERROR!' };
  if (value === undefined || value === null || type === 'z') return cell.f === undefined ? null : { uncached: true };
  if (value instanceof Date) throw new TypeError('a date came although none were asked for');
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'boolean') return value;
  if (!Number.isFinite(value)) return { error: '#NUM!' };
  return typeof cell.z === 'string' && isDateFormat(NO_ID, cell.z) ? { serial: value } : value;
}

function mergesOf(sheet: WorkSheet): ForeignSheet['merges'] {
  return (sheet['!merges'] ?? [])
    .map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c,
      bottom: Math.min(e.r + 1, MOST_ROWS),
      right: Math.min(e.c, MOST_COLUMNS - 1),
    }))
    .filter(({ top, left, bottom, right }) => bottom > top || right > left);
}

function hiddenColumnsOf(sheet: WorkSheet): ForeignSheet['hiddenColumns'] {
  const infos: readonly (ColInfo | undefined)[] = sheet['!cols'] ?? [];
  const ranges: { first: number; last: number }[] = [];
  infos.forEach((info, column) => {
    if (info?.hidden !== true) return;
    const range = ranges.at(-1);
    if (range?.last === column - 1) range.last = column;
    else ranges.push({ first: column, last: column });
  });
  return ranges;
}

const NO_ID = -1;

// The codes of [MS-XLS] 2.5.10.
const errorNames: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);
