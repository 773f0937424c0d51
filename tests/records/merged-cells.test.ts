import { describe, expect, test } from 'vitest';
import { EMPTY } from '../../src/records/cell.ts';
import { cellAt } from '../../src/records/record.ts';
import { readingOf, saidOf } from './readings.ts';
import { type Cells, type SheetOptions, sheetOf } from './sheets.ts';

const header = ['村名', '妇女编号', '项目', '应落实日期', '落实日期', '并发症', '手术编号'];
const villages = sheetOf('村情', [
  ['村代码', '村名', '人口计划出生数'],
  ['01', '东风村', 1],
  ['02', '西风村', 1],
]);

/** The cells of some keys, record by record (dates by their first day), and what was said. */
async function read(
  rows: readonly Cells[],
  merges: readonly string[],
  keys: readonly string[],
  options: SheetOptions = {},
) {
  const { report, records } = await readingOf([[villages, sheetOf('节育', [header, ...rows], { ...options, merges })]]);
  const shown = (cell: unknown) =>
    cell === EMPTY ? '' : typeof cell === 'object' && cell !== null && 'first' in cell ? 'day' : cell;
  return {
    cells: records.map(({ record }) => keys.map((key) => shown(cellAt(record, key))).join(' ')),
    said: saidOf(report).map((line) => line.replace('1›节育 ', '')),
    sheet: report.ledgers[0]?.sheets[1],
  };
}

const row = (id: string, village: string | null = null): Cells => [
  village,
  id,
  '放环',
  '2025-03-07',
  '2025-03-07',
  '否',
  `P${id}`,
];

describe('cells merged down', () => {
  test('a village fills down over all its rows, and no further', async () => {
    const rows = [row('1', '东风村'), row('2'), row('3'), row('4', '西风村')];
    const { cells, said } = await read(rows, ['A2:A4'], ['village']);
    expect(cells).toEqual(['东风村', '东风村', '东风村', '西风村']);
    expect(said).toEqual([]);
  });

  test('a code fills down', async () => {
    const rows = [row('1', '东风村'), row('2', '东风村').with(2, null), row('3', '东风村').with(2, null)];
    expect((await read(rows, ['C2:C3'], ['kind'])).cells).toEqual(['iud_insertion', 'iud_insertion', '']);
  });

  test.each<[string, number, string, string]>([
    ['a date', 3, 'D', 'due_date'],
    ['an id', 1, 'B', 'woman_id'],
    ['the id of the record', 6, 'G', 'id'],
  ])('%s belongs to the first row: a warning', async (_, column, letter, key) => {
    const rows = [row('1', '东风村'), row('2', '东风村').with(column, null), row('3', '东风村').with(column, null)];
    const { cells, said } = await read(rows, [`${letter}2:${letter}4`], [key]);
    expect(cells.map((cell) => cell !== '')).toEqual([true, false, false]);
    expect(said.filter((line) => !line.startsWith('empty-cells'))).toEqual([`merged-value ${letter}2`]);
  });

  test('a number belongs to the first row: a warning', async () => {
    const rows = [
      ['村名', '应兑现日期', '应兑现金额', '实兑现金额'],
      ['东风村', '2025-03-07', 10, 10],
      ['东风村', '2025-03-08', null, 5],
    ];
    const { report } = await readingOf([[villages, sheetOf('奖励兑现', rows, { merges: ['C2:C3'] })]]);
    expect(saidOf(report)).toEqual(['empty-cells 1›奖励兑现 C1', 'merged-value 1›奖励兑现 C2']);
  });

  test('what a merged cell hides is gone', async () => {
    const { cells } = await read([row('1', '东风村'), row('2', '西风村')], ['A2:A3'], ['village']);
    expect(cells).toEqual(['东风村', '东风村']);
  });

  test('a value fills down from a row that is skipped itself', async () => {
    const rows = [['东风村', null, null, null, null, null, 'P1'], row('2'), row('3')];
    const { cells, sheet } = await read(rows, ['A2:A4'], ['village']);
    expect(sheet).toMatchObject({ read: 2, skipped: { blank: 1 } });
    expect(cells).toEqual(['东风村', '东风村']);
  });

  test('over a row that the file leaves out', async () => {
    expect((await read([row('1', '东风村'), [], row('3')], ['A2:A4'], ['village'])).cells).toEqual([
      '东风村',
      '东风村',
    ]);
  });

  test('an empty one fills nothing and warns of nothing', async () => {
    const rows = [row('1', '东风村').with(3, null), row('2', '东风村').with(3, null)];
    const { said } = await read(rows, ['D2:D3'], []);
    expect(said).toEqual(['empty-cells D1']);
  });

  test('rows that hold nothing else are blank before a village fills down', async () => {
    const blank = [null, null, null, null, null, null, 'P2'];
    const { cells, sheet } = await read([row('1', '东风村'), blank, row('3')], ['A2:A4'], ['village']);
    expect(cells).toEqual(['东风村', '东风村']);
    expect(sheet).toMatchObject({ rows: 3, read: 2, skipped: { blank: 1 } });
  });

  test('records of two lines each, wholly merged, are one record a pair and warn of nothing', async () => {
    const rows = [row('1', '东风村'), [], row('2', '西风村'), []];
    const merges = [2, 4].flatMap((top) => [...'ABCDEFG'].map((letter) => `${letter}${top}:${letter}${top + 1}`));
    const { cells, said, sheet } = await read(rows, merges, ['village', 'woman_id']);
    expect(cells).toEqual(['东风村 1', '西风村 2']);
    expect(sheet).toMatchObject({ rows: 3, read: 2, skipped: { blank: 1 } });
    expect(said).toEqual([]);
  });

  test('over a total row: the total is found beside it', async () => {
    const rows = [row('1', '东风村'), [null, '小计', 1], row('3')];
    const { cells, sheet } = await read(rows, ['A2:A4'], ['village']);
    expect(cells).toEqual(['东风村', '东风村']);
    expect(sheet).toMatchObject({ read: 2, skipped: { total: 1 } });
  });

  test('across the border of two batches', async () => {
    const rows = [row('1', '东风村'), row('2'), row('3'), row('4')];
    expect((await read(rows, ['A2:A5'], ['village'], { batch: 2 })).cells).toEqual(Array(4).fill('东风村'));
  });
});

