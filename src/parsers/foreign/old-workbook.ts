import { type LedgerFile, type Sheet, shownName } from '../../model/sheet.ts';
import { bytesOf } from '../byte-window.ts';
import { isCompound, openCompound, workbookIn } from '../compound.ts';
import type { Limits } from '../limits.ts';
import { damaged, refusalOf } from '../refusal.ts';
import { cellsOnly } from './biff.ts';
import { openForeign } from './workbook.ts';

/** Opens an .xls or .et: the library is shown nothing of the container, and of the workbook in it only the cells. */
export async function openOldWorkbook(file: LedgerFile, limits: Limits): Promise<readonly Sheet[]> {
  const refuse = refusalOf(shownName(file));
  const stream = await workbookOf(file, limits);
  const bytes = stream === undefined ? { refused: incomplete } : cellsOnly(stream);
  if ('refused' in bytes) throw refuse(bytes.refused);
  return openForeign({ bytes, limits }, refuse);
}

/** Excel 2 to 4 wrote sheets without any container. */
async function workbookOf({ source }: LedgerFile, limits: Limits): Promise<Buffer | undefined> {
  const bytes = await bytesOf(source, 0, source.size);
  if (!isCompound(bytes)) return bytes;
  const streams = await openCompound(
    { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) },
    limits,
  );
  return 'refused' in streams ? undefined : workbookIn(streams)?.read();
}

const incomplete = damaged('文件内部的工作簿不完整', 'the workbook within it is not whole');
