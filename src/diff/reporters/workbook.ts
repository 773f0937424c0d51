import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { Unit } from '../../model/report.ts';
import type { Language, Words } from '../../model/words.ts';
import { labels } from '../../reporters/labels.ts';
import { printableData } from '../../reporters/printable.ts';
import type { Difference } from '../difference.ts';
import { changeCells, changeHeads } from './change-rows.ts';
import { diagnosticsTopic } from './diagnostic-topic.ts';
import { withFixedTimes } from './fixed-times.ts';
import { facts, NOTHING_CHANGED, TITLE } from './heading.ts';
import { causeTexts, flipsTopic } from './measure-topics.ts';
import { closedTopic, duplicatesTopic, editsTopic, recordsTopic, schemaTopic } from './record-topics.ts';
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
  const sheet = book.addWorksheet(SHEETS.summary[language]);
  sheet.columns = [{ width: 16 }, { width: 28 }, { width: 100 }];
  sheet.addRow([TITLE[language]]).font = { bold: true, size: 14 };
  for (const [label, text] of facts(difference, language)) sheet.addRow([label[language], text]);
  if (difference.showsValues) sheet.addRow([labels.showsValues[language]]);
  sheet.addRow([]);
  if (difference.isEmpty) sheet.addRow([NOTHING_CHANGED[language]]);
  for (const { id, names, words } of causeTexts(difference, false))
    sheet.addRow([id, names[language], words[language]]);
  sheet.addRow([]);
  sheet.addRow([difference.notices[language]]);
}

function addMeasures(book: Workbook, { indicators }: Difference, language: Language): void {
  const heads = [labels.measure, { zh: '名称', en: 'Name' }, { zh: '单位', en: 'Unit' }, ...changeHeads];
  const sheet = startSheet(book, SHEETS.measures, heads, language);
  for (const measure of indicators.flatMap(({ measures }) => measures)) {
    const row = sheet.rowCount + 1;
    const { id, names, unit } = measure;
    sheet.addRow([id, names[language], unit, ...changeCells(measure, { row, column: 3, unit, language })]);
  }
}

function addVillages(book: Workbook, { areas, indicators }: Difference, language: Language): void {
  const heads = [{ zh: '村代码', en: 'Code' }, labels.village, labels.town, labels.measure, ...changeHeads];
  const sheet = startSheet(book, SHEETS.villages, heads, language);
  const units = new Map<string, Unit>(indicators.flatMap(({ measures }) => measures.map(({ id, unit }) => [id, unit])));
  for (const { code, name, town, measures } of areas) {
    for (const [id, change] of Object.entries(measures)) {
      const spot = { row: sheet.rowCount + 1, column: 4, unit: units.get(id) ?? 'ratio', language };
      sheet.addRow([code, name, town, id, ...changeCells(change, spot)]);
    }
  }
}

function addTopic(book: Workbook, name: Words, { columns, rows, remarks }: Topic, language: Language): void {
  const heads = columns.map(({ head }) => head);
  const sheet = startSheet(book, name, heads, language);
  for (const row of rows) sheet.addRow(row.map((cell) => cellOf(cell, language)));
  for (const words of remarks) sheet.addRow([words[language]]);
}

function cellOf(cell: Cell, language: Language): CellValue {
  return typeof cell === 'object' ? cell[language] : cell;
}

function startSheet(book: Workbook, name: Words, heads: readonly Words[], language: Language): Worksheet {
  const sheet = book.addWorksheet(name[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  const titles = heads.map((words) => words[language]);
  sheet.columns = titles.map((title) => ({ width: Math.max(12, Math.min(40, title.length * 2 + 2)) }));
  sheet.addRow(titles).font = { bold: true };
  return sheet;
}
