import { describe, expect, test } from 'vitest';
import { header, paid, skipped } from './benefit-rows.ts';
import { readSheetAlone } from './readings.ts';
import { type Cells, sheetOf } from './sheets.ts';

describe('note rows', () => {
  test.each([
    '注：本表一式两份',
    '注:本表一式两份',
    '註：本表一式兩份',
    '备 注：逾期不报',
    '備註：逾期不報',
    '说明：……',
    '说明',
    '說明',
    '填表人：王某    审核人：李某',
    '填报人 王某',
    '填报单位：柳岗镇',
    '填報單位：柳崗鎮',
    '填报日期：2025年7月2日',
    '报出日期：2025年7月2日',
    '审核人：',
    '负责人：王某',
    '單位負責人：王某',
    '单位负责人：王某',
    '统计负责人：王某',
    '制表：王某',
    '製表人：王某',
    '联系电话：123',
    '聯繫電話：123',
    '  填表人：王某',
  ])('%s: skipped', async (text) => {
    expect(await skipped([paid('1', 10), [text]])).toEqual({ read: 1, skipped: { note: 1 }, said: [] });
  });

  test.each<[string, Cells]>([
    ['in any column', [null, null, null, null, '填表人：王某', null]],
    ['with another note in a required column', ['填表人：王某', null, null, '审核人：李某', '报出日期：7月2日']],
    ['with more beside it', ['填表人：王某', null, '审核人：李某', null, null, null, '2025年7月']],
  ])('%s', async (_, row) => {
    expect(await skipped([paid('1', 10), row])).toEqual({ read: 1, skipped: { note: 1 }, said: [] });
  });

  test.each<[string, Cells]>([
    ['with something else in a required column', ['填表人：王某', null, null, '李某']],
    ['with a required cell filled', ['填表人', '2', '奖扶', '2025-03-07', 10, 10]],
    ['注 without a colon', ['注册村', '2', '奖扶', '2025-03-07', 10, 10]],
  ])('%s: a record', async (_, row) => {
    expect(await skipped([row])).toMatchObject({ read: 1, skipped: {} });
  });

  test('备注 without a colon and nothing else is no note, and no record either', async () => {
    expect(await skipped([paid('1', 10), ['备注']])).toEqual({ read: 1, skipped: { blank: 1 }, said: [] });
  });

  test.each(['示例', '示例：东风村', '示 例'])(
    "the template's example row, “%s”, whatever else it holds",
    async (text) => {
      expect(await skipped([[text, '2', '奖扶', '2025-03-07', 10, '见附件']])).toEqual({
        read: 0,
        skipped: { note: 1 },
        said: [],
      });
    },
  );
});

