import { describe, expect, test } from 'vitest';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import { type RawCell, type Sheet, UNCACHED } from '../../src/model/sheet.ts';
import { readingOf, saidOf } from './readings.ts';
import { type Cells, type SheetOptions, serial, sheetOf } from './sheets.ts';

/** One clean row of every register. */
const clean = {
  村情: [
    ['村代码', '村名', '乡镇', '总人口', '已婚育龄妇女人数', '人口计划出生数', '规范开展知情选择', '实行村民自治'],
    ['01', '东风村', '柳岗镇', 100, 10, 5, '是', '是'],
  ],
  育龄妇女: [
    ['村名', '妇女编号', '出生日期', '婚姻状况', '避孕方法', '落实日期', '接受规范生殖健康服务'],
    ['东风村', 'A1', '1990-05-06', '已婚', '上环', '2020-05-06', '是'],
  ],
  出生: [
    ['村名', '出生编号', '母亲编号', '出生日期', '性别', '孩次', '政策属性'],
    ['东风村', 'B1', 'A1', '2025-03-07', '女', 1, '政策内'],
  ],
  节育: [
    ['村名', '手术编号', '妇女编号', '项目', '应落实日期', '落实日期', '并发症'],
    ['东风村', 'P1', 'A1', '放环', '2025-04-07', '2025-04-01', '无'],
  ],
  随访: [
    ['村名', '随访编号', '妇女编号', '随访类别', '应随访日期', '随访日期', '是否规范'],
    ['东风村', 'F1', 'A1', '术后', '2025-05-07', '2025-05-01', '是'],
  ],
  奖励优惠: [
    ['村名', '兑现编号', '奖励项目', '应兑现日期', '应兑现金额', '实兑现金额'],
    ['东风村', 'J1', '奖扶', '2025-03-07', 80.5, 80.5],
  ],
  事件: [['村名', '事件编号', '发生日期', '事件类别']],
  信访: [
    ['村名', '信访编号', '受理日期', '初信初访', '办结期限', '结案日期'],
    ['东风村', 'X1', '2025-03-07', '是', '2025-04-07', '2025-04-01'],
  ],
  核查: [
    ['村名', '核查编号', '核查日期', '核查项数', '正确项数'],
    ['东风村', 'H1', '2025-03-07', 100, 98],
  ],
  指标数据: [
    ['村名', '指标代号', '分子', '分母'],
    ['东风村', '2', 95, 100],
  ],
} satisfies Readonly<Record<string, readonly Cells[]>>;

type SheetName = keyof typeof clean;

interface Planted {
  readonly sheet: SheetName;
  readonly plant: (rows: (RawCell | undefined)[][]) => void;
  readonly options?: SheetOptions;
}

/** What is said of the clean ledger with one sheet changed: the code and the place in that sheet. */
async function saidWith({ sheet, plant, options }: Planted): Promise<readonly string[]> {
  const sheets = Object.entries(clean).map(([name, rows]): Sheet => {
    if (name !== sheet) return sheetOf(name, rows);
    const changed = rows.map((row) => [...row]);
    plant(changed);
    return sheetOf(name, changed, options);
  });
  return saidOf((await readingOf([sheets])).report).map((line) =>
    line.replace(`1›${sheet}`, '').replace(/ +/, ' ').trim(),
  );
}

/** Puts a value into a cell, by its address. */
const put = (address: string, value: RawCell) => (rows: (RawCell | undefined)[][]) => {
  const row = rows[Number(address.slice(1)) - 1];
  if (row === undefined) throw new Error(`There is no row ${address}.`);
  row[address.charCodeAt(0) - 65] = value;
};
const add =
  (...cells: Cells) =>
  (rows: (RawCell | undefined)[][]) => {
    rows.push([...cells]);
  };

test('nothing is said of the clean ledger', async () => {
  expect(await saidWith({ sheet: '出生', plant: () => {} })).toEqual([]);
});

