import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { Unit } from '../../model/report.ts';
import type { Language, Words } from '../../model/words.ts';
import { displayWidth } from '../../reporters/display-width.ts';
import { labels } from '../../reporters/labels.ts';
import { printableData } from '../../reporters/printable.ts';
import type { Difference } from '../difference.ts';
import { changeCells, changeHeads, valueColumns } from './change-rows.ts';
import { diagnosticsTopic } from './diagnostic-topic.ts';
import { withFixedTimes } from './fixed-times.ts';
import { facts, NOTHING_CHANGED, TITLE } from './heading.ts';
import { causeTexts, flipsTopic } from './measure-topics.ts';
import { closedTopic, duplicatesTopic, editsTopic, recordsTopic, schemaTopic } from './record-topics.ts';
import { endSheet, FONT, startSheet } from './sheet-form.ts';
import type { Cell, Topic, TopicMaker } from './topic.ts';

/** The difference as a workbook with a sheet for each topic; figures that follow from others are formulas. */
export async function workbook(
  difference: Difference,
  { language }: { readonly language: Language },
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const clean = printableData(difference);
  const always = new Date(`${clean.after.period.to}T00:00:00Z`); // no clock: the same difference is the same bytes
  Object.assign(book, { creator: 'fp-check', lastModifiedBy: 'fp-check', created: always, modified: always });
  addSummary(book, clean, language);
  addTopic(book, SHEETS.flips, topicOf(flipsTopic, clean), language);
  addMeasures(book, clean, language);
  addVillages(book, clean, language);
  addTopic(book, SHEETS.closed, topicOf(closedTopic, clean), language);
  addTopic(book, SHEETS.records, topicOf(recordsTopic, clean), language);
  addTopic(book, SHEETS.edits, topicOf(editsTopic, clean), language);
  addTopic(book, SHEETS.duplicates, topicOf(duplicatesTopic, clean), language);
  addTopic(book, SHEETS.schema, topicOf(schemaTopic, clean), language);
  addTopic(book, SHEETS.diagnostics, topicOf(diagnosticsTopic, clean), language);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

const SHEETS = {
  summary: { zh: '摘要', en: 'Summary' },
  flips: { zh: '结论变化', en: 'Statuses' },
  measures: { zh: '指标变化', en: 'Measures' },
  villages: { zh: '各村变化', en: 'Villages' },
  closed: { zh: '已结账月份', en: 'Closed months' },
  records: { zh: '记录变化', en: 'Records' },
  edits: { zh: '修改内容', en: 'Edits' },
  duplicates: { zh: '重复编号', en: 'Repeated ids' },
  schema: { zh: '表的结构', en: 'Columns' },
  diagnostics: { zh: '数据问题', en: 'Problems' },
} as const satisfies Record<string, Words>;

function topicOf(make: TopicMaker, difference: Difference): Topic {
  return make(difference, { isVerbose: true });
}

/** What was compared, the main cause for each indicator, and the notice that every report carries. */
function addSummary(book: Workbook, difference: Difference, language: Language): void {
  const sheet = book.addWorksheet(SHEETS.summary[language], {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 10 }, { width: 34 }, { width: CAUSE_WIDTH }];
  sheet.addRow([TITLE[language]]).font = { ...FONT, bold: true, size: 14 };
  for (const [label, text] of facts(difference, language)) sheet.addRow([label[language], text]);
  if (difference.showsValues) sheet.addRow([labels.showsValues[language]]);
  sheet.addRow([]);
  if (difference.isEmpty) sheet.addRow([NOTHING_CHANGED[language]]);
  for (const { id, names, words } of causeTexts(difference, false)) {
    const row = sheet.addRow([id, names[language], words[language]]);
    row.alignment = { vertical: 'top', wrapText: true };
    row.height = 15 * Math.ceil(displayWidth(words[language]) / (CAUSE_WIDTH - 2)) + 3;
  }
  sheet.addRow([]);
  sheet.addRow([difference.notices[language]]);
}

function addMeasures(book: Workbook, { indicators }: Difference, language: Language): void {
  const heads = [labels.measure, { zh: '名称', en: 'Name' }, { zh: '单位', en: 'Unit' }, ...changeHeads];
  const sheet = startSheet(book, { name: SHEETS.measures, heads, language, fixed: 2 });
  for (const measure of indicators.flatMap(({ measures }) => measures)) {
    const row = sheet.rowCount + 1;
    const { id, names, unit } = measure;
    sheet.addRow([id, names[language], unit, ...changeCells(measure, { row, column: 3, unit, language })]);
  }
  endChanges(sheet, 3);
}

function addVillages(book: Workbook, { areas, indicators }: Difference, language: Language): void {
  const heads = [{ zh: '村代码', en: 'Code' }, labels.village, labels.town, labels.measure, ...changeHeads];
  const sheet = startSheet(book, { name: SHEETS.villages, heads, language, fixed: 4 });
  const units = new Map<string, Unit>(indicators.flatMap(({ measures }) => measures.map(({ id, unit }) => [id, unit])));
  for (const { code, name, town, measures } of areas) {
    for (const [id, change] of Object.entries(measures)) {
      const spot = { row: sheet.rowCount + 1, column: 4, unit: units.get(id) ?? 'ratio', language };
      sheet.addRow([code, name, town, id, ...changeCells(change, spot)]);
    }
  }
  endChanges(sheet, 4);
}

/** Values are quotients: they are shown to as many decimals as are read. */
function endChanges(sheet: Worksheet, column: number): void {
  endSheet(sheet);
  for (const offset of valueColumns) {
    sheet.getColumn(column + offset + 1).eachCell((cell, row) => {
      if (row > 1) cell.numFmt = '0.0000;-0.0000;0';
    });
  }
}

function addTopic(book: Workbook, name: Words, { columns, rows, remarks }: Topic, language: Language): void {
  const heads = columns.map(({ head }) => head);
  const sheet = startSheet(book, { name, heads, language, fixed: 0 });
  for (const row of rows) sheet.addRow(row.map((cell) => cellOf(cell, language)));
  endSheet(sheet);
  for (const words of remarks) sheet.addRow([words[language]]);
}

function cellOf(cell: Cell, language: Language): CellValue {
  return typeof cell === 'object' ? cell[language] : cell;
}

const CAUSE_WIDTH = 110;
