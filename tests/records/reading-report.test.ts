import { describe, expect, test } from 'vitest';
import { readingOf, readSheetAlone, saidOf } from './readings.ts';
import { type Cells, sheetOf } from './sheets.ts';

const header = ['序号', '村名', '出生编号', '出生日期', '性别', '孩次', '政策属性', '备注'];
const birth = (id: string): Cells => [1, '东风村', id, '2025-03-07', '男', 1, '政策内'];

test('a sheet is reported with its header, its columns and every row', async () => {
  const rows: readonly Cells[] = [
    ['柳岗镇出生登记册'],
    header,
    [null, '甲', '乙', 1, 2, 3, 4, 5],
    ['示例', '东风村', 'B0', '2025-01-01', '男', 1, '政策内'],
    birth('B1'),
    birth('B2'),
    birth('B1'),
    [],
    [null, '东风村', 'B3'],
    ['合计', null, null, 3],
    ['其中', null, null, 1],
    header,
    birth('B4'),
    ['填表人：王某'],
    [null, null, null, null, null, null, null, null, '2025'],
    [null, ''],
  ];
  const { sheet } = await readSheetAlone(sheetOf('出生', rows));
  expect(sheet).toEqual({
    file: null,
    name: '出生',
    register: 'births',
    encoding: null,
    headerRow: 2,
    rows: 13,
    read: 3,
    skipped: { blank: 3, total: 2, note: 2, header: 2, duplicate: 1 },
    columns: [
      { header: '村名', column: 'B', key: 'village' },
      { header: '出生编号', column: 'C', key: 'id' },
      { header: '出生日期', column: 'D', key: 'birth_date' },
      { header: '性别', column: 'E', key: 'sex' },
      { header: '孩次', column: 'F', key: 'parity' },
      { header: '政策属性', column: 'G', key: 'policy' },
      { header: '备注', column: 'H', key: 'remark' },
    ],
    ignoredColumns: ['序号'],
    suggestions: [],
    hidden: { sheet: false, rows: 0, columns: 0 },
  });
});

describe('hidden parts are read, counted and told', () => {
  test('a sheet, rows and columns', async () => {
    const { report, records } = await readingOf([
      [
        sheetOf('出生', [header, birth('B1'), birth('B2'), ['合计', null, null, 2]], {
          hidden: true,
          hiddenRows: [2, 4],
          hiddenColumns: ['A', 'E', 'F'],
        }),
      ],
    ]);
    expect(records).toHaveLength(2);
    expect(report.ledgers[0]?.sheets[0]?.hidden).toEqual({ sheet: true, rows: 1, columns: 2 });
    const hidden = report.diagnostics.filter(({ code }) => code === 'hidden-part').map(({ messages }) => messages.en);
    expect(hidden).toEqual([
      'The sheet is hidden; it was read as usual.',
      '2 hidden columns: read as usual.',
      '1 hidden row: read as usual.',
    ]);
  });

  test('a hidden header is found', async () => {
    const { sheet } = await readSheetAlone(sheetOf('出生', [header, birth('B1')], { hidden: true, hiddenRows: [1] }));
    expect(sheet).toMatchObject({ headerRow: 1, read: 1, hidden: { sheet: true, rows: 0 } });
  });

  test('a hidden sheet that is no register is listed as ignored', async () => {
    const { sheet, said } = await readSheetAlone(sheetOf('字典', [['是'], ['否']], { hidden: true }));
    expect(sheet).toMatchObject({ register: null, hidden: { sheet: true, rows: 0, columns: 0 } });
    expect(said).toEqual(['ignored-sheet']);
  });
});

