import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/records/recognition.ts';
import { cellAt } from '../../src/records/record.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import { readingOf, readSheetAlone, saidOf } from './readings.ts';
import { type Cells, type SheetOptions, sheetOf } from './sheets.ts';

const header = ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'];
const birth = ['东风村', 'B1', '2025-03-07', '男', 1, '政策内'];
const lines = (count: number): readonly Cells[] =>
  Array.from({ length: count }, (_, index) => [`第${index + 1}行说些别的`]);

async function read(rows: readonly Cells[], options?: SheetOptions, name = '出生') {
  return readSheetAlone(sheetOf(name, rows, options));
}

describe('the header row', () => {
  test.each([0, 1, 5, 19])('is found under %i title rows', async (titles) => {
    const { sheet, said } = await read([...lines(titles), header, birth]);
    expect(sheet).toMatchObject({ register: 'births', headerRow: titles + 1, rows: 1, read: 1 });
    expect(said).toEqual([`unknown-village A${titles + 2}`]);
  });

  test('is looked for in the first 20 rows only', async () => {
    const { sheet, said } = await read([...lines(20), header, birth]);
    expect(sheet).toMatchObject({ register: null, headerRow: null, rows: 0, read: 0 });
    expect(said).toEqual(['missing-column']);
  });

  test('is the row that names most columns, not the first that names two', async () => {
    const { sheet } = await read([['村名', '性别'], ['出生台账'], header, birth]);
    expect(sheet.headerRow).toBe(3);
  });

  test('is the upper of two that name as many', async () => {
    const { sheet } = await read([header, [...header].reverse(), birth]);
    expect(sheet).toMatchObject({ headerRow: 1, rows: 2 });
    expect(sheet.columns.map(({ column }) => column)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  test('names at least two columns', async () => {
    const { sheet, said } = await read([['流向'], ['流出']], {}, '流动人口');
    expect(sheet.register).toBeNull();
    expect(said).toEqual(['missing-column']);
  });

  test('may hold its columns in any order, between others', async () => {
    const { sheet, said } = await read([
      ['序号', '政策属性', '姓名', '性别', '出生日期', '联系电话', '孩次'],
      [1, '政策内', '王某', '男', '2025-03-07', '123', 1],
    ]);
    expect(sheet.columns.map(({ column, key }) => [column, key])).toEqual([
      ['B', 'policy'],
      ['D', 'sex'],
      ['E', 'birth_date'],
      ['G', 'parity'],
    ]);
    expect(sheet.ignoredColumns).toEqual(['序号', '姓名', '联系电话']);
    expect(said).toEqual(['unknown-village', 'ignored-column A1', 'ignored-column C1', 'ignored-column F1']);
  });

  test('that names a column twice: the first is read, with a warning', async () => {
    const { records, said } = await read([
      ['出生日期', '性别', '孩次', '政策属性', '出生时间'],
      ['2025-03-07', '男', 1, '政策内', '2024-01-01'],
    ]);
    expect(said).toEqual(['unknown-village', 'duplicate-header E1']);
    expect(records.map((record) => cellAt(record, 'birth_date'))).toMatchObject([{ first: 20_154 }]);
  });
});

describe('the register of a sheet', () => {
  const records = [header, birth];

  test.each(['出生', '出生登记册', '生育登记册', 'BIRTHS', '出 生（二季度）', '出生登記冊'])(
    'named %s is known by its name',
    async (name) => {
      expect((await read(records, {}, name)).sheet.register).toBe('births');
    },
  );

  test('is known by its header where the name says nothing', async () => {
    expect((await read(records, {}, 'Sheet1')).sheet.register).toBe('births');
  });

  test('goes by the name first: a header of another register is none', async () => {
    const { sheet, said } = await read(records, {}, '随访');
    expect(sheet.register).toBeNull();
    expect(said).toEqual(['missing-column']);
  });

  test('two registers that fit equally: an error, and nothing is read', async () => {
    const { sheet, said } = await read([['village', 'id', 'kind', 'due_date', 'done_date']], {}, 'Sheet1');
    expect(sheet.register).toBeNull();
    expect(said).toEqual(['ambiguous-register']);
  });

  test('of two that fit, the one with more columns', async () => {
    const rows = [['village', 'woman_id', 'kind', 'due_date', 'done_date', 'standard']];
    expect((await read(rows, {}, 'Sheet1')).sheet.register).toBe('followups');
  });

  test('without a required column counts as absent: an error at its header, and what the others may be', async () => {
    const { report } = await readingOf([
      [sheetOf('出生', [['六月'], ['村名', '出生日其', '性别', '孩次', '姓名', '政策属性'], birth])],
    ]);
    expect(report.ledgers[0]?.sheets[0]).toMatchObject({ register: null, headerRow: null, rows: 0 });
    expect(saidOf(report)).toEqual(['missing-column row 2', 'ignored-column B2', 'ignored-column E2']);
    expect(report.diagnostics.map(({ messages }) => messages.en)).toEqual([
      'The register of births lacks required columns: 出生日期. It counts as absent.',
      'The column “出生日其” is not known and was not read. Did you mean “出生日期”?',
      'The column “姓名” is not known and was not read.',
    ]);
  });

  test('without any header says so', async () => {
    const { report } = await readingOf([[sheetOf('事件', [['本月无']])]]);
    expect(report.diagnostics[0]?.messages).toEqual({
      zh: '事件的前 20 行里没有找到表头，缺少必需的列：发生日期、事件类别。整个登记册按没有处理。',
      en: 'The register of incidents has no header in its first 20 rows and so lacks required columns: 发生日期, 事件类别. It counts as absent.',
    });
  });
});

describe('a sheet that is no register', () => {
  test('is listed as ignored', async () => {
    const { sheet, said } = await read([['填表说明'], ['一、……']], {}, '封面');
    expect(sheet).toMatchObject({ register: null, headerRow: null, rows: 0, read: 0, columns: [] });
    expect(said).toEqual(['ignored-sheet']);
  });

  test.each([
    [
      '明细',
      ['村名', '出生日期', '性别', '政策属性'],
      'It looks like the register of births, but lacks required columns: 孩次.',
    ],
    [
      '出生登记',
      ['出生编号', '出生日期'],
      'It looks like the register of births, but lacks required columns: 性别, 孩次, 政策属性.',
    ],
    ['明细', ['村名', '出生日期', '性别'], ''],
    ['名单', ['村名', '备注'], ''],
  ])('a sheet %s with %j: “%s”', async (name, columns, hint) => {
    const { report } = await readingOf([[sheetOf(name, [columns, ['东风村']])]]);
    const sentence = `The sheet “${name}” is no known register and was not read.`;
    expect(report.diagnostics.map(({ messages }) => messages.en)).toEqual([`${sentence}${hint && ` ${hint}`}`]);
  });
});

describe('what an unknown header may mean', () => {
  test.each([
    ['出生日其', '出生日期'],
    ['政策属姓', '政策属性'],
    ['孩词', '孩次'],
    ['姓名', null],
    ['联系电话', null],
    ['胎次', null], // it counts pregnancies
    ['孕次', null],
    ['性 别：', '性别'],
  ])('%s: %s', async (wrong, meant) => {
    const right = meant ?? (wrong.endsWith('次') ? '孩次' : '政策属性');
    const { report } = await readingOf([
      [sheetOf('出生', [header.map((text) => (text === right ? wrong : text)), birth])],
    ]);
    const told = report.diagnostics.find(({ code }) => code === 'ignored-column');
    expect(told?.messages.zh).toBe(`列“${wrong}”不是已知的列，未读。${meant === null ? '' : `是不是“${meant}”？`}`);
  });

  test('is a standard word that is not there already', async () => {
    const { sheet } = await read([[...header, '出生编码', '出生日其'], birth]);
    expect(sheet.suggestions).toEqual([]);
  });
});

test('a register found twice is read as one, with a notice', async () => {
  const second = birth.with(1, 'B2');
  const { report, records } = await readingOf([
    [sheetOf('出生', [header, birth]), sheetOf('出生登记册', [header, second])],
  ]);
  expect(records).toHaveLength(2);
  expect(saidOf(report).filter((line) => !line.startsWith('unknown-village'))).toEqual(['register-twice 1›出生登记册']);
});

test('a column that one of two sheets of a register lacks is empty in it, with a notice', async () => {
  const head = ['村名', '服务编号', '服务日期', '服务项目', '是否免费', '备注'];
  const served = (id: string) => ['东风村', id, '2025-03-07', '孕情检查', '是', ''];
  const lacking = (...ids: readonly string[]) =>
    sheetOf(
      '服务登记册',
      [head, ...ids.map(served)].map((cells) => cells.slice(0, 4)),
    );
  const { report } = await readingOf([
    [sheetOf('服务', [head, served('1')]), lacking('2', '3')],
    [sheetOf('服务', [head, served('4')]), lacking()],
    [lacking('5')], // which has no other sheet
  ]);
  expect(report.diagnostics.filter(({ code }) => code === 'empty-cells')).toMatchObject([
    {
      sheet: '服务登记册',
      row: 1,
      column: null,
      decides: ['4'],
      messages: { en: expect.stringMatching(/^“是否免费” is empty in 2 rows/) },
    },
  ]);
});

test('a register named after two sheets of two ledgers is one of each', async () => {
  const { report } = await readingOf([[sheetOf('出生', [header, birth])], [sheetOf('出生', [header, birth])]]);
  expect(saidOf(report)).not.toContain('register-twice 2›出生');
});

test('very many merged cells and columns cost no more than a moment', () => {
  const cells = Array.from({ length: 16_384 }, (_, index) => header[index] ?? `备用${index}`);
  const rows = [1, 2, 3].map((number) => ({ number, cells, hidden: false }));
  const merges = Array.from({ length: 50_000 }, () => ({ top: 1, left: 0, bottom: 1_048_576, right: 16_383 }));
  const before = process.cpuUsage();
  expect(recognise({ name: 'Sheet1', rows, merges }, vocabulary()).kind).toBe('unknown');
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5); // seconds; it takes a fifth of one
});
