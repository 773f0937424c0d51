import { describe, expect, test } from 'vitest';
import { paid, skipped } from './benefit-rows.ts';
import { readSheetAlone } from './readings.ts';
import { type Cells, serial, sheetOf } from './sheets.ts';

describe('total rows', () => {
  test.each<[string, Cells]>([
    ['合计', ['合计', null, null, null, 10, 10]],
    ['spaced', ['合　　计', null, null, null, 10, 10]],
    ['spaced', ['合 计', null, null, null, 10, 10]],
    ['总计', ['总计', null, null, null, 10, 10]],
    ['小计', ['小计', null, null, null, 10, 10]],
    ['累计', ['1—6月累计', null, null, null, 10, 10]],
    ['in brackets', ['【合计】', null, null, null, 10, 10]],
    ['in round brackets', ['（合计）', null, null, null, 10, 10]],
    ['with a colon', ['合计：', null, null, null, 10, 10]],
    ['with a star', ['*本村合计*', null, null, null, 10, 10]],
    ['traditional', ['總計', null, null, null, 10, 10]],
    ['traditional', ['小計', null, null, null, 10, 10]],
    ['in another column', [null, null, '合计', null, 10, 10]],
    ['numbers as text', ['合计', null, null, null, '10元', '１０']],
    ['a number in a column of text', ['合计', 1, 1, null, 10, 10]],
    ['a number as text in a column of text', ['合计', '1', '1', null, 10, 10]],
    ['empty-like words beside it', ['合计', '-', '——', '无', 10, 10]],
    ['a true date is no text', ['合计', null, null, serial(2025, 6, 30), 10, 10]],
    ['nor is an error', ['合计', null, null, { error: '#REF!' }, 10, 10]],
  ])('%s: skipped', async (_, row) => {
    expect(await skipped([paid('1', 10), row])).toEqual({ read: 1, skipped: { total: 1 }, said: [] });
  });

  test.each<[string, Cells]>([
    ['其中', ['其中：独生子女', null, null, null, 4, 4]],
    ['其 中', ['其 中', null, null, null, 4, 4]],
  ])('%s is a part: skipped, and held against nothing', async (_, row) => {
    expect(await skipped([paid('1', 10), row])).toEqual({ read: 1, skipped: { total: 1 }, said: [] });
  });

  test.each<[string, Cells]>([
    ['a village that is called so', ['小计', '2', '奖扶', '2025-03-07', 10, 10]],
    ['with a text beside it', ['合计', null, '奖扶', serial(2025, 3, 7), 10, 10]],
    ['with a remark', ['合计', null, null, serial(2025, 3, 7), 10, 10, '见附表']],
    ['the word not at the end', ['合计生育', null, null, serial(2025, 3, 7), 10, 10]],
    ['the word not first', ['东风村', '合计', null, serial(2025, 3, 7), 10, 10]],
  ])('%s: a record', async (_, row) => {
    expect(await skipped([paid('1', 10), row])).toMatchObject({ read: 2, skipped: {} });
  });

  test.each<[string, Cells, string]>([
    ['合计', ['合计', null, null, null, 10, 10], 'A3:A4'],
    ['合计 over a block', ['合计', null, null, null, 10, 10], 'A3:B4'],
    ['其中', ['其中：独生子女', null, null, null, 4, 4], 'A3:A4'],
  ])('%s, merged over two lines: both are skipped, and only the first holds sums', async (_, total, merge) => {
    const rows = [paid('1', 10), total, [null, null, null, null, 3, 4]];
    expect(await skipped(rows, { merges: [merge] })).toEqual({ read: 1, skipped: { total: 2 }, said: [] });
  });

  test('a label merged over more rows says nothing of those that have something before it', async () => {
    const rows = [paid('1', 10), [null, '小计', null, null, 10, 10], paid('2', 10).with(1, null)];
    expect(await skipped(rows, { merges: ['B3:B4'] })).toMatchObject({ read: 2, skipped: { total: 1 } });
  });

  test('a label within another one ends before it does', async () => {
    const rows = [
      paid('1', 10),
      ['合计', null, null, null, 10, 10],
      [null, '其中：甲', null, null, 4, 4],
      [null, null, null, null, 1, 1],
      [null, null, null, null, 6, 6],
    ];
    expect(await skipped(rows, { merges: ['A3:A6', 'B4:B5'] })).toEqual({ read: 1, skipped: { total: 4 }, said: [] });
  });

  test('of two ranges that begin in one row the one counts that holds the label', async () => {
    const rows = [paid('1', 10), ['合计', null, null, null, 10, 10], [null, null, null, null, 3, 4]];
    expect(await skipped(rows, { merges: ['D3:D4', 'A3:A4'] })).toMatchObject({ read: 1, skipped: { total: 2 } });
  });

  test('a total behind a running number that nobody reads is one', async () => {
    const head = ['序号', '村名', '应兑现日期', '应兑现金额', '实兑现金额'];
    const rows = [head, [1, '东风村', '2025-03-07', 10, 10], ['2', '合计', null, 10, 10]];
    const { sheet } = await readSheetAlone(sheetOf('奖励兑现', rows));
    expect(sheet).toMatchObject({ read: 1, skipped: { total: 1 } });
  });

  test.each(['示例村', '其中村', '合计村'])(
    '%s behind a running number is a village, over all its rows',
    async (village) => {
      const head = ['序号', '村名', '应兑现日期', '应兑现金额', '实兑现金额'];
      const rows = [head, [1, village, 45_800, 10, 10], [null, null, 45_800, 10, 10]];
      const { sheet } = await readSheetAlone(sheetOf('奖励兑现', rows, { merges: ['B2:B3'] }));
      expect(sheet).toMatchObject({ read: 2 });
    },
  );

  test('a name that ends like a total, in a column that nobody reads, is none', async () => {
    const rows = [
      ['序号', '户主', '村名', '应兑现日期', '应兑现金额', '实兑现金额'],
      ['1', '李累计', null, 45_800, 10, 10],
    ];
    expect((await readSheetAlone(sheetOf('奖励兑现', rows))).sheet).toMatchObject({ read: 1 });
  });

  test('a label in a column that nobody matched may be merged over two lines too', async () => {
    const head = ['序号', '村名', '应兑现日期', '应兑现金额', '实兑现金额'];
    const rows = [head, [1, '东风村', '2025-03-07', 10, 10], ['合计', null, null, 10, 10], [null, null, null, 1, 2]];
    const { sheet, records } = await readSheetAlone(sheetOf('奖励兑现', rows, { merges: ['A3:A4'] }));
    expect(sheet).toMatchObject({ read: 1, skipped: { total: 2 } });
    expect(records).toHaveLength(1);
  });

  test('over a column that nobody matched', async () => {
    const { sheet } = await readSheetAlone(
      sheetOf('事件', [
        ['序号', '发生日期', '事件类别'],
        [1, '2025-03-07', '恶性事件'],
        ['合计', 1],
      ]),
    );
    expect(sheet).toMatchObject({ read: 1, skipped: { total: 1 } });
  });
});