describe('rows of CSV', () => {
  const csv = { format: 'csv', encoding: 'UTF-8' } as const;
  const lines = (said: readonly string[]) => said.filter((line) => line.startsWith('csv'));

  test('shorter than the header: the missing cells are empty, and nothing is said', async () => {
    const { sheet, said, records } = await readSheetAlone(
      sheetOf('出生', [header, birth('B1').slice(0, 7), birth('B2').slice(0, 5)], csv),
    );
    expect(sheet.read).toBe(2);
    expect(lines(said)).toEqual([]);
    expect(records).toHaveLength(2);
  });

  test.each<[string, Cells, readonly string[]]>([
    ['with text in the surplus', [...birth('B1'), null, '又一句'], ['csv-row-too-long I2']],
    ['with text far in the surplus', [...birth('B1'), null, null, null, 'x'], ['csv-row-too-long K2']],
    ['with nothing in the surplus', [...birth('B1'), null, null, ' ', '-'], []],
  ])('longer, %s: the row counts', async (_, row, said) => {
    const reading = await readSheetAlone(sheetOf('出生', [header, row], csv));
    expect(reading.sheet.read).toBe(1);
    expect(lines(reading.said)).toEqual(said);
  });

  test('with nothing but text in the surplus: the row is blank, and said to be too long', async () => {
    const shifted = [...birth('B1').map(() => null), null, '东风村'];
    const reading = await readSheetAlone(sheetOf('出生', [header, birth('B1'), shifted], csv));
    expect([reading.sheet.read, reading.sheet.skipped.blank]).toEqual([1, 1]);
    expect(lines(reading.said)).toEqual(['csv-row-too-long I3']);
  });

  test('longer than a header with empty cells at its end: those are no surplus', async () => {
    const { said } = await readSheetAlone(
      sheetOf(
        '出生',
        [
          [...header, null, null],
          [...birth('B1'), null, 'x', null],
        ],
        csv,
      ),
    );
    expect(lines(said)).toEqual([]);
  });

  test('a note may be as long as it likes', async () => {
    const long = ['说明：一', ...Array<string>(12).fill('x')].with(3, '').with(4, '').with(5, '').with(6, '');
    expect(lines((await readSheetAlone(sheetOf('出生', [header, birth('B1'), long], csv))).said)).toEqual([]);
  });

  test('a workbook has no surplus: a cell beside the table is a note', async () => {
    expect(lines((await readSheetAlone(sheetOf('出生', [header, [...birth('B1'), null, 'x']]))).said)).toEqual([]);
  });
});

describe('empty cells', () => {
  test('are told once a column, with their number, if a measure reads it', async () => {
    const rows = [
      header,
      [1, '东风村', 'B1'],
      [1, '东风村', 'B2', '2025-03-07'],
      [1, '东风村', null, '2025-03-07', '-', '不详', '无'],
    ];
    const { report } = await readingOf([[sheetOf('出生', rows)]]);
    expect(saidOf(report).filter((line) => line.startsWith('empty'))).toEqual([
      'empty-cells E1',
      'empty-cells F1',
      'empty-cells G1',
    ]);
    expect(report.diagnostics.filter(({ code }) => code === 'empty-cells').map(({ messages }) => messages.en)).toEqual([
      '“性别” is empty in 2 rows: what should stand there is unknown.',
      '“孩次” is empty in 1 row: what should stand there is unknown.',
      '“政策属性” is empty in 1 row: what should stand there is unknown.',
    ]);
  });

  test('are not told where empty says something: not done, not asked, no', async () => {
    const cases = [
      sheetOf('节育', [
        ['项目', '应落实日期', '落实日期', '并发症'],
        ['放环', '2025-03-07'],
      ]),
      sheetOf('调查', [
        ['调查日期', '调查对象', '满意', '权利知晓'],
        ['2025-03-07', '群众'],
      ]),
      sheetOf('信访', [
        ['受理日期', '初信初访', '办结期限', '结案日期'],
        ['2025-03-07', '是', '2025-04-07'],
      ]),
    ];
    for (const sheet of cases) expect((await readSheetAlone(sheet)).said).toEqual(['unknown-village']);
  });
});
