import type { Row, RowBatch, Sheet } from '../../model/sheet.ts';
import { bytesOf } from '../byte-window.ts';
import { beyondLimit, withPassword } from '../refusal.ts';
import { Parts } from '../xlsx/parts.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import { inflatedChunks, readEntry } from '../zip-entry.ts';
import { type HiddenParts, OdsOutline } from './ods-outline.ts';
import { openForeign } from './workbook.ts';

/** True for a package of OpenDocument: a spreadsheet of LibreOffice, or a text that will be refused. */
export function isOpenDocument(archive: ZipArchive): boolean {
  return archive.entry('content.xml') !== undefined && archive.entry('META-INF/manifest.xml') !== undefined;
}

/** Opens an .ods: checked first, read as a foreign format, and told what of it is hidden. */
export async function openOpenDocument(archive: ZipArchive): Promise<readonly Sheet[]> {
  const { file, limits, refuse } = archive;
  await check(archive);
  const outline = new OdsOutline(limits, refuse);
  const content = archive.entry('content.xml');
  if (content !== undefined) await new Parts(archive).feed(content, outline);
  const bytes = await bytesOf(file.source, 0, file.source.size);
  const sheets = await openForeign({ bytes, format: 'ods', limits }, refuse);
  return sheets.map((sheet) => withHidden(sheet, outline.sheets.get(sheet.name)));
}

/** Refuses what the foreign parser must not see: no spreadsheet, encrypted, entries that inflate to more than they say. */
async function check(archive: ZipArchive): Promise<void> {
  const { limits, refuse } = archive;
  const inflated = archive.entries.reduce((sum, { size }) => sum + size, 0);
  if (inflated > limits.inflated) throw refuse(beyondLimit(limits, 'inflated'));
  const mimetype = await textOf(archive, archive.entry('mimetype'));
  if (mimetype !== '' && !mimetype.includes('spreadsheet')) throw refuse(noSpreadsheet);
  const manifest = await textOf(archive, archive.entry('META-INF/manifest.xml'));
  if (/[<:]encryption-data\b/.test(manifest)) throw refuse(withPassword);
  for (const entry of archive.entries) for await (const _ of inflatedChunks(archive, entry)) void _;
}

async function textOf(archive: ZipArchive, entry: ZipEntry | undefined): Promise<string> {
  return entry === undefined ? '' : (await readEntry(archive, entry)).toString('utf8');
}

function withHidden(sheet: Sheet, parts: HiddenParts | undefined): Sheet {
  if (parts === undefined) return sheet;
  const rows = () => markHidden(sheet.rows(), parts.rows);
  return { ...sheet, hidden: parts.isHidden, hiddenColumns: parts.columns, rows };
}

async function* markHidden(batches: AsyncIterable<RowBatch>, hidden: HiddenParts['rows']): AsyncGenerator<RowBatch> {
  let next = 0;
  const mark = (row: Row): Row => {
    while ((hidden[next]?.last ?? Number.POSITIVE_INFINITY) < row.number) next += 1;
    return (hidden[next]?.first ?? Number.POSITIVE_INFINITY) <= row.number ? { ...row, hidden: true } : row;
  };
  for await (const batch of batches) yield { ...batch, rows: batch.rows.map(mark) };
}

const noSpreadsheet = {
  zh: '是 LibreOffice 的文档，但不是表格。请提供 .ods、.xlsx 或 .csv 文件。',
  en: 'is a LibreOffice document, but no spreadsheet. Give an .ods, .xlsx or .csv file.',
};
