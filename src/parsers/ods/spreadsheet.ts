import { type Row, type RowBatch, type Sheet, shownName } from '../../model/sheet.ts';
import type { Keeping } from '../keeping.ts';
import { withPassword } from '../refusal.ts';
import { Parts } from '../xml/parts.ts';
import type { ZipArchive } from '../zip.ts';
import { ContentOutline, type OutlinedTable } from './content-outline.ts';
import { PartStretches } from './part-stretches.ts';
import { type RowRun, TableRows } from './table-rows.ts';

/** True for a package of OpenDocument: a spreadsheet of LibreOffice, or a text that will be refused. */
export function isOpenDocument(archive: ZipArchive): boolean {
  const hasContent = archive.entry(CONTENT) !== undefined || archive.entry(ENCRYPTED) !== undefined;
  return hasContent && archive.entry(MANIFEST) !== undefined;
}

/** Opens the sheets of an .ods package, in the order of the document. */
export async function openSpreadsheet(archive: ZipArchive, keeping: Keeping): Promise<readonly Sheet[]> {
  const { file, limits, refuse } = archive;
  const parts = new Parts(archive);
  await check(archive, parts);
  const content = archive.entry(CONTENT);
  if (content === undefined) throw refuse(withPassword);
  const outline = new ContentOutline(shownName(file), limits, refuse);
  const stretches = new PartStretches(content, parts, keeping);
  for await (const chunk of stretches.whole()) outline.push(chunk);
  outline.end();
  if (!outline.isSpreadsheet) throw refuse(noSpreadsheet);
  stretches.keepOnly(outline.tables);
  const { date1904 } = outline;
  return outline.tables.map((table) => ({
    name: table.name,
    hidden: table.isHidden,
    date1904,
    encoding: null,
    format: 'ods',
    merges: table.outline.merges,
    hiddenColumns: table.outline.columns,
    rows: (wanted) =>
      readRows(stretches.read(table), new TableRows({ ...scanningOf(table), limits, date1904, wanted })),
  }));
}

const CONTENT = 'content.xml';
const ENCRYPTED = 'encrypted-package'; // which holds all parts of a document that newer programs encrypt
const MANIFEST = 'META-INF/manifest.xml';
const MIMETYPE = 'mimetype';
const LONGEST_TYPE = 256;
const FEW = 32; // letters, more than are looked for

/** Refuses what is no spreadsheet, or opens only with a password. */
async function check(archive: ZipArchive, parts: Parts): Promise<void> {
  const [mimetype, manifest] = [archive.entry(MIMETYPE), archive.entry(MANIFEST)];
  const type = mimetype === undefined ? '' : await beginningOf(parts.chunks(mimetype));
  if (type !== '' && !type.includes('spreadsheet')) throw archive.refuse(noSpreadsheet);
  const isEncrypted = manifest !== undefined && (await mention(parts.chunks(manifest), /[<:]encryption-data\b/));
  if (isEncrypted) throw archive.refuse(withPassword);
}

/** Whether a few letters are somewhere in a part: one that is too seldom well formed to be read as XML. */
async function mention(chunks: AsyncIterable<Buffer>, letters: RegExp): Promise<boolean> {
  let end = '';
  for await (const chunk of chunks) {
    const text = end + chunk.toString('latin1');
    if (letters.test(text)) return true;
    end = text.slice(-FEW);
  }
  return false;
}

async function beginningOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  for await (const chunk of chunks) return chunk.toString('latin1', 0, LONGEST_TYPE);
  return '';
}

function scanningOf({ names, refuse, outline: { lastRow } }: OutlinedTable) {
  return { names, refuse, lastRow };
}

async function* readRows(chunks: AsyncIterable<Buffer>, table: TableRows): AsyncGenerator<RowBatch> {
  for await (const chunk of chunks) yield* batches(table.push(chunk));
  table.end();
}

const BATCH = 1024;

/** Rows in batches; those that stand for many are made as they are asked for. */
function* batches(runs: readonly RowRun[]): Generator<RowBatch> {
  let rows: Row[] = [];
  for (const { row, times } of runs) {
    for (let i = 0; i < times; i++) {
      rows.push(i === 0 ? row : { ...row, number: row.number + i });
      if (rows.length < BATCH) continue;
      yield { rows, faults: [] };
      rows = [];
    }
  }
  if (rows.length > 0) yield { rows, faults: [] };
}

const noSpreadsheet = {
  zh: '是 LibreOffice 的文档，但不是表格。请提供 .ods、.xlsx 或 .csv 文件。',
  en: 'is a LibreOffice document, but no spreadsheet. Give an .ods, .xlsx or .csv file.',
};
