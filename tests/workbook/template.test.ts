import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeListName } from '../../src/records/code-lists.ts';
import { codeLists } from '../../src/records/code-lists.ts';
import { columnsOf, registerNames, registers } from '../../src/records/registers.ts';
import { choicesOf } from '../../src/workbook/template/column-notes.ts';
import { templateWorkbook } from '../../src/workbook/template.ts';
import { converted, python, whyNot } from './office.ts';
import { annotated, checkOf, fileOf, ledgerOf, openBook, partOf, rawParts } from './workbooks.ts';

const [noPython, noOffice] = [whyNot('python3'), whyNot('soffice')];

describe.each(['zh', 'en'] as const)('the template (%s)', (language) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await templateWorkbook(language);
  });

  test('has every register of the standard form with all its columns', async () => {
    const { report } = await checkOf([ledgerOf(fileOf(bytes))]);
    expect(report.ledgers[0]?.sheets.map(({ register }) => register)).toEqual(registerNames);
    for (const sheet of report.ledgers[0]?.sheets ?? [])
      expect(sheet.columns.map(({ key }) => key)).toEqual(
        Object.keys(columnsOf(sheet.register as (typeof registerNames)[number])),
      ); // just compared
  });

  test('is read without a word, and its example rows are skipped', async () => {
    const { report } = await checkOf([ledgerOf(fileOf(bytes))]);
    expect(report.diagnostics).toEqual([]);
    for (const { rows, read, skipped } of report.ledgers[0]?.sheets ?? [])
      expect([rows, read, skipped.note]).toEqual([1, 0, 1]);
  });

  test('is the same on every run', async () => {
    expect(Buffer.from(await templateWorkbook(language)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('explains every column in a note on its header', async () => {
    const book = await openBook(bytes);
    for (const name of registerNames) {
      const sheet = book.getWorksheet(language === 'zh' ? registers[name].title.zh : name);
      Object.keys(columnsOf(name)).forEach((_, index) => {
        expect(JSON.stringify(sheet?.getCell(2, index + 1).note ?? '')).toMatch(/[。.]"/);
      });
    }
  });

  test('types ids as text, days as days', async () => {
    const women = (await openBook(bytes)).getWorksheet(language === 'zh' ? '育龄妇女' : 'women');
    const formats = ['B', 'C', 'F'].map((column) => women?.getColumn(column).numFmt);
    expect(formats).toEqual(['@', 'yyyy-mm-dd', 'yyyy-mm-dd']);
  });
});

describe('the drop-downs', () => {
  test.each(Object.keys(codeLists) as readonly CodeListName[])('of %s fit into a list that Excel takes', (list) => {
    const choices = choicesOf(list);
    for (const text of [choices?.zh ?? '', choices?.en ?? '']) expect(text.length).toBeLessThanOrEqual(255);
    expect(choices?.zh.split(',').length).toBe(
      Object.keys(codeLists[list]).filter((code) => code !== 'unknown').length + 1,
    );
  });

  test('are there for the cells below the example', async () => {
    const births = (await openBook(await templateWorkbook('zh'))).getWorksheet('出生');
    expect(births?.getCell('E4').dataValidation).toMatchObject({ type: 'list', formulae: ['"男,女,不详"'] });
    expect(births?.getCell('E5000').dataValidation).toMatchObject({ type: 'list' });
  });
});

/** Fills in two rows of every register as a clerk would, and saves. */
const FILL = `
import sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
day = datetime.date(2025, 3, 4)
rows = {
 '村情': [['990101', '东风村', '青溪镇', 900, 1, 2, '是', '是', None], ['990102', '红旗村', '青溪镇', 800, 1, 2, '是', '否', None]],
 '育龄妇女': [['东风村', 'W1', datetime.date(1990, 1, 1), '已婚', '上环', day, '是', None], ['990102', 'W1', datetime.date(1991, 1, 1), '已婚', '宫内节育器', day, '是', None]],
 '出生': [['东风村', 'B1', 'W1', day, '男', 1, '政策内', None], ['红旗村', 'B2', 'W1', day, '女', 2, '政策内', None]],
 '节育': [['东风村', 'P1', 'W1', '放环', day, day, '否', None]],
 '随访': [['东风村', 'F1', 'W1', '术后', day, day, '是', None]],
 '服务': [['东风村', 'S1', 'W1', day, '女', '药具', '是', None]],
 '调查': [['东风村', 'Q1', day, '群众', '满意', None, None, None, None, None]],
 '奖励优惠': [['东风村', 'J1', '奖励', day, 600, 600, None]],
 '流动人口': [['东风村', 'M1', '流出', '是', '是', None]],
 '信访': [['东风村', 'X1', day, '是', day, day, None]],
 '事件': [['东风村', 'E1', day, '技术服务事故', None]],
 '信息报送': [['东风村', 'R1', '月报', day, day, None]],
 '核查': [['东风村', 'A1', day, 100, 99, None]],
 '工作人员': [['东风村', 'T1', '村', 1000, 1000, None]],
 '经费': [['东风村', 2025, '是', 90000, 900, 20, None]],
}
for name, lines in rows.items():
    for number, line in enumerate(lines):
        for column, value in enumerate(line):
            book[name].cell(4 + number, 1 + column).value = value
book.save(sys.argv[2])
`;

describe.skipIf(noPython !== null)(
  `a template filled in by openpyxl${noPython === null ? '' : ` (SKIPPED: ${noPython})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'fp-check-template-'));
    const [empty, filled] = [join(folder, 'empty.xlsx'), join(folder, 'filled.xlsx')];
    beforeAll(async () => {
      writeFileSync(empty, await templateWorkbook('zh'));
      await python(FILL, empty, filled);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('reads back without a diagnostic, every row read', async () => {
      const { report } = await checkOf([ledgerOf(fileOf(readFileSync(filled)))]);
      expect(report.diagnostics).toEqual([]);
      const read = Object.fromEntries(report.ledgers[0]?.sheets.map((sheet) => [sheet.register, sheet.read]) ?? []);
      expect(read).toMatchObject({ villages: 2, women: 2, births: 2, procedures: 1, funding: 1, counts: 0 });
      expect(report.summary['no-data']).toBe(0);
    });

    test('can be annotated, and its notes on headers stay', async () => {
      const { copy } = await annotated(readFileSync(filled));
      const names = [...(await rawParts(copy)).keys()].filter((name) => /comments?\d*\.xml$/.test(name));
      const notes = await Promise.all(names.map((name) => partOf(copy, name)));
      expect(notes.filter((text) => text.includes('从下拉中选：男、女'))).toHaveLength(2); // 出生 and 服务
    });

    test.skipIf(noOffice !== null)(
      `reads back from LibreOffice too${noOffice === null ? '' : ` (SKIPPED: ${noOffice})`}`,
      async () => {
        const saved = await converted(
          { 'filled.xlsx': readFileSync(filled) },
          { folder: join(folder, 'office'), to: 'xlsx' },
        );
        const { report } = await checkOf([ledgerOf(fileOf(saved['filled.xlsx']?.['filled.xlsx'] ?? Buffer.alloc(0)))]);
        expect(report.diagnostics).toEqual([]);
        expect(report.ledgers[0]?.sheets.map(({ read }) => read).reduce((sum, read) => sum + read, 0)).toBe(18);
      },
    );
  },
);
