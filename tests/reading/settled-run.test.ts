import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckRequest } from '../../src/check.ts';
import { day } from '../../src/model/day.ts';
import type { Ledger, Sheet } from '../../src/model/sheet.ts';
import { settledRun } from '../../src/reading/settled-run.ts';
import { randomRun } from '../independent/random-ledger.ts';
import { random } from '../ledgers/random.ts';
import { readSheet, relationshipsXml, sheetXml, workbookFile, workbookXml } from '../parsers/workbook-writing.ts';
import { readingOfRun, runOf } from '../records/readings.ts';
import { checkOf } from '../workbook/workbooks.ts';
import { kindsOfMess } from './kinds-of-mess.ts';
import { messySheet } from './mess.ts';

/** More than is inflated at once: what stands behind it is not seen by a look at the first rows. */
const SPACE = ' '.repeat(1024 * 1024);

type Lines = readonly (readonly string[])[];

interface WrittenSheet {
  readonly name?: string;
  readonly lines: Lines;
  readonly merges?: readonly string[];
  readonly behind?: string;
  readonly before?: string;
}

function ledgerOf(...sheets: readonly WrittenSheet[]): Ledger {
  const sheetAt = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const file = workbookFile({
    workbook: workbookXml(sheets.map(({ name = '出生' }, at) => [name, `rId${at}`])),
    relationships: relationshipsXml(sheets.map((_, at) => [`rId${at}`, 'worksheet', sheetAt(at)])),
    entries: sheets.map((sheet, at) => ({ name: `xl/${sheetAt(at)}`, contents: xmlOf(sheet) })),
  });
  return { name: 'test.xlsx', periodHints: [], files: [file], isFolder: false };
}

function xmlOf({ lines, merges = [], behind = '', before = '' }: WrittenSheet): string {
  const cell = (text: string) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const rows = lines.map((texts) => `<row>${texts.map(cell).join('')}</row>`).join('');
  const cells = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merged = merges.length === 0 ? '' : `<mergeCells>${cells}</mergeCells>`;
  return sheetXml(rows, SPACE + merged + behind, before);
}

/** What a check comes to, and how many records were looked at for it. */
async function checked(ledgers: Ledger | readonly Ledger[], options: Partial<CheckRequest>) {
  let looks = 0;
  const report = await checkOf([ledgers].flat(), { progress: () => looks++, ...options }).then(
    (run) => run.report,
    (error: Error) => error.message,
  );
  return { report, looks };
}

const AHEAD = { aheadFrom: 0 };
const KNOWN = { aheadFrom: Number.POSITIVE_INFINITY };

const header = ['村名', '出生日期', '性别', '孩次', '政策属性'];
const birth = (village: string, sex = '男') => [village, '2025-03-07', sex, '1', '政策内'];
const births = [birth('东风村'), birth('西风村', '女'), birth('西风村')];
const cols = '<cols><col min="2" max="2" hidden="1"/></cols>';
const mergedHeader = [
  ['村名', '出生情况', '政策属性', '', ''],
  ['', '出生日期', '', '性别', '孩次'],
  ...[birth('东风村'), birth('西风村')].map(([village = '', date = '', sex = '', parity = '', policy = '']) => [
    village,
    date,
    policy,
    sex,
    parity,
  ]),
];
const partedHeader = [
  ['村名', '出生日期', '', '', '性别', '孩次', '政策属性'],
  ['', '年', '月', '日', '', '', ''],
  ['东风村', '2025', '3', '7', '男', '1', '政策内'],
];
const title = (text: string): Lines => [[text, '', '', '', '']];

