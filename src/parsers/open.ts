import type { LedgerFile, Sheet } from '../model/sheet.ts';
import { bytesOf } from './byte-window.ts';
import { openCsv } from './csv.ts';
import type { Limits } from './limits.ts';
import { beyondLimit, refusalOf } from './refusal.ts';
import { openWorkbook } from './xlsx/workbook.ts';
import { openZip } from './zip.ts';

export interface ParseOptions {
  /** How many known columns the fields of a row name: picks the separator of CSV. */
  readonly scoreHeader: (fields: readonly string[]) => number;
  /** The encoding of CSV as the user names it. */
  readonly encoding?: string | undefined;
  readonly limits: Limits;
}

/** Opens a file by its bytes, not its extension; throws a UsageError for what cannot be read. */
export async function openSheets(file: LedgerFile, options: ParseOptions): Promise<readonly Sheet[]> {
  const refuse = refusalOf(file.name);
  if (file.source.size > options.limits.file) throw refuse(beyondLimit(options.limits, 'file'));
  if (file.source.size === 0) throw refuse(empty);
  const start = await bytesOf(file.source, 0, Math.min(8, file.source.size));
  if (start.toString('latin1', 0, 2) === 'PK') return openWorkbook(await openZip(file, options.limits));
  return [await openCsv(file, options)];
}

const empty = {
  zh: '是空的（0 字节）。请重新导出或取得文件。',
  en: 'is empty (0 bytes). Export or obtain it again.',
};
