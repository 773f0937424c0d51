import type { LedgerFile, Sheet } from '../model/sheet.ts';
import { isOpenDocument, openOpenDocument } from './foreign/open-document.ts';
import type { Limits } from './limits.ts';
import { openWorkbook } from './xlsx/workbook.ts';
import { openZip } from './zip.ts';

/** Opens the sheets of a package: of Excel's kind or of OpenDocument's, by what is in it. */
export async function openPackage(file: LedgerFile, limits: Limits): Promise<readonly Sheet[]> {
  const archive = await openZip(file, limits);
  return isOpenDocument(archive) ? openOpenDocument(archive) : openWorkbook(archive);
}
