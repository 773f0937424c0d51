import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csv, csvCell } from '../../src/reporters/csv.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const read = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\r\n' });

test('there is one row a measure and area: the whole, the towns, the villages', () => {
  const rows = read(csv(sampleReport, screen()));
  expect(rows).toHaveLength(37 * (1 + 2 + 12));
  expect([...new Set(rows.map(({ level }) => level))]).toEqual(['total', 'town', 'village']);
});

test('a row tells all figures as plain numbers', () => {
  const [row] = read(csv(sampleReport, screen())).filter(({ measure }) => measure === '1b');
  expect(row).toEqual({
    level: 'total',
    area_code: '',
    area: '',
    town: '',
    indicator: '1',
    measure: '1b',
    name: '三年符合政策生育率',
    type: 'proportion',
    unit: '%',
    status: 'fail',
    numerator: '291',
    denominator: '302',
    unknown: '3',
    value: '96.35761589403974',
    low: '95.40983606557377',
    high: '96.39344262295081',
    interval_low: '94.40983606557377',
    interval_high: '97.39344262295081',
    threshold: '>= 97%',
    shortfall: '5',
    window: '3y',
    window_from: '2022-07-01',
    window_to: '2025-06-30',
    profile: 'district-17',
  });
});

test('what does not exist is an empty cell, never a nought', () => {
  const [row] = read(csv(sampleReport, screen())).filter(({ measure }) => measure === '12a');
  expect([row?.['numerator'], row?.['value'], row?.['shortfall']]).toEqual(['', '', '']);
});

test('the text has no byte order mark, and a line end after every row', () => {
  const text = csv(sampleReport, screen());
  expect(text.startsWith('level,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+1', "'-1+1"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A', "'＠A"],
  ['-5', '-5'], // a negative number is no formula
  ['-5.25', '-5.25'],
  ['东风村', '东风村'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['=a,"b"', '"\'=a,""b"""'],
  [-5, '-5'],
  [0, '0'],
  [null, ''],
])('the cell %j is written %s', (value, text) => {
  expect(csvCell(value)).toBe(text);
});

test('no cell of any report begins a formula', () => {
  const cells = parse(csv(hostileReport, screen()), { record_delimiter: '\r\n' }).flat();
  expect(cells.filter((cell: string) => /^[=+@＝＋－＠\t]|^-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([]);
  expect(cells).toContain('\'=cmd|"/c calc"!A1');
});
