import type { LedgerReport, Report, SheetReport, SkippedRows } from '../../model/report.ts';
import { labels, skippedWords } from '../labels.ts';
import { paragraph } from './grid.ts';
import type { View } from './view.ts';

/** What was read of every ledger, sheet by sheet; shown when asked for. */
export function readings({ ledgers }: Report, on: View): readonly string[] {
  if (on.screen.verbosity !== 'verbose') return [];
  return [on.paint.heading(on.say(labels.reading)), ...ledgers.flatMap((ledger) => ledgerLines(ledger, on))];
}

function ledgerLines({ file, sha256, sheets }: LedgerReport, on: View): readonly string[] {
  return [
    ...paragraph(`${file}  sha256 ${sha256.slice(0, 12)}`, on.columns, { indent: 2 }),
    ...sheets.flatMap((sheet) => sheetLines(sheet, on)),
  ];
}

function sheetLines(sheet: SheetReport, on: View): readonly string[] {
  const zh = on.language === 'zh';
  const name = [...new Set([sheet.file, sheet.name])].filter((part) => part !== null).join(' › ');
  const facts = [readText(sheet, on), skippedText(sheet.skipped, on), sheet.encoding ?? '', hiddenText(sheet, on)];
  const text = `${name}${zh ? '：' : ': '}${facts.filter((fact) => fact !== '').join(zh ? '；' : '; ')}`;
  return [
    ...paragraph(text, on.columns, { lead: '    ', indent: 6 }),
    ...paragraphIfAny(ignoredColumnsText(sheet, on), on),
  ];
}

function readText({ register, headerRow, read }: SheetReport, { language }: View): string {
  const zh = language === 'zh';
  if (register === null) return zh ? '不是已知的登记册，未读' : 'no known register, not read';
  const header = headerRow === null ? '' : zh ? `，表头第 ${headerRow} 行` : `, header in row ${headerRow}`;
  return zh ? `${register}${header}，读 ${read} 行` : `${register}${header}, ${read} rows read`;
}

function skippedText(skipped: SkippedRows, { say, language }: View): string {
  const zh = language === 'zh';
  const reasons = skipReasons.filter((reason) => skipped[reason] > 0);
  if (reasons.length === 0) return '';
  const text = reasons.map((reason) => `${say(skippedWords[reason])} ${skipped[reason]}`).join(zh ? '、' : ', ');
  return zh ? `跳过 ${text}` : `skipped: ${text}`;
}

function hiddenText({ hidden }: SheetReport, { language }: View): string {
  const zh = language === 'zh';
  const parts = [
    hidden.sheet ? (zh ? '整张表' : 'the sheet') : '',
    hidden.rows > 0 ? `${hidden.rows} ${zh ? '行' : 'rows'}` : '',
    hidden.columns > 0 ? `${hidden.columns} ${zh ? '列' : 'columns'}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${zh ? '隐藏但已读：' : 'hidden but read: '}${parts.join(zh ? '、' : ', ')}`;
}

function ignoredColumnsText({ ignoredColumns, suggestions }: SheetReport, { say, language }: View): string {
  const zh = language === 'zh';
  const names = ignoredColumns.map((header) => {
    const suggestion = suggestions.find((found) => found.header === header)?.suggestion;
    if (suggestion === undefined) return header;
    return zh ? `${header}（是不是“${suggestion}”？）` : `${header} (did you mean “${suggestion}”?)`;
  });
  return names.length === 0 ? '' : say(labels.ignoredColumns) + names.join(zh ? '、' : ', ');
}

function paragraphIfAny(text: string, { columns }: View): readonly string[] {
  return text === '' ? [] : paragraph(text, columns, { indent: 6 });
}

// The type says that each key is one of SkippedRows, and the table of words has them all.
const skipReasons = Object.keys(skippedWords) as (keyof SkippedRows)[];
