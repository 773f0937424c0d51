import type { LedgerFile, Sheet } from '../model/sheet.ts';
import { Keeping } from './keeping.ts';
import { isOpenDocument, openSpreadsheet } from './ods/spreadsheet.ts';
import type { ParseOptions } from './parse-options.ts';
import { openWorkbook } from './xlsx/workbook.ts';
import { openZip } from './zip.ts';

/** Opens the sheets of a package: of Excel's kind or of OpenDocument's, by what is in it. */
export async function openPackage(
  file: LedgerFile,
  { limits, keeping = new Keeping(), ahead, turn }: ParseOptions,
): Promise<readonly Sheet[]> {
  const archive = await openZip(file, limits);
  if (!isOpenDocument(archive)) return openWorkbook(archive, { keeping, ahead });
  await turn; // all its sheets lie in one part: to open it is to walk the whole, which is not done ahead
  return openSpreadsheet(archive, keeping);
}