describe('blank rows', () => {
  test.each<[string, Cells]>([
    ['with the village', ['东风村']],
    ['with an id', [null, 'B7']],
    ['with village, id and remark, as pre-numbered forms have', ['东风村', 'B7', null, null, null, null, '预编号']],
    ['with empty-like words', ['东风村', 'B7', '-', '——', '/', 'N/A', '暂无']],
    ['with 无 where it is no code', ['东风村', 'B7', '无', '无', '无', '无']],
    ['with spaces', ['东风村', 'B7', ' ', '　']],
    ['with a day that stands for none', ['东风村', 'B7', null, { serial: 0 }]],
    ['with the text of such a day', ['东风村', 'B7', '-', '1900-01-00', '-']],
    ['with something only beside the table', [null, null, null, null, null, null, null, '见附件']],
  ])('%s: skipped', async (_, row) => {
    expect(await skipped([paid('1', 10), row, paid('2', 10)])).toEqual({ read: 2, skipped: { blank: 1 }, said: [] });
  });

  test('无 as a code makes a record', async () => {
    const head = ['村名', '妇女编号', '出生日期', '婚姻状况', '避孕方法'];
    const { sheet } = await readSheetAlone(
      sheetOf('育龄妇女', [head, ['东风村', 'A1', null, null, '无'], ['东风村', 'A2', null, '无']]),
    );
    expect(sheet).toMatchObject({ read: 1, skipped: { blank: 1 } });
  });

  test('rows that the file leaves out count, up to the last used one', async () => {
    const rows = [header, paid('1', 10), [], [], paid('2', 10), [null], ['', ' '], []];
    const { sheet } = await readSheetAlone(sheetOf('奖励兑现', rows));
    expect(sheet).toMatchObject({ rows: 4, read: 2, skipped: { blank: 2 } });
  });

  test('a row of village and code alone is a village', async () => {
    const { sheet } = await readSheetAlone(
      sheetOf('村情', [['村代码', '村名', '人口计划出生数'], ['01', '东风村'], ['02']]),
    );
    expect(sheet).toMatchObject({ read: 2, skipped: { blank: 0 } });
  });

  test('a row of figures without a numerator is blank', async () => {
    const rows = [
      ['村名', '指标代号', '分子', '分母'],
      ['东风村', '2', 9, 10],
      ['东风村', '11', null, 10],
      ['东风村', '12a'],
    ];
    const { sheet } = await readSheetAlone(sheetOf('指标数据', rows));
    expect(sheet).toMatchObject({ read: 1, skipped: { blank: 2 } });
  });

  test('row numbers never shift', async () => {
    const { said } = await skipped([[], paid('1', 10), [], ['东风村', '2', '奖扶', '2025-02-30', 10, 10]]);
    expect(said).toEqual(['invalid-date D5']);
  });
});

describe('header rows among the records', () => {
  test.each<[string, Cells]>([
    ['the whole header', header],
    ['part of it', ['村名', null, null, '应兑现日期', null, null]],
    [
      'in other spaces and width',
      ['村　名', '兑现编号', '奖励项目', '应兑现\n日期', '应兑现金额（元）', '实兑现金额', null],
    ],
  ])('%s is skipped', async (_, row) => {
    expect(await skipped([paid('1', 10), row, paid('2', 10)])).toEqual({ read: 2, skipped: { header: 1 }, said: [] });
  });

  test('under a number column that nobody matched', async () => {
    const head = ['序号', '发生日期', '事件类别'];
    const { sheet, said } = await readSheetAlone(
      sheetOf('事件', [head, [1, '2025-03-07', '恶性事件'], head, [2, '2025-04-07', '恶性事件']]),
    );
    expect(sheet).toMatchObject({ read: 2, skipped: { header: 1 } });
    expect(said).toEqual(['unknown-village', 'ignored-column A1']);
  });

  test('both rows of a header of two', async () => {
    const upper = ['村名', '出生', '', '性别', '孩次', '政策属性'];
    const lower = [null, '编号', '日期'];
    const birth = (id: string) => ['东风村', id, '2025-03-07', '男', 1, '政策内'];
    const { sheet, records } = await readSheetAlone(
      sheetOf('出生', [upper, lower, birth('1'), ['出生登记册'], upper, lower, birth('2')], {
        merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'F1:F2', 'A4:F4', 'A5:A6', 'B5:C5', 'D5:D6', 'E5:E6', 'F5:F6'],
      }),
    );
    expect(sheet).toMatchObject({ headerRow: 2, read: 2, skipped: { header: 2, blank: 1 } });
    expect(records).toHaveLength(2);
  });

  test('one word of it alone is no header', async () => {
    expect(await skipped([paid('1', 10), ['村名', '2', '奖扶', '2025-03-07', 10, 10]])).toMatchObject({ read: 2 });
  });
});

