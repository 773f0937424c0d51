import type { LedgerFile } from '../model/sheet.ts';
import type { Words } from '../model/words.ts';
import { bytesOf } from './byte-window.ts';
import { isCompound, openCompound, workbookIn } from './compound.ts';
import { unmarkedUtf16 } from './encoding.ts';
import type { Limits } from './limits.ts';
import { damaged, type Reason, withPassword } from './refusal.ts';

/** What a file is by its bytes, whatever its name says; or the words for what is nothing that can be read. */
export type FileKind = 'package' | 'xls' | 'text' | { readonly refused: Reason };

/** Recognises a file by its first bytes and, for compound files, by the streams in it. */
export async function recognise(file: LedgerFile, limits: Pick<Limits, 'entries'>): Promise<FileKind> {
  const { source } = file;
  if (source.size === 0) return { refused: empty };
  const sample = await bytesOf(source, 0, Math.min(SAMPLE, source.size));
  if (sample.toString('latin1', 0, 2) === 'PK') return 'package';
  if (isCompound(sample)) return recogniseCompound(file, limits);
  if (isBareSheet(sample)) return 'xls';
  return recogniseText(sample, file.name);
}

const SAMPLE = 4096;

async function recogniseCompound({ source }: LedgerFile, limits: Pick<Limits, 'entries'>): Promise<FileKind> {
  const streams = await openCompound(source, limits);
  if ('refused' in streams) return streams;
  const names = new Set(streams.map(({ name }) => name.toLowerCase()));
  if (names.has('encryptedpackage') || names.has('encryptioninfo')) return { refused: withPassword };
  const workbook = workbookIn(streams);
  if (workbook === undefined) return { refused: names.has('worddocument') ? document : noWorkbook };
  const start = await workbook.read(SAMPLE);
  if (start === undefined) return { refused: brokenStream };
  return hasPassword(start) ? { refused: withPassword } : 'xls';
}

/** Walks the first records of an .xls stream: one of them says if the rest is encrypted. */
function hasPassword(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const record = stream.readUInt16LE(at);
    if (record === FILE_PASS) return true;
    if (record === BOUND_SHEET) return false;
  }
  return false;
}

const FILE_PASS = 0x2f; // [MS-XLS] 2.4.117
const BOUND_SHEET = 0x85;

/** Excel 2 to 4 wrote a sheet without any container. */
function isBareSheet(sample: Buffer): boolean {
  const [record, version, length] = sample;
  return (
    record === 0x09 &&
    (version === 0 || version === 2 || version === 4) &&
    (length === 4 || length === 6) &&
    sample[3] === 0
  );
}

function recogniseText(sample: Buffer, name: string): FileKind {
  const start = sample
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*/, '')
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|meta|body|table|style|div)[\s>]/.test(start)) return { refused: webPage };
  if (start.startsWith('<?xml')) return { refused: xml };
  if (start.startsWith('id;p') || /^table\r?\n0,1\r?\n/.test(start)) return { refused: exchange };
  if (start.startsWith('%pdf') || start.startsWith('{\\rtf')) return { refused: noWorkbook };
  const control = sample.findIndex(isControl);
  if (control >= 0 && !isUtf16(sample))
    return { refused: isNearlyText(sample) ? controlIn(lineAt(sample, control)) : noWorkbook };
  return /\.(?:xlsx|xlsm|xls|et|ods)$/i.test(name) ? { refused: plainText } : 'text';
}

/** True for a byte that no text has, but for the zeros of UTF-16. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1a);
}

function isUtf16(sample: Buffer): boolean {
  return /^(?:\xFF\xFE|\xFE\xFF)/.test(sample.toString('latin1', 0, 2)) || unmarkedUtf16(sample) !== undefined;
}

/** Whether bytes that no text has are so few that the rest must be one. */
function isNearlyText(sample: Buffer): boolean {
  return FEWEST_OTHERS * sample.filter(isControl).length < sample.length;
}

function lineAt(sample: Buffer, place: number): number {
  return sample.toString('latin1', 0, place).split(/\r\n?|\n/).length;
}

const FEWEST_OTHERS = 50; // bytes of a text to one that is none

const empty: Words = {
  zh: '是空的（0 字节）。请重新导出或取得文件。',
  en: 'is empty (0 bytes). Export or obtain it again.',
};

const noWorkbook: Words = {
  zh: '不是表格文件。请提供 .xlsx、.xlsm、.xls、.et、.ods 或 .csv 文件。',
  en: 'is no spreadsheet. Give an .xlsx, .xlsm, .xls, .et, .ods or .csv file.',
};

const controlIn = (line: number): Words => ({
  zh: `第 ${line} 行里有控制字符（如空字节），文本里不该有。请重新导出，或用文本编辑器删去。`,
  en: `has a control character in line ${line}, such as a zero byte, which no text has. Export it again, or remove the character with a text editor.`,
});

const document: Words = {
  zh: '是文字处理文档，不是表格。请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx。',
  en: 'is a text document, not a spreadsheet. Copy its table into Excel or WPS and save it as .xlsx.',
};

const webPage: Words = {
  zh: '其实是网页（HTML），有些系统把网页起名 .xls 导出。请用 Excel 或 WPS 打开，另存为 .xlsx。',
  en: 'is in fact a web page (HTML); some systems export one under the name .xls. Open it in Excel or WPS and save it as .xlsx.',
};

const xml: Words = {
  zh: '其实是 XML 文本，不是工作簿。请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx。',
  en: 'is in fact XML text, not a workbook. Open it in Excel, WPS or LibreOffice and save it as .xlsx.',
};

const exchange: Words = {
  zh: '是 SYLK 或 DIF 格式的交换文件，不能直接读。请用 Excel 或 LibreOffice 打开，另存为 .xlsx。',
  en: 'is a SYLK or DIF file, which is not read. Open it in Excel or LibreOffice and save it as .xlsx.',
};

const plainText: Words = {
  zh: '其实是纯文本，不是工作簿。如果是用逗号或制表符分隔的表，把扩展名改为 .csv 即可。',
  en: 'is in fact plain text, not a workbook. If it is a table with commas or tabs, rename it to .csv.',
};

const brokenStream = damaged('文件内部的工作簿不完整', 'the workbook within it is not whole');