describe('a total is held against the rows above', () => {
  const total = (word: string, due: number, paidOut = due): Cells => [word, null, null, null, due, paidOut];

  test.each<[string, readonly Cells[], readonly string[]]>([
    ['right', [paid('1', 10), paid('2', 20.5), total('合计', 30.5)], []],
    ['wrong in one column', [paid('1', 10), paid('2', 20), total('合计', 30, 31)], ['total-disagrees F4']],
    ['wrong in both', [paid('1', 10), total('合计', 11)], ['total-disagrees E3', 'total-disagrees F3']],
    [
      'parts and the whole',
      [paid('1', 10), total('小计', 10), paid('2', 20), total('小计', 20), total('合计', 30)],
      [],
    ],
    ['a running total', [paid('1', 10), total('本月小计', 10), paid('2', 20), total('累计', 30)], []],
    [
      'parts of parts',
      [
        paid('1', 1),
        total('小计', 1),
        paid('2', 2),
        total('小计', 2),
        total('合计', 3),
        paid('3', 4),
        total('小计', 4),
        total('合计', 4),
        total('总计', 7),
      ],
      [],
    ],
    [
      'a wrong part',
      [paid('1', 10), total('小计', 10), paid('2', 20), total('小计', 21)],
      ['total-disagrees E5', 'total-disagrees F5'],
    ],
    ['above its rows, with nothing to be held against', [total('合计', 30), paid('1', 10), paid('2', 20)], []],
    ['above and below', [total('合计', 30), paid('1', 10), paid('2', 20), total('合计', 30)], []],
    ['parts do not count as rows', [paid('1', 10), ['其中', null, null, null, 4, 4], total('合计', 10)], []],
    ['empty', [paid('1', 10), ['合计', null, null, null, null, 10]], []],
    ['no number', [paid('1', 10), ['合计', null, null, null, { error: '#REF!' }, 10]], []],
    [
      'over an empty cell',
      [paid('1', 10), ['东风村', '2', '奖扶', '2025-03-07', 5], total('合计', 15, 10)],
      ['empty-cells F1'],
    ],
    [
      'over a cell that is not known',
      [paid('1', 10), ['东风村', '2', '奖扶', '2025-03-07', 5, '不详'], total('合计', 15, 12)],
      [],
    ],
    ['a repeated row is in it', [paid('1', 10), paid('1', 10), total('合计', 20)], ['duplicate-record B3']],
  ])('%s', async (_, rows, said) => {
    expect((await skipped(rows)).said).toEqual(said);
  });

  test('years are not added up', async () => {
    const head = ['年度', '纳入财政预算', '投入金额', '总人口', '省定人均标准'];
    const { said } = await readSheetAlone(
      sheetOf('经费', [head, [2024, '是', 10, 100, 1], [2025, '是', 10, 100, 1], ['合计', null, 20, 200, null]]),
    );
    expect(said).toEqual(['unknown-village']);
  });
});
