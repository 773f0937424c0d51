import type { LedgerReport, Report, SheetReport } from '../../model/report.ts';
import { columnLetters } from '../../model/sheet.ts';
import { between, type Language, type Words } from '../../model/words.ts';
import { type RegisterName, registers } from '../../records/registers.ts';
import { skippedWords } from '../../reporters/labels.ts';
import type { Page, PageCell, PageRow } from './page.ts';
import { looks } from './page-looks.ts';
import { titleOf } from './page-words.ts';

const HEADER_ROW = 3;

const headers: readonly (readonly [Words, number])[] = [
  [{ zh: '台账', en: 'Ledger' }, 22],
  [{ zh: '文件', en: 'File' }, 18],
  [{ zh: '工作表', en: 'Sheet' }, 18],
  [{ zh: '登记册', en: 'Register' }, 14],
  [{ zh: '表头行', en: 'Header row' }, 8],
  [{ zh: '行数', en: 'Rows' }, 8],
  [{ zh: '读入', en: 'Read' }, 8],
  [skippedWords.blank, 8],
  [skippedWords.total, 8],
  [skippedWords.note, 8],
  [skippedWords.header, 8],
  [skippedWords.duplicate, 8],
  [{ zh: '隐藏的行', en: 'Hidden rows' }, 8],
  [{ zh: '隐藏的列', en: 'Hidden columns' }, 8],
  [{ zh: '编码', en: 'Encoding' }, 10],
  [{ zh: '读到的列', en: 'Columns read' }, 60],
  [{ zh: '未读的列', en: 'Columns not read' }, 40],
];

const hint: Words = {
  zh: '每张表：行数 = 读入 + 各种原因跳过的行。不是登记册的表只列名称。',
  en: 'Of every sheet: rows = read + those skipped for each reason. Sheets that are no register are only named.',
};

/** The reading report: what was read of every sheet, and what was not. */
export function readingPage(report: Report, name: string, language: Language): Page {
  const last = columnLetters(headers.length - 1);
  return {
    form: {
      name,
      widths: headers.map(([, width]) => width),
      headerRow: HEADER_ROW,
      frozenColumns: 3,
      filter: { first: 0, last: headers.length - 1 },
      merges: [`A1:${last}1`, `A2:${last}2`],
      tab: '2F4C7C',
    },
    rows: rowsOf(report, language),
  };
}

function* rowsOf(report: Report, language: Language): Generator<PageRow> {
  yield { cells: [{ value: titleOf('reading', language), look: looks.title }], height: 30 };
  yield { cells: [{ value: hint[language], look: looks.notice }], height: 20 };
  yield { cells: headers.map(([words]) => ({ value: words[language], look: looks.header })), height: 30 };
  for (const ledger of report.ledgers) {
    for (const sheet of ledger.sheets) yield { cells: cellsOf(ledger, sheet, language) };
  }
}

function cellsOf({ file }: LedgerReport, sheet: SheetReport, language: Language): readonly PageCell[] {
  const { skipped, hidden } = sheet;
  const text = (value: string | null): PageCell => ({ value, look: looks.text });
  const isRegister = sheet.register !== null;
  const number = (value: number | null): PageCell => ({ value: isRegister ? value : null, look: looks.whole });
  // The report names registers by their keys, which are those of the table of registers.
  const register = sheet.register === null ? null : registers[sheet.register as RegisterName].title[language];
  return [
    text(file),
    text(sheet.file),
    text(sheet.name),
    text(register ?? (language === 'zh' ? '（未读）' : '(not read)')),
    number(sheet.headerRow),
    ...[sheet.rows, sheet.read, skipped.blank, skipped.total, skipped.note, skipped.header, skipped.duplicate].map(
      number,
    ),
    number(hidden.rows),
    number(hidden.columns),
    text(sheet.encoding),
    text(sheet.columns.map(({ header, column }) => `${column} ${header}`).join(between[language])),
    text(ignoredText(sheet, language)),
  ];
}

function ignoredText({ ignoredColumns, suggestions }: SheetReport, language: Language): string {
  return ignoredColumns
    .map((header) => {
      const suggestion = suggestions.find((found) => found.header === header)?.suggestion;
      if (suggestion === undefined) return header;
      return language === 'zh' ? `${header}（是不是“${suggestion}”？）` : `${header} (did you mean “${suggestion}”?)`;
    })
    .join(between[language]);
}
