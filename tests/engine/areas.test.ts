import { describe, expect, test } from 'vitest';
import { inVillage, measureIn, type Row, reported } from '../ledger-of.ts';

const east = { code: '990101', name: '东村', town: '青镇' };
const west = { code: '990102', name: '西村', town: '青镇' };
const north = { code: '990203', name: '北村', town: '柳镇' };

function staff(...villages: readonly string[]): readonly Row[] {
  return villages.map((village) => ({ village, pay_due: 1, pay_paid: 1 }));
}

describe('areas in a report', () => {
  test('come by code, then name, in code points; those without a code last', async () => {
    const { areas } = await reported({ villages: [north, west, east], staff: staff('𠀀村', '丙村', '乙村', '') });
    expect(areas.map(({ code, name }) => code ?? name)).toEqual([
      '990101',
      '990102',
      '990203',
      '(未注明)',
      '丙村',
      '乙村',
      '𠀀村',
    ]);
  });

  test('add up to towns, and to the whole', async () => {
    const report = await reported({ villages: [east, west, north], staff: staff('东村', '西村', '西村', '北村', '') });
    expect(report.towns.map(({ name, measures }) => [name, measures['16']?.denominator])).toEqual([
      ['(未注明)', 1],
      ['柳镇', 1],
      ['青镇', 3],
    ]);
    expect(measureIn(report, '16').denominator).toBe(5);
  });

  test('are judged by their own numbers: what fails in a village may pass in the whole', async () => {
    const paid = Array.from({ length: 9 }, () => ({ village: '东村', direction: '流入', served: '是' }));
    const report = await reported({
      villages: [east, west],
      migrants: [...paid, { village: '西村', direction: '流入', served: '否' }],
    });
    expect(measureIn(report, '14b')).toMatchObject({ status: 'pass', value: 90 });
    expect(inVillage(report, '西村', '14b')).toMatchObject({ status: 'fail', value: 0 });
    expect(inVillage(report, '西村', '14a')).toMatchObject({
      status: 'not-applicable',
      numerator: 0,
      denominator: 0,
      value: null,
    });
  });
});
