import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../src/model/sheet.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { required } from '../../src/records/column.ts';
import { CellFault, decoder } from '../../src/records/decode.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import { readingOf, saidOf } from './readings.ts';
import { type Cells, sheetOf } from './sheets.ts';

const words = vocabulary();

function read(raw: RawCell, kind: 'id' | 'text' = 'id'): string {
  const decoded = decoder(required(kind, '编号'), words, { year: 2025, date1904: false })(raw);
  if (decoded === EMPTY) return 'empty';
  if (decoded === UNKNOWN) return 'unknown';
  return decoded instanceof CellFault ? decoded.code : String(decoded);
}

describe('an id', () => {
  test.each<[RawCell, string]>([
    ['110101199003078888', '110101199003078888'],
    ['0012', '0012'],
    [12, '12'],
    [999_999_999_999_999, '999999999999999'],
    [' b-12 ', 'b-12'],
    ['Ｂ１２', 'B12'],
    ['柳 12', '柳 12'],
    [true, 'TRUE'],
    [{ serial: 45_723 }, '2025-03-07'],
    ['不详', 'empty'],
    ['无', 'empty'],
    ['N/A', 'empty'],
    ['12E+3X', '12E+3X'],
    ['E+17', 'E+17'],
  ])('%j is %s', (raw, id) => {
    expect([read(raw), read(raw, 'text')]).toEqual([id, id]);
  });

  test.each<[RawCell]>([
    [1e15],
    [-1e15],
    [110_101_199_003_070_000],
    [1.101_01e17],
    ['1.10101E+17'],
    ['1.10101e+17'],
    ['1E+17'],
  ])('%j has lost digits', (raw) => {
    expect(read(raw)).toBe('lost-digits');
  });
});

describe('records of one register and village with one id', () => {
  const header = ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'];
  const birth = (village: string | null, id: RawCell): Cells => [village, id, '2025-03-07', '男', 1, '政策内'];
  const villages = sheetOf('村情', [
    ['村代码', '村名', '人口计划出生数'],
    ['01', '东风村', 1],
    ['02', '西风村', 1],
  ]);

  /** The rows that repeat another, and how many births are counted. */
  async function repeated(...rows: readonly Cells[]) {
    const { report, records } = await readingOf([[villages, sheetOf('出生', [header, ...rows])]]);
    const said = saidOf(report).filter((line) => line.startsWith('duplicate-record'));
    return {
      said: said.map((line) => line.replace('duplicate-record 1›出生 B', '')),
      counted: records.length,
      sheet: report.ledgers[0]?.sheets[1],
    };
  }

  test('are one: the first counts', async () => {
    const { said, counted, sheet } = await repeated(
      birth('东风村', 'B1'),
      birth('东风村', 'B2'),
      birth('东风村', 'B1'),
      birth('01', 'B1'),
    );
    expect(said).toEqual(['4', '5']);
    expect(counted).toBe(2);
    expect(sheet).toMatchObject({ rows: 4, read: 2, skipped: { duplicate: 2 } });
  });

  test.each<[string, readonly Cells[]]>([
    ['another village', [birth('东风村', 'B1'), birth('西风村', 'B1')]],
    ['no id', [birth('东风村', null), birth('东风村', null)]],
    ['an empty-like id', [birth('东风村', '无'), birth('东风村', '无')]],
    ['an id whose digits are lost', [birth('东风村', 1e17), birth('东风村', 1e17)]],
    ['another case', [birth('东风村', 'B1'), birth('东风村', 'b1')]],
    ['a leading zero', [birth('东风村', '1'), birth('东风村', '01')]],
    ['a space within', [birth('东风村', 'B1'), birth('东风村', 'B 1')]],
  ])('but not with %s', async (_, rows) => {
    expect(await repeated(...rows)).toMatchObject({ said: [], counted: rows.length });
  });

  test.each<[string, readonly Cells[]]>([
    ['as number and as text', [birth('东风村', 12), birth('东风村', '12')]],
    ['in full width', [birth('东风村', 'B1'), birth('东风村', 'Ｂ１')]],
    ['of no village', [birth(null, 'B1'), birth(null, 'B1')]],
    ['of a village as written', [birth('南风村', 'B1'), birth('南风村', 'B1')]],
  ])('also %s', async (_, rows) => {
    expect(await repeated(...rows)).toMatchObject({ said: ['3'], counted: 1 });
  });

  test('in two registers are two', async () => {
    const incidents = sheetOf('事件', [
      ['村名', '事件编号', '发生日期', '事件类别'],
      ['东风村', 'B1', '2025-03-07', '恶性事件'],
    ]);
    const { records } = await readingOf([[villages, sheetOf('出生', [header, birth('东风村', 'B1')]), incidents]]);
    expect(records).toHaveLength(2);
  });
});
