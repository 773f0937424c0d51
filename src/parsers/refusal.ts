import type { DiagnosticCode } from '../model/diagnostic.ts';
import { columnLetters } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import type { Limits } from './limits.ts';

/** Why something cannot be read: what follows its name in the sentence, and the code of it, where it has one. */
export interface Reason extends Words {
  readonly code?: DiagnosticCode;
}

/** Makes the error for a file, or a sheet, that cannot be read: says which one, why, and what to do. */
export type Refusal = (why: Reason) => UsageError;

export function refusalOf(file: string): Refusal {
  return ({ zh, en, code }) => new UsageError({ zh: `文件“${file}”${zh}`, en: `The file “${file}” ${en}` }, code);
}

/** The same for one sheet of the file. */
export function refusalOfSheet(file: string, sheet: string): Refusal {
  return ({ zh, en, code }) =>
    new UsageError(
      { zh: `文件“${file}”的工作表“${sheet}”${zh}`, en: `The sheet “${sheet}” of the file “${file}” ${en}` },
      code,
    );
}

/** A reason with the cell near which it was found; rows count from 1, columns from 0. */
export function nearCell({ zh, en, ...reason }: Reason, row: number, column: number): Reason {
  const cell = `${columnLetters(Math.max(column, 0))}${row}`;
  return { ...reason, zh: `的 ${cell} 单元格附近${zh}`, en: `near ${cell} ${en}` };
}

/** The reason of a breach of a limit, which the user may raise. */
export function beyondLimit<N extends keyof Limits>(limits: Pick<Limits, N>, name: N): Reason {
  const { zh, en } = measured[name];
  const limit = limits[name];
  return {
    code: 'beyond-limit',
    zh: `超过限度：${zh}最多 ${limit}。确认文件无误后，可用 --limit ${name}=更大的数 放宽。`,
    en: `is beyond a limit: at most ${limit} ${en}. If the file is as it should be, raise it with --limit ${name}=NUMBER.`,
  };
}

/** The words for a package or part that breaks its own rules. */
export function damaged(zh: string, en: string): Words {
  return {
    zh: `已损坏：${zh}。请用 Excel、WPS 或 LibreOffice 打开并另存一份，或重新取得文件。`,
    en: `is damaged: ${en}. Open it in Excel, WPS or LibreOffice and save a copy, or obtain it again.`,
  };
}

/** The words for a workbook that opens only with a password. */
export const withPassword: Words = {
  zh: '有打开密码，或加了“保护工作簿”，内容是加密的，读不了。请用 Excel 或 WPS 打开，去掉密码和工作簿保护后另存一份。',
  en: 'is encrypted: it opens only with a password, or its structure is protected. Open it in Excel or WPS, take off the password or the protection, and save a copy.',
};

const measured: Readonly<Record<keyof Limits, Words>> = {
  file: { zh: '文件字节数', en: 'bytes in a file' },
  inflated: { zh: '解压后的字节数', en: 'bytes when inflated' },
  entries: { zh: '压缩包内的条目', en: 'entries in the package' },
  rows: { zh: '每表行数', en: 'rows in a sheet' },
  columns: { zh: '每表列数', en: 'columns in a sheet' },
  cells: { zh: '每表单元格', en: 'cells in a sheet' },
  characters: { zh: '单元格字数', en: 'characters in a cell' },
  levels: { zh: 'XML 嵌套层数', en: 'levels of nesting in its XML' },
  seconds: { zh: '读取秒数', en: 'seconds of reading' },
};
