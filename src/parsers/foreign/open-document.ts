import { beyondLimit, withPassword } from '../refusal.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import { inflatedChunks, readEntry } from '../zip-entry.ts';

/** True for a package of OpenDocument: a spreadsheet of LibreOffice, or a text that will be refused. */
export function isOpenDocument(archive: ZipArchive): boolean {
  return archive.entry('content.xml') !== undefined && archive.entry('META-INF/manifest.xml') !== undefined;
}

/** Refuses what the foreign parser must not see: no spreadsheet, encrypted, entries that inflate to more than they say. */
export async function checkOpenDocument(archive: ZipArchive): Promise<void> {
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

const noSpreadsheet = {
  zh: '是 LibreOffice 的文档，但不是表格。请提供 .ods、.xlsx 或 .csv 文件。',
  en: 'is a LibreOffice document, but no spreadsheet. Give an .ods, .xlsx or .csv file.',
};
