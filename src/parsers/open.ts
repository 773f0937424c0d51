import { type LedgerFile, type Sheet, shownName } from '../model/sheet.ts';
import { atHand } from './byte-window.ts';
import { openCsv } from './csv/csv.ts';
import type { ParseOptions } from './parse-options.ts';
import { recognise } from './recognition.ts';
import { beyondLimit, refusalOf } from './refusal.ts';

export type { ParseOptions } from './parse-options.ts';

/** Opens a file by its bytes, not its extension; throws a UsageError for what cannot be read. */
export async function openSheets(given: LedgerFile, options: ParseOptions): Promise<readonly Sheet[]> {
  const refuse = refusalOf(shownName(given));
  if (given.source.size > options.limits.file) throw refuse(beyondLimit(options.limits, 'file'));
  const file = await atHand(given);
  const kind = await recognise(file, options.limits);
  if (typeof kind === 'object') throw refuse(kind.refused);
  if (kind === 'text') return [await openCsv(file, options)];
  return kind === 'xls' ? openOld(file, options) : openPackage(file, options);
}

// Loaded when used: the readers of workbooks bring decompression and threads with them, which a folder of CSV does
// without.

async function openPackage(file: LedgerFile, options: ParseOptions): Promise<readonly Sheet[]> {
  const { openPackage: open } = await import('./package.ts');
  return open(file, options);
}

async function openOld(file: LedgerFile, { limits, turn }: ParseOptions): Promise<readonly Sheet[]> {
  await turn;
  const { openOldWorkbook } = await import('./foreign/old-workbook.ts');
  return openOldWorkbook(file, limits);
}
