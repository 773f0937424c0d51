import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/engine/period.ts';
import { windowRange } from '../../src/engine/windows.ts';
import { isoDate } from '../../src/model/day.ts';
import type { WindowKind } from '../../src/model/report.ts';
import { measured, type Row, reported, tallied } from '../ledger-of.ts';

function range(
  kind: WindowKind,
  end: string,
  [month, date]: readonly [number, number] = [1, 1],
): readonly string[] | null {
  const last = parsePeriod(end);
  if (last === undefined) throw new Error(`${end} is no period.`);
  const window = windowRange(kind, last, { month, date });
  return window === null ? null : [isoDate(window.first), isoDate(window.last)];
}

describe('the year runs from its start on or before P, to P', () => {
  test.each([
    ['2025-06', [1, 1], '2025-01-01', '2025-06-30'],
    ['2025', [1, 1], '2025-01-01', '2025-12-31'],
    ['2025-01-01', [1, 1], '2025-01-01', '2025-01-01'],
    ['2025-06', [10, 1], '2024-10-01', '2025-06-30'],
    ['2025-09-30', [10, 1], '2024-10-01', '2025-09-30'],
    ['2025-10-01', [10, 1], '2025-10-01', '2025-10-01'],
    ['2025-12', [10, 1], '2025-10-01', '2025-12-31'],
    ['2024-02-29', [3, 1], '2023-03-01', '2024-02-29'],
  ] as const)('P %s, year of %o: %s to %s', (end, start, first, last) => {
    expect(range('year', end, start)).toEqual([first, last]);
  });
});

describe('three years end with P', () => {
  test.each([
    ['2025-06', '2022-07-01', '2025-06-30'],
    ['2024-02', '2021-03-01', '2024-02-29'],
    ['2025-02', '2022-03-01', '2025-02-28'],
    ['2027-02', '2024-03-01', '2027-02-28'],
    ['2024-02-28', '2021-02-28', '2024-02-28'],
    ['2025-06-15', '2022-06-16', '2025-06-15'],
    ['2025-12', '2023-01-01', '2025-12-31'],
  ])('P %s: %s to %s', (end, first, last) => {
    expect(range('3y', end)).toEqual([first, last]);
    expect(range('3y', end, [10, 1])).toEqual([first, last]);
  });
});

test('a stock has no window', () => {
  expect(range('stock', '2025-06')).toBeNull();
});

describe('in a report', () => {
  const october = 'year_start: "10-01"';

  test.each([
    ['2024-09-30', 0],
    ['2024-10-01', 1],
    ['2025-06-30', 1],
    ['2025-07-01', 0],
  ])('a year from October counts a service of %s %i times', async (date, times) => {
    const services: readonly Row[] = [{ date, item: '药具', free: '是' }];
    expect(await tallied('4', { services }, { configuration: october })).toMatchObject({ d: times });
  });

  test('the year’s first day stands in the period and the windows', async () => {
    const report = await reported({ births: [] }, { configuration: october });
    expect(report.period).toEqual({ from: '2024-10-01', to: '2025-06-30', origin: 'option' });
    const windows = Object.fromEntries(
      report.indicators.flatMap(({ measures }) => measures).map(({ id, window }) => [id, window]),
    );
    expect(windows).toMatchObject({
      '1a': { kind: 'year', from: '2024-10-01', to: '2025-06-30' },
      '1b': { kind: '3y', from: '2022-07-01', to: '2025-06-30' },
      '5': { kind: 'stock', from: null, to: '2025-06-30' },
    });
  });

  test.each([
    ['2022-07-01', 'year', 0],
    ['2024-12-31', 'year', 0],
    ['2025-01-01', 'year', 1],
    ['2022-07-01', '3y', 1],
  ])('a birth of %s, counted by %s: %i', async (birth_date, window, times) => {
    const births: readonly Row[] = [{ birth_date, sex: '男', parity: 1, policy: '政策内' }];
    expect(await tallied('1b', { births }, { configuration: `windows: { 1b: ${window} }` })).toMatchObject({
      d: times,
    });
  });

  test('a window other than its own takes the three years out of a measure’s name', async () => {
    const births = { births: [] };
    expect(await measured('1b', births)).toMatchObject({
      names: { zh: '三年符合政策生育率', en: 'Births within policy, three years' },
    });
    expect(await measured('1b', births, { configuration: 'windows: { 1b: year }' })).toMatchObject({
      name: '年度符合政策生育率',
      names: { zh: '年度符合政策生育率', en: 'Births within policy, this year' },
    });
  });

  test('8b and 9a share a window', async () => {
    const procedures: readonly Row[] = [{ kind: '上环', due_date: '2024-12-31', done_date: '2024-12-31' }];
    const options = { configuration: 'windows: { 8b: 3y }' };
    expect(await measured('9a', { procedures }, options)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await measured('8b', { procedures }, options)).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
