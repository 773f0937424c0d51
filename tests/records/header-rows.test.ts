import { describe, expect, test } from 'vitest';
import { readSheetAlone } from './readings.ts';
import { type Cells, type SheetOptions, sheetOf } from './sheets.ts';

const header = ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'];
const birth = ['东风村', 'B1', '2025-03-07', '男', 1, '政策内'];
const lines = (count: number): readonly Cells[] =>
  Array.from({ length: count }, (_, index) => [`第${index + 1}行说些别的`]);

async function read(rows: readonly Cells[], options: SheetOptions) {
  return readSheetAlone(sheetOf('出生', rows, options));
}

describe('a header of several rows', () => {
  test('two rows: child, parent and child, parent', async () => {
    const { sheet, said, records } = await read(
      [
        ['柳岗镇出生登记册'],
        ['村名', '出生', '', '婴儿', '', '政策', '备用', ''],
        [null, '编号', '日期', '性别', '孩次', '属性', '一', '二'],
        ['东风村', 'B1', '2025-03-07', '男', 1, '政策内', 'x', 'y'],
      ],
      { merges: ['A1:H1', 'A2:A3', 'B2:C2', 'D2:E2', 'G2:H2'] },
    );
    expect(sheet).toMatchObject({ headerRow: 3, rows: 1, read: 1 });
    expect(sheet.columns).toEqual([
      { header: '村名', column: 'A', key: 'village' },
      { header: '出生编号', column: 'B', key: 'id' },
      { header: '出生日期', column: 'C', key: 'birth_date' },
      { header: '性别', column: 'D', key: 'sex' },
      { header: '孩次', column: 'E', key: 'parity' },
      { header: '政策属性', column: 'F', key: 'policy' },
    ]);
    expect(sheet.ignoredColumns).toEqual(['备用一', '备用二']);
    expect(said).toEqual(['ignored-column G3', 'ignored-column H3', 'unknown-village A4']);
    expect(records).toHaveLength(1);
  });

  test('three rows', async () => {
    const { sheet } = await read(
      [
        ['村名', '登记', '', '', '孩次', '政策属性'],
        [null, '出生', '', '婴儿'],
        [null, '编号', '日期', '性别'],
        ['东风村', 'B1', '2025-03-07', '男', 1, '政策内'],
      ],
      { merges: ['A1:A3', 'B1:D1', 'B2:C2', 'E1:E3', 'F1:F3'] },
    );
    expect(sheet).toMatchObject({ headerRow: 3, rows: 1, read: 1, ignoredColumns: [] });
    expect(sheet.columns.map(({ header: text }) => text)).toEqual([
      '村名',
      '出生编号',
      '出生日期',
      '性别',
      '孩次',
      '政策属性',
    ]);
  });

  test('a parent alone names its first child', async () => {
    const { sheet, said } = await read(
      [
        ['村名', '出生日期', '', '性别', '孩次', '政策属性'],
        [null, '公历', '农历'],
        ['东风村', '2025-03-07', '二月初八', '男', 1, '政策内'],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'F1:F2'] },
    );
    expect(sheet.headerRow).toBe(2);
    expect(sheet.columns[1]).toEqual({ header: '出生日期', column: 'B', key: 'birth_date' });
    expect(said).toEqual(['duplicate-header C2', 'unknown-village A3']);
  });

  test('of two children of one name the one counts that is known with its parent too', async () => {
    const { sheet, said } = await read(
      [
        ['村名', '母亲', '', '婴儿', '', '', '政策属性'],
        [null, '姓名', '出生日期', '出生日期', '性别', '孩次'],
        ['东风村', '甲', '1990-05-01', '2025-03-07', '男', 1, '政策内'],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:F1', 'G1:G2'] },
    );
    expect(sheet.columns.find(({ key }) => key === 'birth_date')?.column).toBe('D');
    expect(said).toContain('duplicate-header C2');
  });

  test('a header that is one cell merged over two columns is no header twice', async () => {
    const { sheet, said } = await read(
      [
        ['村名', '', '出生日期', '性别', '孩次', '政策属性'],
        ['东风村', '', '2025-03-07', '男', 1, '政策内'],
      ],
      { merges: ['A1:B1', 'A2:B2'] },
    );
    expect(sheet.columns[0]).toEqual({ header: '村名', column: 'A', key: 'village' });
    expect(said).toEqual(['unknown-village A2']);
  });

  test('a header merged over columns that hold something of their own is told of, once', async () => {
    const { said } = await read(
      [
        ['村名', '出生日期', '', '', '性别', '孩次', '政策属性'],
        ['东风村', 2025, 3, 7, '男', 1, '政策内'],
        ['东风村', 2025, 4, 8, '男', 1, '政策内'],
      ],
      { merges: ['B1:D1'] },
    );
    expect(said.filter((line) => line.startsWith('duplicate-header'))).toEqual([
      'duplicate-header C1',
      'duplicate-header D1',
    ]);
  });

  test('the header row is the lowest, though nothing but a wide cell ties it to the upper', async () => {
    const { sheet } = await read(
      [['村名', '出生日期', '', '性别', '孩次', '政策属性'], [null, '公历', '农历'], birth.toSpliced(1, 1)],
      { merges: ['B1:C1'] },
    );
    expect(sheet).toMatchObject({ headerRow: 2, rows: 1 });
  });

  test('a cell merged far down hides no records', async () => {
    const rows = [header, ...Array.from({ length: 6 }, (_, index) => birth.with(1, `B${index}`))];
    const { sheet } = await read(rows, { merges: ['B1:B1048576'] });
    expect(sheet).toMatchObject({ headerRow: 3, rows: 4, read: 4 });
  });

  test('a wide cell alone does not make the first record a header', async () => {
    const { sheet } = await read(
      [
        ['村名', '出生日期', '性别', '孩次', '政策属性', '备注', ''],
        ['东风村', '2025-03-07', '男', 1, '政策内', '抱养', '外地'],
      ],
      { merges: ['F1:G1'] },
    );
    expect(sheet).toMatchObject({ headerRow: 1, rows: 1, read: 1 });
  });

  test('a line of particulars above the header is no part of it, merged as it may be', async () => {
    const { sheet, said } = await read(
      [
        ['出生登记册'],
        ['填报单位：柳岗镇', '', '', '2025年6月'],
        ['村名', '姓名', '出生日期', '性别', '孩次', '政策属性'],
        ['东风村', '王某', '2025-03-07', '男', 1, '政策内'],
      ],
      { merges: ['A1:F1', 'A2:C2', 'D2:F2'] },
    );
    expect(sheet).toMatchObject({ headerRow: 3, ignoredColumns: ['姓名'] });
    expect(said).toEqual(['ignored-column B3', 'unknown-village A4']);
  });

  test('a title narrower than the table is no part of it either', async () => {
    const { sheet } = await read([['出生登记册'], [...header, '姓名'], [...birth, '王某']], { merges: ['A1:D1'] });
    expect(sheet.ignoredColumns).toEqual(['姓名']);
  });

  test('is not looked for where nothing is merged: a line above is a title', async () => {
    const { sheet } = await read(
      [['', '出生', '出生'], ['村名', '编号', '日期', '性别', '孩次', '政策属性'], birth],
      {},
    );
    expect(sheet.register).toBeNull();
  });

  test('begins in row 20 at the latest', async () => {
    const { sheet } = await read(
      [
        ...lines(19),
        ['村名', '出生日期', '', '性别', '孩次', '政策属性'],
        [null, '公历', '农历'],
        birth.toSpliced(1, 1),
      ],
      { merges: ['A20:A21', 'B20:C20', 'D20:D21', 'E20:E21', 'F20:F21'] },
    );
    expect(sheet).toMatchObject({ headerRow: 21, rows: 1 });
  });
});