describe('a sheet that is counted before what stands behind its rows is known', () => {
  test.each<[string, WrittenSheet]>([
    ['has no merged cells', { lines: [header, ...births] }],
    ['has a merged title', { lines: [...title('出生登记'), header, ...births], merges: ['A1:E1'] }],
    [
      'has a merged title and a cell merged with nothing',
      { lines: [...title('出生登记'), header, ['', '', '', '', ''], ...births], merges: ['A1:E1', 'A2:A2'] },
    ],
    ['has hidden columns where they belong', { lines: [header, ...births], before: cols }],
    ['has a merged total', { lines: [header, ...births, ['合计', '', '3', '', '']], merges: ['A5:B5'] }],
    [
      'has a signature merged over all columns',
      { lines: [header, ...births, ['填表人：甲', '', '', '', '']], merges: ['A5:E5'] },
    ],
    ['has merged cells where nothing is read', { lines: [header, ...births], merges: ['G1:H9'] }],
    ['is no register', { lines: [['甲', '乙'], ...births], merges: ['A1:B1'] }],
    ['is a register only by its merged header', { lines: mergedHeader, merges: ['A1:A2', 'C1:C2'] }],
  ])('is counted once if it %s', async (_, written) => {
    const ledger = ledgerOf(written);
    const [ahead, known] = [await checked(ledger, AHEAD), await checked(ledger, KNOWN)];
    expect(ahead).toEqual(known);
  });

  test.each<[string, WrittenSheet]>([
    ['villages merged down', { lines: [header, birth('东风村'), birth(''), birth('')], merges: ['A2:A4'] }],
    ['texts that merged cells hide', { lines: [header, ...births], merges: ['A2:A4'] }],
    [
      'a merged total that hides a number',
      { lines: [header, ...births, ['合计', '1', '3', '', '']], merges: ['A5:B5'] },
    ],
    ['villages and notes merged together', { lines: [header, ...births, ['', '', '', '', '']], merges: ['A4:B5'] }],
    ['a header that goes on below by its merged cells', { lines: partedHeader, merges: ['B1:D1'] }],
    [
      'a total of two lines in a column that nobody reads',
      {
        lines: [header, ...births, ['', '', '', '', ''], birth('')].map((line, at) => [
          at === 4 ? '合计' : '',
          ...line,
        ]),
        merges: ['A5:A6'],
      },
    ],
    ['hidden columns behind their rows', { lines: [header, ...births], behind: cols }],
  ])('is counted again if it has %s', async (_, written) => {
    const ledger = ledgerOf(written);
    const [ahead, known] = [await checked(ledger, AHEAD), await checked(ledger, KNOWN)];
    expect(ahead.report).toEqual(known.report);
    expect(ahead.looks).toBeGreaterThan(known.looks);
  });

  const register = { lines: [header, ...births] };
  const other = { name: '说明', lines: [['甲', '乙'], ...births] };

  test.each<[string, readonly Ledger[]]>([
    ['a merged range cannot be read', [ledgerOf({ ...register, merges: ['A2:?'] })]],
    ['it is cut off behind its rows', [ledgerOf({ ...register, behind: '<mergeCells>' })]],
    ['a cell is broken, and a merged range too', [ledgerOf({ lines: [header, ['</t>']], merges: ['A2:?'] })]],
    [
      'a row comes twice, and a merged range is broken',
      [ledgerOf({ lines: [header, ['</t></is></c></row><row r="1"><c><is><t>']], merges: ['A2:?'] })],
    ],
    ['its merged cells leave no register', [ledgerOf({ ...register, name: '甲', merges: ['A1:E1'] })]],
    ['two sheets are broken', [ledgerOf({ ...register, merges: ['A2:?'] }, { ...other, merges: ['B2:?'] })]],
    ['two files are broken', [ledgerOf({ ...register, merges: ['A2:?'] }), ledgerOf({ ...other, merges: ['B2:?'] })]],
  ])('is refused alike where %s', async (_, ledgers) => {
    const ahead = await checked(ledgers, AHEAD);
    expect(ahead.report).toEqual(expect.any(String));
    expect(ahead.report).toBe((await checked(ledgers, KNOWN)).report);
  });

  test('is not refused for another sheet, of which nobody reads that far', async () => {
    const far = Array.from({ length: 300 }, () => ['丙', '丁']);
    const ledger = ledgerOf(register, { ...other, lines: [...far, ['</t></is></c></row><row r="5"><c><is><t>']] });
    const [ahead, known] = [await checked(ledger, AHEAD), await checked(ledger, KNOWN)];
    expect(ahead).toEqual(known);
    expect(ahead.report).toMatchObject({ summary: {} });
  });

  test('is not refused for what its merged cells hide', async () => {
    const lines = Array.from({ length: 20_100 }, (_, at) => birth(`第${at}村`));
    const ledger = ledgerOf({ lines: [header, ...lines], merges: ['A2:A20101'] });
    const { report } = await checked(ledger, AHEAD);
    expect(report).toEqual((await checked(ledger, KNOWN)).report);
    expect(report).toMatchObject({ areas: [{ name: '第0村' }] });
    expect((await checked(ledgerOf({ lines: [header, ...lines] }), AHEAD)).report).toMatch('20,000');
  });
});

describe('by itself', () => {
  const villages = Array.from({ length: 60_000 }, () => birth('东风村'));
  const large = ledgerOf({ lines: [header, birth(''), ...villages], merges: ['A3:A4'] });

  test('a large sheet is counted so, but where its records are seen by more than a count', async () => {
    const { looks } = await checked(large, {});
    expect(looks).toBeGreaterThan(villages.length + 1);
    expect((await checked(large, { see: () => {} })).looks).toBe(villages.length + 1);
    expect((await checked(large, { seeRepeated: () => {} })).looks).toBe(villages.length + 1);
  });

  test('a small sheet is not', async () => {
    expect((await checked(ledgerOf({ lines: [header, ...births], merges: ['A2:A3'] }), {})).looks).toBe(births.length);
  });
});

test('any mess settles to what it is when all of it is known first', async () => {
  const opened = (sheet: Sheet): Sheet => {
    const whenRead = async () => ({ sheet, last: (await readSheet(sheet)).rows.slice(-20) });
    return { ...sheet, merges: [], whenRead };
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.subarray([...kindsOfMess], { minLength: 4 }), async (seed, mess) => {
      const numbers = random(seed);
      const ledgers = randomRun(seed, day(2025, 6, 30)).map((registers) =>
        registers.map((register) => messySheet(register, new Set(mess), numbers)),
      );
      const known = await runOf(ledgers);
      const ahead = await settledRun(await runOf(ledgers.map((sheets) => sheets.map(opened))));
      expect((await readingOfRun(ahead)).report).toEqual((await readingOfRun(known)).report);
    }),
    { numRuns: 60 },
  );
});
