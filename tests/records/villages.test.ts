import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/model/sheet.ts';
import { readingOf, saidOf } from './readings.ts';
import { recordOf } from './record-of.ts';
import { type Cells, sheetOf } from './sheets.ts';

const villages = (...rows: readonly Cells[]): Sheet =>
  sheetOf('村情', [['村代码', '村名', '乡镇', '人口计划出生数', '已婚育龄妇女人数', '规范开展知情选择'], ...rows]);
const births = (...places: readonly (string | null)[]): Sheet =>
  sheetOf('出生', [
    ['村名', '出生日期', '性别', '孩次', '政策属性'],
    ...places.map((village) => [village, '2025-03-07', '男', 1, '政策内']),
  ]);

/** The areas with their births, and what was said of them. */
async function read(...ledgers: readonly (readonly Sheet[])[]) {
  const { report } = await readingOf(ledgers);
  return {
    areas: report.areas.map(({ code, name, measures }) => `${code ?? '-'} ${name} ${measures['1b']?.denominator}`),
    towns: report.areas.map(({ town }) => town),
    said: saidOf(report).filter((line) => !/no-reference|empty-cells/.test(line)),
    messages: report.diagnostics.map(({ messages }) => messages.en),
  };
}

const east = ['01', '东风村', '柳岗镇', 1, 1, '是'];
const west = ['02', '西风村', '柳岗镇', 1, 1, '是'];

test('more villages than any district has are refused, with the row at which they are too many', async () => {
  const names = Array.from({ length: 20_001 }, (_, index) => `地址${index}`);
  const reading = read([births(...names)]);
  await expect(reading).rejects.toThrow(/“.*出生”, row 20002: more than 20,000 villages .*the column “村名”/);
});

test('names with more characters than those of any district are refused, and as many are read', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `地址${String(index).padStart(18, '0')}`.repeat(1000));
  expect((await read([births(...names)])).areas).toHaveLength(100); // of 20,000 characters each
  await expect(read([births(...names, '东风村')])).rejects.toThrow(
    /“.*出生”, row 102: the names of villages and towns have more than 2,000,000 characters .*the column “村名”/,
  );
});

describe('a row belongs to the village', () => {
  test.each(['东风村', '01', ' 东风村 ', '０１'])('that it names as “%s”', async (village) => {
    expect(await read([villages(east, west), births(village)])).toMatchObject({
      areas: ['01 东风村 1', '02 西风村 0'],
      said: [],
    });
  });

  test('as it is written, where no register lists it: a warning at the cell', async () => {
    const { areas, said } = await read([villages(east, west), births('东凤村', '东风村', '东凤村')]);
    expect(areas).toEqual(['01 东风村 1', '02 西风村 0', '- 东凤村 2']);
    expect(said).toEqual(['unknown-village 1›出生 A2', 'unknown-village 1›出生 A4']);
  });

  test('a code is compared as it stands', async () => {
    expect((await read([villages(east, west), births('1')])).areas).toContain('- 1 1');
  });

  test('a code that is stored as a number', async () => {
    const { areas, said } = await read([
      villages([101, '东风村', null, 1, 1, '是'], west),
      sheetOf('出生', [
        ['村名', '出生日期', '性别', '孩次', '政策属性'],
        [101, '2025-03-07', '男', 1, '政策内'],
      ]),
    ]);
    expect([areas[1], said]).toEqual(['101 东风村 1', []]);
  });

  test('the only one of its ledger, where it names none', async () => {
    expect(await read([villages(east), births(null)])).toMatchObject({ areas: ['01 东风村 1'], said: [] });
  });

  test('the only one of its ledger, where it has no such column', async () => {
    const column = sheetOf('出生', [
      ['出生日期', '性别', '孩次', '政策属性'],
      ['2025-03-07', '男', 1, '政策内'],
    ]);
    expect(await read([villages(east), column])).toMatchObject({ areas: ['01 东风村 1'], said: [] });
  });

  test('none, where its ledger lists several: a warning at the cell', async () => {
    const { areas, said } = await read([villages(east, west), births(null, '不详', '无')]);
    expect(areas).toEqual(['01 东风村 0', '02 西风村 0', '- (未注明) 3']);
    expect(said).toEqual(['unknown-village 1›出生 A2', 'unknown-village 1›出生 A3', 'unknown-village 1›出生 A4']);
  });

  test('none, where its ledger lists none: another ledger does not tell', async () => {
    expect((await read([villages(east)], [births(null)])).areas).toEqual(['01 东风村 0', '- (未注明) 1']);
  });

  test('none, without the column: one warning for the sheet, with the number of rows', async () => {
    const rows = [1, 2, 3].map(() => ['2025-03-07', '男', 1, '政策内']);
    const { said, messages } = await read([
      villages(east, west),
      sheetOf('出生', [['出生日期', '性别', '孩次', '政策属性'], ...rows]),
    ]);
    expect(said).toEqual(['unknown-village 1›出生']);
    expect(messages).toContain('There is no column for the village: 3 rows, counted under “(未注明)”, not stated.');
  });

  test('none, where the cell cannot be read: the error is enough', async () => {
    const broken = sheetOf('出生', [
      ['村名', '出生日期', '性别', '孩次', '政策属性'],
      [{ error: '#REF!' }, '2025-03-07', '男', 1, '政策内'],
    ]);
    const { areas, said } = await read([villages(east, west), broken]);
    expect(areas).toContain('- (未注明) 1');
    expect(said).toEqual(['error-cell 1›出生 A2']);
  });
});

