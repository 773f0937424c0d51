import { type RawCell, type Row, type RowBatch, type Sheet, UNCACHED } from '../../model/sheet.ts';
import type { Refusal } from '../refusal.ts';
import type { ForeignRow, ForeignTask } from './message.ts';
import { readApart } from './reading-apart.ts';

/**
 * Opens a workbook of a foreign format: in a process of its own, so that the file can be given up when it takes too long or too
 * much memory. Its rows are kept, for the format has to be read as a whole.
 */
export async function openForeign(task: ForeignTask, refuse: Refusal): Promise<readonly Sheet[]> {
  const sheets = await readApart(task, refuse);
  return sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    date1904: sheet.date1904,
    encoding: null,
    format: 'xls',
    merges: sheet.merges,
    hiddenColumns: sheet.hiddenColumns,
    ...(sheet.isRowless === true && { isRowless: true }),
    rows: () => batches(sheet.rows),
  }));
}

const BATCH = 1024;

async function* batches(rows: readonly ForeignRow[]): AsyncGenerator<RowBatch> {
  for (let at = 0; at < rows.length; at += BATCH) {
    yield { rows: rows.slice(at, at + BATCH).map(rowOf), faults: [] };
  }
}

function rowOf({ number, cells: found, hidden }: ForeignRow): Row {
  const cells: RawCell[] = [];
  for (const cell of found) {
    if (typeof cell !== 'object') cells.push(cell);
    else if (!('empty' in cell)) cells.push('uncached' in cell ? UNCACHED : cell);
    else for (let i = 0; i < cell.empty; i++) cells.push(null);
  }
  return { number, cells, hidden };
}