const defects: readonly (readonly [string, string, Planted])[] = [
  ['invalid-date D2', 'a day that does not exist', { sheet: '出生', plant: put('D2', '2025-02-30') }],
  ['invalid-date C2', 'no date', { sheet: '育龄妇女', plant: put('C2', '见附件') }],
  ['invalid-date F2', 'January or October', { sheet: '节育', plant: put('F2', 2025.1) }],
  [
    'invalid-date E2',
    'a day that never was, in a column where empty is no fault',
    { sheet: '随访', plant: put('E2', { serial: 60 }) },
  ],
  ['invalid-number E2', 'a percentage', { sheet: '奖励优惠', plant: put('E2', '95%') }],
  ['invalid-number F2', '万元', { sheet: '奖励优惠', plant: put('F2', '3.5万元') }],
  ['invalid-number E2', 'three decimals', { sheet: '奖励优惠', plant: put('E2', 80.505) }],
  ['invalid-number D2', 'a negative number', { sheet: '核查', plant: put('D2', -1) }],
  ['invalid-number D2', 'a fraction', { sheet: '村情', plant: put('D2', 5.5) }],
  ['invalid-number C2', 'a percentage among figures', { sheet: '指标数据', plant: put('C2', '95%') }],
  ['invalid-word E2', 'an unlisted word', { sheet: '出生', plant: put('E2', '保密') }],
  ['invalid-word D2', 'an unlisted word', { sheet: '节育', plant: put('D2', '输液') }],
  ['invalid-word F2', 'an unlisted birth order', { sheet: '出生', plant: put('F2', '双胞胎') }],
  ['invalid-word G2', 'an unlisted yes or no', { sheet: '村情', plant: put('G2', '见附件') }],
  ['parity-zero F2', 'birth order 0', { sheet: '出生', plant: put('F2', 0) }],
  ['lost-digits B2', 'an id stored as a number', { sheet: '育龄妇女', plant: put('B2', 110101199005060000) }],
  ['lost-digits C2', 'an id shown as a power', { sheet: '出生', plant: put('C2', '1.10101E+17') }],
  ['error-cell D2', 'an error', { sheet: '村情', plant: put('D2', { error: '#REF!' }) }],
  ['error-cell B2', 'an error in an id', { sheet: '出生', plant: put('B2', { error: '#N/A' }) }],
  ['error-cell B2', 'an error as text in an id', { sheet: '出生', plant: put('B2', '#N/A') }],
  ['error-cell D2', 'an error as text', { sheet: '村情', plant: put('D2', '#DIV/0! ') }],
  [
    'formula-without-value F2',
    'a formula that was never calculated',
    { sheet: '奖励优惠', plant: put('F2', UNCACHED) },
  ],
  ['correct-above-checked E2', 'more correct than checked', { sheet: '核查', plant: put('E2', 101) }],
  [
    'duplicate-record B3',
    'an id twice',
    { sheet: '出生', plant: add('东风村', 'B1', 'A2', '2025-03-09', '男', 2, '政策内') },
  ],
  [
    'duplicate-record B3',
    'and more wrong in the row',
    { sheet: '出生', plant: add('东风村', 'B1', 'A2', '2025-02-30', '保密', 0) },
  ],
  [
    'missing-column row 1',
    'a required column that is not there',
    {
      sheet: '出生',
      plant: (rows) => {
        for (const row of rows) row.splice(4, 1);
      },
    },
  ],
  ['village-conflict F3', 'two plans', { sheet: '村情', plant: add('01', '东风村', '柳岗镇', 100, 10, 6, '是', '是') }],
  ['counts-invalid B2', 'no such measure', { sheet: '指标数据', plant: put('B2', '99') }],
  ['counts-invalid B2', 'a numerator above its denominator', { sheet: '指标数据', plant: put('C2', 101) }],
  ['unknown-village A2', 'a village that no register lists', { sheet: '出生', plant: put('A2', '东凤村') }],
  [
    'village-repeated A3',
    'a village twice',
    { sheet: '村情', plant: add('01', '东风村', '柳岗镇', 100, 10, 5, '是', '是') },
  ],
  ['duplicate-header H1', 'a header twice', { sheet: '出生', plant: put('H1', '出生时间') }],
  ['total-disagrees E3', 'a wrong total', { sheet: '奖励优惠', plant: add('合计', null, null, null, 81, 80.5) }],
  ['after-period D2', 'a birth after the period', { sheet: '出生', plant: put('D2', '2025-07-01') }],
  ['after-period D2', 'a month after the period', { sheet: '出生', plant: put('D2', '2025年7月') }],
  ['after-period F2', 'a case closed after the period', { sheet: '信访', plant: put('F2', serial(2025, 7, 1)) }],
  ['empty-cells E1', 'an empty cell that a measure reads', { sheet: '出生', plant: put('E2', null) }],
  ['sentinel-date C2', 'a placeholder', { sheet: '育龄妇女', plant: put('C2', { serial: 0 }) }],
  ['sentinel-date F2', 'a placeholder where empty is no fault', { sheet: '节育', plant: put('F2', '1900-01-00') }],
  ['month-only D2', 'a month that may be in the window or not', { sheet: '出生', plant: put('D2', '2022年') }],
  ['hidden-part', 'a hidden sheet', { sheet: '出生', plant: () => {}, options: { hidden: true } }],
  ['hidden-part', 'a hidden row', { sheet: '出生', plant: () => {}, options: { hiddenRows: [2] } }],
  ['hidden-part', 'a hidden column', { sheet: '出生', plant: () => {}, options: { hiddenColumns: ['E'] } }],
  ['ignored-column H1', 'an unknown header', { sheet: '出生', plant: put('H1', '姓名') }],
  [
    'encoding',
    'an encoding that was guessed',
    { sheet: '出生', plant: () => {}, options: { format: 'csv', encoding: 'GB18030' } },
  ],
  [
    'csv-row-too-long H2',
    'a surplus cell',
    { sheet: '出生', plant: put('H2', '又一句'), options: { format: 'csv', encoding: 'UTF-8' } },
  ],
  [
    'csv-unclosed-quote row 2',
    'a quote that never ends',
    {
      sheet: '出生',
      plant: () => {},
      options: { format: 'csv', encoding: 'UTF-8', faults: [{ code: 'csv-unclosed-quote', row: 2 }] },
    },
  ],
  [
    'bad-encoding E2',
    'a character that cannot be read',
    {
      sheet: '出生',
      plant: put('E2', '\uFFFD'),
      options: { format: 'csv', encoding: 'UTF-8', faults: [{ code: 'bad-encoding', row: 2 }] },
    },
  ],
  [
    'bad-encoding A2',
    'the same in the name of a village',
    {
      sheet: '出生',
      plant: put('A2', '东\uFFFD村'),
      options: { format: 'csv', encoding: 'UTF-8', faults: [{ code: 'bad-encoding', row: 2 }] },
    },
  ],
  [
    'bad-encoding A1',
    'the same in a title row',
    {
      sheet: '出生',
      plant: (rows) => rows.unshift(['出\uFFFD登记册']),
      options: { format: 'csv', encoding: 'UTF-8', faults: [{ code: 'bad-encoding', row: 1 }] },
    },
  ],
  ['bad-encoding E2', 'the same in a workbook', { sheet: '出生', plant: put('E2', '女\uFFFD') }],
];

