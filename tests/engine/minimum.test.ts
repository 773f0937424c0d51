import { describe, expect, test } from 'vitest';
import { inVillage, measured, measureIn, type Row, reported } from '../ledger-of.ts';

const woman = { birth_date: '1990-01-01', marital: '已婚', method: '环' };

function women(number: number, change: Row = {}): readonly Row[] {
  return Array.from({ length: number }, () => ({ ...woman, ...change }));
}

describe('a least number of records', () => {
  const configuration = 'min_n: { 8a: 30 }';

  test.each([
    [29, 'small-sample'],
    [30, 'pass'],
  ])('of 30: %i are %s', async (number, status) => {
    expect(await measured('8a', { women: women(number) }, { configuration })).toMatchObject({
      status,
      value: 100,
      numerator: number,
    });
  });

  test('counts those in scope that are known, not those that may be', async () => {
    const some = [...women(29), ...women(5, { method: '' }), ...women(5, { marital: '' })];
    expect(await measured('8a', { women: some }, { configuration })).toMatchObject({
      status: 'small-sample',
      unknown: 10,
    });
  });

  test('shows value, bounds and interval, though there is no verdict', async () => {
    const report = await measured('8a', { women: women(10) }, { configuration });
    expect(report).toMatchObject({ status: 'small-sample', value: 100, low: 100, high: 100, shortfall: 0 });
    expect(report.interval?.[0]).toBeCloseTo(72.2467, 3);
  });

  test('can be taken away from 7a', async () => {
    const births = [{ birth_date: '2025-03-01', sex: '男', parity: 1, policy: '政策内' }];
    expect(await measured('7a', { births })).toMatchObject({ status: 'small-sample' });
    expect(await measured('7a', { births }, { configuration: 'min_n: { 7a: 0 }' })).toMatchObject({ status: 'fail' });
  });

  test('is asked of each village by itself', async () => {
    const report = await reported(
      { women: [...women(20, { village: '甲' }), ...women(30, { village: '乙' })] },
      { configuration },
    );
    expect(measureIn(report, '8a').status).toBe('pass');
    expect(inVillage(report, '甲', '8a').status).toBe('small-sample');
    expect(inVillage(report, '乙', '8a').status).toBe('pass');
  });
});
