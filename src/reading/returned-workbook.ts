import { columnLetters, type RawCell, type Row, type RowBatch, type Sheet } from '../model/sheet.ts';
import {
  FINDINGS_HEADER,
  isAddedTitle,
  OTHER_FINDINGS_HEADER,
  type ProblemColumn,
  problemHeaders,
} from './added-parts.ts';
import { checkCode, contentOf, keyOf } from './check-code.ts';
import { headRows } from './head-rows.ts';

/** A warning that the user has explained, as the list of problems has it. */
export interface Explanation {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly text: string;
  readonly checkCode: string;
}

/** A workbook that an earlier run has annotated, come back from its user. */
export interface ReturnedWorkbook {
  /** The sheets that were added, by number. */
  readonly added: ReadonlySet<number>;
  /** The columns of findings, by the number of their sheet. */
  readonly columns: ReadonlyMap<number, number>;
  /** The key of its check codes; `null` where it has none. */
  readonly key: string | null;
  /** The explanations whose cell is as it was, or that are of no cell. */
  readonly explanations: readonly Explanation[];
}

/** What an earlier run has put into a workbook; `null` for one that none has annotated. */
export async function returnedWorkbook(sheets: readonly Sheet[]): Promise<ReturnedWorkbook | null> {
  const added = new Set<number>();
  for (const [number, sheet] of sheets.entries()) {
    if (sheet.format !== 'csv' && isAdded(await headRows(sheet, 1))) added.add(number);
  }
  if (added.size === 0) return null;
  const columns = new Map<number, number>();
  for (const [number, sheet] of sheets.entries()) {
    const column = added.has(number) ? undefined : findingsColumn(await headRows(sheet));
    if (column !== undefined) columns.set(number, column);
  }
  const listed: Listed[] = [];
  for (const number of added) listed.push(...(await listedIn(sheets[number])));
  const key = listed.map((row) => keyOf(row.checkCode)).find((found) => found !== undefined) ?? null;
  const explained = listed.filter(({ text }) => text !== '');
  return { added, columns, key, explanations: await standing(explained, { sheets, added }) };
}

/** A sheet without its column of findings, which is no part of the register. */
export function withoutColumn(sheet: Sheet, column: number): Sheet {
  const { name, hidden, date1904, encoding, format, merges, hiddenColumns } = sheet;
  return { name, hidden, date1904, encoding, format, merges, hiddenColumns, rows: () => without(sheet.rows(), column) };
}

type Listed = Explanation;

async function* without(batches: AsyncIterable<RowBatch>, column: number): AsyncGenerator<RowBatch> {
  for await (const { rows, faults } of batches) {
    yield {
      rows: rows.map((row) => (row.cells.length <= column ? row : { ...row, cells: row.cells.with(column, null) })),
      faults,
    };
  }
}

function isAdded([first]: readonly Row[]): boolean {
  const title = first?.number === 1 ? first.cells[0] : null;
  return typeof title === 'string' && isAddedTitle(title);
}

/** The column that is headed as ours; where a register has one of its own of that name, ours says whose it is. */
function findingsColumn(rows: readonly Row[]): number | undefined {
  for (const header of [OTHER_FINDINGS_HEADER, FINDINGS_HEADER]) {
    const found = rows.map(({ cells }) => cells.lastIndexOf(header)).filter((column) => column >= 0);
    if (found.length > 0) return Math.max(...found);
  }
  return undefined;
}

/** The rows of the list of problems; none for another sheet. */
async function listedIn(sheet: Sheet | undefined): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  let columns: ReadonlyMap<ProblemColumn, number> | undefined;
  for await (const { rows } of sheet?.rows() ?? []) {
    for (const { cells } of rows) {
      const read = (key: ProblemColumn) => textOf(cells[columns?.get(key) ?? -1]);
      if (columns === undefined) columns = headersIn(cells);
      else if (read('check') !== '') {
        const cell = read('cell');
        // A problem of a whole sheet shows the sheet's name for its link.
        const isCell = /^[A-Z]{1,3}\d+$/.test(cell);
        listed.push({
          code: read('code'),
          sheet: read('sheet') || null,
          cell: isCell ? cell : null,
          text: read('explanation'),
          checkCode: read('check'),
        });
      }
    }
  }
  return listed;
}

function headersIn(cells: readonly (RawCell | undefined)[]): ReadonlyMap<ProblemColumn, number> | undefined {
  const texts = cells.map(textOf);
  const keys = Object.keys(problemHeaders) as readonly ProblemColumn[]; // keyof is exact: the object is a literal
  const found = new Map(
    keys.map((key) => {
      const words: readonly string[] = Object.values(problemHeaders[key]);
      return [key, texts.findIndex((text) => words.includes(text))] as const;
    }),
  );
  return [...found.values()].every((column) => column >= 0) ? found : undefined;
}

/** The explanations whose cell still holds what it held. Those of no cell are judged by what is said, when it is said again. */
async function standing(
  explained: readonly Listed[],
  { sheets, added }: { readonly sheets: readonly Sheet[]; readonly added: ReadonlySet<number> },
): Promise<readonly Explanation[]> {
  const kept = explained.filter(({ cell }) => cell === null);
  for (const [number, sheet] of sheets.entries()) {
    const own = explained.filter((row) => row.cell !== null && row.sheet === sheet.name);
    if (own.length === 0 || added.has(number)) continue;
    const contents = await contentsOf(sheet, new Set(own.map(({ cell }) => cell ?? '')));
    kept.push(
      ...own.filter((row) => {
        const key = keyOf(row.checkCode) ?? '';
        return checkCode(key, { ...row, content: contents.get(row.cell ?? '') ?? '' }) === row.checkCode;
      }),
    );
  }
  return kept;
}

async function contentsOf(sheet: Sheet, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  const rowsWanted = new Set([...wanted].map((cell) => Number(cell.replace(/^[A-Z]+/, ''))));
  for await (const { rows } of sheet.rows()) {
    for (const { number, cells } of rows.filter((row) => rowsWanted.has(row.number))) {
      cells.forEach((cell, column) => {
        const address = columnLetters(column) + number;
        if (wanted.has(address)) contents.set(address, contentOf(cell));
      });
    }
  }
  return contents;
}

function textOf(cell: RawCell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}
