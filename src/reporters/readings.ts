import type { LedgerReport, SheetReport, SkippedRows } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { labels, skippedWords } from './labels.ts';
import { sheetText } from './places.ts';

/** What the reader did with a sheet, in words; a text is empty where there is nothing to say. */
export interface SheetReading {
  readonly name: string;
  readonly read: string;
  readonly skipped: string;
  readonly encoding: string;
  readonly hidden: string;
  readonly ignoredColumns: string;
}

export function sheetReading(sheet: SheetReport, language: Language): SheetReading {
  return {
    name: sheetText({ file: sheet.file, sheet: sheet.name }),
    read: readText(sheet, language),
    skipped: skippedText(sheet.skipped, language),
    encoding: sheet.encoding ?? '',
    hidden: hiddenText(sheet, language),
    ignoredColumns: ignoredColumnsText(sheet, language),
  };
}

/** A ledger's reading in a few numbers: rows read and skipped, sheets and columns not read. */
export function ledgerReading({ sheets }: LedgerReport, language: Language): string {
  const zh = language === 'zh';
  const sum = (count: (sheet: SheetReport) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0);
  const read = sum((sheet) => sheet.read);
  const skipped = sum((sheet) => sheet.rows - sheet.read);
  const ignoredSheets = sum(({ register }) => (register === null ? 1 : 0));
  const ignoredColumns = sum((sheet) => sheet.ignoredColumns.length);
  const texts = [
    zh ? `读 ${read} 行` : plural(read, 'row', 'read'),
    skipped > 0 ? (zh ? `跳过 ${skipped} 行` : `${skipped} skipped`) : '',
    ignoredSheets > 0 ? (zh ? `${ignoredSheets} 张表未读` : plural(ignoredSheets, 'sheet', 'not read')) : '',
    ignoredColumns > 0 ? (zh ? `${ignoredColumns} 列未读` : plural(ignoredColumns, 'column', 'not read')) : '',
  ];
  return texts.filter((text) => text !== '').join(zh ? '，' : ', ');
}

function readText({ register, headerRow, read }: SheetReport, language: Language): string {
  const zh = language === 'zh';
  if (register === null) return labels.notRead[language];
  const header = headerRow === null ? '' : zh ? `，表头第 ${headerRow} 行` : `, header in row ${headerRow}`;
  return zh ? `${register}${header}，读 ${read} 行` : `${register}${header}, ${plural(read, 'row', 'read')}`;
}

function skippedText(skipped: SkippedRows, language: Language): string {
  const zh = language === 'zh';
  const reasons = skipReasons.filter((reason) => skipped[reason] > 0);
  if (reasons.length === 0) return '';
  const text = reasons.map((reason) => `${skippedWords[reason][language]} ${skipped[reason]}`).join(zh ? '、' : ', ');
  return zh ? `跳过 ${text}` : `skipped: ${text}`;
}

function hiddenText({ hidden, register }: SheetReport, language: Language): string {
  const zh = language === 'zh';
  if (register === null) return hidden.sheet ? (zh ? '隐藏的表' : 'a hidden sheet') : '';
  const parts = [
    hidden.sheet ? (zh ? '整张表' : 'the sheet') : '',
    hidden.rows > 0 ? (zh ? `${hidden.rows} 行` : plural(hidden.rows, 'row')) : '',
    hidden.columns > 0 ? (zh ? `${hidden.columns} 列` : plural(hidden.columns, 'column')) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${zh ? '隐藏但已读：' : 'hidden but read: '}${parts.join(zh ? '、' : ', ')}`;
}

function ignoredColumnsText({ ignoredColumns, suggestions }: SheetReport, language: Language): string {
  const zh = language === 'zh';
  const names = ignoredColumns.slice(0, MOST_NAMED).map((header) => {
    const suggestion = suggestions.find((found) => found.header === header)?.suggestion;
    if (suggestion === undefined) return header;
    return zh ? `${header}（是不是“${suggestion}”？）` : `${header} (did you mean “${suggestion}”?)`;
  });
  const rest = ignoredColumns.length - names.length;
  const named = names.join(zh ? '、' : ', ');
  return rest <= 0 ? named : zh ? `${named}……另有 ${rest} 列` : `${named} … and ${rest} more`;
}

const MOST_NAMED = 100; // columns; the JSON names them all

/** A number of things in English, and what becomes of them. */
export function plural(number: number, noun: string, ...rest: readonly string[]): string {
  return [`${number} ${noun}${number === 1 ? '' : 's'}`, ...rest].join(' ');
}

// The type says that each key is one of SkippedRows, and the table of words has them all.
const skipReasons = Object.keys(skippedWords) as (keyof SkippedRows)[];
