import { describe, expect, test } from 'vitest';
import { sparkline, trendTable } from '../../src/diff/reporters/trend-table.ts';
import { trend } from '../../src/diff/trend.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { ledgerOf, type Row } from '../ledger-of.ts';

const options = { settings: defaultSettings('district-17'), limits: defaultLimits, only: null, version: '0' };
const birth = (id: string, policy: string): Row => ({
  village: '东风村',
  id,
  birth_date: '2025-01-05',
  sex: '男',
  parity: 1,
  policy,
});
const month = (name: string, ...policies: readonly string[]) =>
  ledgerOf({ births: policies.map((policy, index) => birth(`B${index}`, policy)) }, { name });

const [january, february, april] = [
  month('2025-01', '政策内', '政策外'),
  month('2025-02', '政策内', '政策内', '政策内', '政策外'),
  month('2025-04', '政策内'),
];

describe('several months', () => {
  test('stand in the order of their periods, with the change from one to the next', async () => {
    const { months, indicators } = await trend([april, january, february], options);
    const points = indicators[0]?.measures.find(({ id }) => id === '1b')?.points;
    expect(months.map(({ period }) => period.to)).toEqual(['2025-01-31', '2025-02-28', '2025-04-30']);
    expect(points?.map(({ value, change, status }) => [value, change, status])).toEqual([
      [50, null, 'fail'],
      [75, 25, 'fail'],
      [100, 25, 'pass'],
    ]);
  });

  test('tell of those that are missing in between', async () => {
    expect((await trend([january, april], options)).missing).toEqual(['2025-02', '2025-03']);
    expect((await trend([january, february], options)).missing).toEqual([]);
    expect((await trend([april], options)).missing).toEqual([]);
  });

  test('may come in several ledgers a month', async () => {
    const other = ledgerOf({ births: [{ ...birth('B9', '政策外'), village: '红旗村' }] }, { name: '2025-04红旗' });
    const { months, indicators } = await trend([april, other], options);
    expect(months).toHaveLength(1);
    expect(indicators[0]?.measures[1]?.points[0]).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('each tell their month, or are refused', async () => {
    await expect(trend([january, month('台账', '政策内')], options)).rejects.toThrow(UsageError);
  });

  test('are a line a measure on the screen', async () => {
    const screen = {
      language: 'en',
      columns: 120,
      colour: false,
      by: 'total',
      verbosity: 'normal',
      configuration: null,
    } as const;
    const text = trendTable(await trend([january, february, april], options), screen);
    expect(text).toContain('There is no ledger of 2025-03 in between.');
    expect(text).toMatch(/^1b .*50\.00% +75\.00% +100\.00% +\+25 {2}▁▅█$/m);
    expect(text).not.toContain('Technical accidents');
    const noData = trendTable(await trend([january], { ...options, only: ['2'] }), screen);
    expect(noData).not.toMatch(/\n\n\n/);
  });
});

test.each([
  [[1, 2, 3], '▁▅█'],
  [[3, null, 1], '█ ▁'],
  [[2, 2], '▅▅'],
  [[null], ''],
])('the bars of %j are “%s”', (values, bars) => {
  expect(sparkline(values)).toBe(bars);
});