describe('the row of column numbers', () => {
  test.each<[string, Cells]>([
    ['stems and numbers', ['甲', '乙', '丙', 1, 2, 3, 4]],
    ['stems alone', ['甲', '乙', '丙', '丁', '戊', '己', '庚']],
    ['stems and numbers as text', ['甲', '乙', '（1）', '（2）', '（3）', '（4）', '（5）']],
    ['numbers alone', [1, 2, 3, 4, 5, 6, 7]],
    ['numbers alone, but for the remarks', [1, 2, 3, 4, 5, 6]],
    ['numbers in full width', ['１', '２', '３', '４', '５', '６', '７']],
    ['some columns left out', ['甲', null, null, 1, 2, null, 3]],
  ])('%s: skipped under the header', async (_, row) => {
    expect(await skipped([row, paid('1', 10)])).toEqual({ read: 1, skipped: { header: 1 }, said: [] });
  });

  test.each<[string, Cells]>([
    ['out of order', ['甲', '丙', '乙', 1, 2, 3, 4]],
    ['numbers not from 1', ['甲', '乙', '丙', 4, 5, 6, 7]],
    ['stems after numbers', [1, 2, '甲', '乙', 3, 4, 5]],
    ['a record of small numbers', [1, 2, null, null, 3, null, null]],
    ['numbers with a gap', [1, null, 2, 3, 4, 5]],
  ])('%s: a record, with what is wrong in it', async (_, row) => {
    expect(await skipped([row])).toMatchObject({ read: 1, skipped: {} });
  });

  test('only right under the header', async () => {
    const numbers = ['甲', '乙', '丙', 1, 2, 3, 4];
    expect(await skipped([paid('1', 10), numbers])).toMatchObject({ read: 2, skipped: {} });
  });

  test('also under a header that is repeated', async () => {
    const numbers = ['甲', '乙', '丙', 1, 2, 3, 4];
    const rows = [numbers, paid('1', 10), [...header], numbers, paid('2', 10)];
    expect(await skipped(rows)).toMatchObject({ read: 2, skipped: { header: 3 } });
    expect(await skipped([paid('1', 10), [...header], numbers])).toMatchObject({ read: 2, skipped: { header: 1 } });
  });

  test('of a header of two rows that is repeated, the lower with a cell of its own in one column that is read', async () => {
    const head = [
      ['村名', '出生编号', '婴儿情况', '', '性别', '孩次', '政策属性'],
      [null, null, '姓名', '出生日期'],
    ];
    const born = (id: string) => ['东风村', id, '甲', '2025-03-07', '男', 1, '政策内'];
    const merged = (top: number) => [...'ABEFG'].map((letter) => `${letter}${top}:${letter}${top + 1}`);
    const merges = [...merged(1), 'C1:D1', ...merged(5), 'C5:D5'];
    const { sheet, said } = await readSheetAlone(
      sheetOf('出生', [...head, born('1'), born('2'), ...head, born('3')], { merges }),
    );
    expect(sheet).toMatchObject({ headerRow: 2, read: 3, skipped: { header: 2 } });
    expect(said.filter((line) => !/unknown-village|ignored-column/.test(line))).toEqual([]);
  });

  test('of a header that is repeated in other words, as where tables of villages were put together', async () => {
    const rows = [
      ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'],
      ['东风村', '1', '2025-03-07', '男', 1, '政策内'],
      ['村別', '出生編號', '出生年月日', '婴儿性别', '孩次', '計劃內外'],
      ['西风村', '2', '2025-03-07', '男', 1, '政策内'],
    ];
    const { sheet } = await readSheetAlone(sheetOf('出生', rows));
    expect(sheet).toMatchObject({ read: 2, skipped: { header: 1 } });
  });

  test('is not a row under the header with one word in it, that its header has too', async () => {
    const head = ['村名', '兑现编号', '奖励项目', '应兑现日期', '应兑现金额', '实兑现金额'];
    const { sheet } = await readSheetAlone(sheetOf('奖励兑现', [head, [null, null, '奖励项目']]));
    expect(sheet).toMatchObject({ read: 1, skipped: { header: 0 } });
  });

  test('under the lowest row of the header', async () => {
    const { sheet } = await readSheetAlone(
      sheetOf(
        '出生',
        [
          ['村名', '出生', '', '性别', '孩次', '政策属性'],
          [null, '编号', '日期'],
          ['甲', '乙', 1, 2, 3, 4],
        ],
        {
          merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'F1:F2'],
        },
      ),
    );
    expect(sheet).toMatchObject({ headerRow: 2, rows: 1, read: 0, skipped: { header: 1 } });
  });
});