describe('a name that two villages bear', () => {
  const first = ['01', '东风村', '甲镇', 1, 1, '是'];
  const second = ['02', '东风村', '乙镇', 1, 1, '是'];

  test('is ambiguous: an error, and no village', async () => {
    const { areas, said } = await read([villages(first, second), births('东风村', '02')]);
    expect(areas).toEqual(['01 东风村 0', '02 东风村 1', '- (未注明) 1']);
    expect(said).toEqual(['ambiguous-village 1›出生 A2']);
  });

  test('is looked up in the own ledger first', async () => {
    const { areas, said } = await read(
      [villages(first), births('东风村')],
      [villages(second), births('东风村', '东风村')],
    );
    expect(areas).toEqual(['01 东风村 1', '02 东风村 2']);
    expect(said).toEqual([]);
  });

  test('is looked up there before it is taken for the code of another ledger’s', async () => {
    const [seventh, other] = [
      ['31', '07', '甲镇', 1, 1, '是'],
      ['07', '西风村', '乙镇', 1, 1, '是'],
    ];
    const { areas } = await read([villages(seventh), births('07')], [villages(other), births('07', '07')]);
    expect(areas).toEqual(['07 西风村 2', '31 07 1']);
  });

  test('is ambiguous to a ledger that lists neither', async () => {
    const { said } = await read([villages(first)], [villages(second)], [births('东风村')]);
    expect(said).toEqual(['ambiguous-village 3›出生 A2']);
  });
});

describe('two rows of one village', () => {
  test('and thousands of them are gone through once', async () => {
    const { areas } = await read([villages(...Array.from({ length: 20_000 }, () => east))]);
    expect(areas).toEqual(['01 东风村 null']);
  });

  test('are one: the first is kept and its gaps filled, with a warning', async () => {
    const { areas, towns, said } = await read([
      villages(['01', null, null, 3, null, '是'], ['01', '东风村', '柳岗镇', 3, 5, null]),
    ]);
    expect([areas, towns]).toEqual([['01 东风村 null'], ['柳岗镇']]);
    expect(said).toEqual(['village-repeated A3']);
  });

  test.each<[string, Cells, readonly string[]]>([
    ['planned births', ['01', '东风村', '柳岗镇', 2, 1, '是'], ['village-conflict D3']],
    ['married women', ['01', '东风村', '柳岗镇', 1, 2, '是'], ['village-conflict E3']],
    ['a yes or no', ['01', '东风村', '柳岗镇', 1, 1, '否'], ['village-conflict F3']],
    ['two of them', ['01', '东风村', '柳岗镇', 2, 2, '是'], ['village-conflict D3', 'village-conflict E3']],
    ['another word for the same', ['01', '东风村', '柳岗镇', 1, 1, '√'], ['village-repeated A3']],
    ['the name or the town alone', ['01', '东风', '柳岗', 1, 1, '是'], ['village-repeated A3']],
    ['what is not known', ['01', '东风村', '柳岗镇', '不详', 1, '是'], ['village-repeated A3']],
  ])('that differ in %s', async (_, row, said) => {
    expect((await read([villages(east, row)])).said).toEqual(said);
  });

  test('in two ledgers', async () => {
    const { said, areas } = await read([villages(east), births('01')], [villages(east), births('01')]);
    expect(areas).toEqual(['01 东风村 2']);
    expect(said).toEqual(['village-repeated 2›村情 A2']);
  });

  test('bear both their names', async () => {
    const { areas } = await read([
      villages(east, ['01', '东风社区', null, 1, 1, '是'], west),
      births('东风村', '东风社区'),
    ]);
    expect(areas[0]).toBe('01 东风村 2');
  });

  test('without a code are one by their name', async () => {
    const { said, areas } = await read([
      villages([null, '东风村', null, 1, 1, '是'], [null, '东风村', null, 2, 1, '是'], west),
      births('东风村'),
    ]);
    expect(areas).toEqual(['02 西风村 0', '- 东风村 1']);
    expect(said).toEqual(['village-conflict 1›村情 D3']);
  });

  test('many thousands of one name cost no more than a moment', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`9${index}`, '东风村'] as const);
    const before = process.cpuUsage();
    const { Villages } = await import('../../src/records/villages.ts');
    const known = new Villages();
    for (const [code, name] of rows) known.add(recordOf('villages', { code, name }));
    expect(known.listed).toHaveLength(20_000);
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(2); // seconds; it takes a twentieth of one
  });
});

test('a village without name or code is the area that is not stated', async () => {
  const { areas } = await read([villages(east, [null, null, '柳岗镇', 5]), births(null)]);
  expect(areas).toEqual(['01 东风村 0', '- (未注明) 1']);
});