describe('a defect is told by its code, at its cell, and nothing else is said', () => {
  test.each(defects)('%s: %s', async (said, _, planted) => {
    expect(await saidWith(planted)).toEqual([said]);
  });
});

describe('defects of more than one sheet', () => {
  const births = (name: string) => sheetOf(name, clean.出生);
  const villages = sheetOf('村情', clean.村情);

  test.each<[string, readonly Sheet[]]>([
    ['register-twice 1›出生登记册', [villages, births('出生'), sheetOf('出生登记册', [clean.出生[0] ?? []])]],
    ['ignored-sheet 1›封面', [villages, births('出生'), sheetOf('封面', [['柳岗镇']])]],
    [
      'ambiguous-register 1›Sheet9',
      [villages, sheetOf('Sheet9', [['village', 'id', 'kind', 'due_date', 'done_date']])],
    ],
    [
      'ambiguous-village 1›出生 A2',
      [sheetOf('村情', [...clean.村情, ['02', '东风村', '青石镇', 100, 10, 5, '是', '是']]), births('出生')],
    ],
    ['duplicate-record 1›出生登记册 B2', [villages, births('出生'), births('出生登记册')]],
  ])('%s', async (said, sheets) => {
    const lines = saidOf((await readingOf([sheets])).report);
    expect(lines.filter((line) => !line.startsWith('register-twice') || said.startsWith('register-twice'))).toEqual([
      said,
    ]);
  });

  test('duplicate-record in another ledger', async () => {
    const { report } = await readingOf([[villages, births('出生')], [births('出生')]]);
    expect(saidOf(report)).toEqual(['duplicate-record 2›出生 B2']);
    expect(report.diagnostics.find(({ code }) => code === 'duplicate-record')?.messages.en).toContain(
      'repeats row 2 of “1 › 出生”',
    );
  });

  test('merged-value', async () => {
    const rows = [...clean.出生, ['东风村', 'B2', 'A2', null, '女', 1, '政策内']];
    const { report } = await readingOf([[villages, sheetOf('出生', rows, { merges: ['D2:D3'] })]]);
    expect(saidOf(report)).toEqual(['empty-cells 1›出生 D1', 'merged-value 1›出生 D2']);
  });
});

test('every code that a reading gives is planted somewhere', () => {
  const ofTheRun = ['absent-in-some', 'no-reference', 'over-100', 'counts-differ']; // told of figures, not of cells
  const planted = new Set(defects.map(([said]) => said.split(' ')[0]));
  const elsewhere = ['register-twice', 'ignored-sheet', 'ambiguous-register', 'ambiguous-village', 'merged-value'];
  const ofTheFile = ['beyond-limit', 'misnamed-file']; // told of bytes, of which there are none here
  expect(new Set([...planted, ...elsewhere, ...ofTheRun, ...ofTheFile])).toEqual(new Set(Object.keys(diagnosticKinds)));
});