describe('cells merged across', () => {
  test('do not fill', async () => {
    const rows = [['东风村', '1', '放环', '2025-03-07', null, '否', 'P1']];
    expect((await read(rows, ['D2:E2'], ['due_date', 'done_date'])).cells).toEqual(['day ']);
  });

  test('of a block the first column fills down, the others are empty', async () => {
    const rows = [
      ['东风村', '1', '放环', '2025-03-07', null, null, 'P1'],
      ['东风村', '2', null, '2025-03-07', null, '否', 'P2'],
    ];
    expect((await read(rows, ['C2:D3'], ['kind', 'due_date'])).cells).toEqual(['iud_insertion ', 'iud_insertion ']);
  });

  test('a block that begins beside the table gives nothing to it', async () => {
    const head = ['序号', ...header];
    const { report, records } = await readingOf([
      [villages, sheetOf('节育', [head, ['x', ...row('1', '东风村')], ['y', ...row('2')]], { merges: ['A2:B3'] })],
    ]);
    expect(records.map(({ record }) => cellAt(record, 'village'))).toEqual([EMPTY, EMPTY]);
    expect(saidOf(report)).toEqual([
      'ignored-column 1›节育 A1',
      'unknown-village 1›节育 B2',
      'unknown-village 1›节育 B3',
    ]);
  });

  test('a note over the whole width warns of nothing', async () => {
    const rows = [row('1', '东风村'), [], ['说明：一', '', ''], []];
    const { said, sheet } = await read(rows, ['A4:G5'], []);
    expect(sheet).toMatchObject({ read: 1, skipped: { blank: 1, note: 1 } });
    expect(said).toEqual([]);
  });

  test('示例, merged over two lines, makes examples of both', async () => {
    const rows = [row('1', '东风村'), ['示例'], row('2'), row('3', '东风村')];
    const { cells, sheet } = await read(rows, ['A3:A4'], ['village']);
    expect(cells).toEqual(['东风村', '东风村']);
    expect(sheet).toMatchObject({ read: 2, skipped: { note: 2 } });
  });

  test.each(['填表人：甲', '说明：以下为补报', '东风村小计'])(
    '%s, merged over more lines, hides no record: only what such a row may be',
    async (label) => {
      const rows = [row('1', '东风村'), [label], row('2'), [null, null, null, null, null, null, 'P1']];
      const { sheet } = await read(rows, ['A3:A5'], ['village']);
      expect(sheet).toMatchObject({ read: 2 });
    },
  );
});
