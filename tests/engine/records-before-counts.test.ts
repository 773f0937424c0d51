import { describe, expect, test } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { diagnosed, ledgerOf, measured, type Row, reported, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';
const method = { kind: '上环', due_date: day, done_date: day };

function row(measure: MeasureId, numerator: number | string, denominator: number | string = '', village = ''): Row {
  return { measure, numerator, denominator, village };
}

describe('where the records can give what counts give they do', () => {
  const procedures = [{ ...method, village: '甲' }];
  const warned = async (tables: Tables) =>
    diagnosed(await reported(tables), 'counts-differ').map(({ messages }) => messages.en);

  test('without a word where both are the same', async () => {
    expect(await warned({ procedures, counts: [row('9a', 1, 1, '甲')] })).toEqual([]);
    expect(await warned({ incidents: [], procedures, counts: [row('8b', 1, 1, '甲')] })).toEqual([]);
  });

  test('with a warning where they differ', async () => {
    const tables = { procedures, counts: [row('9a', 1, 2, '甲')] };
    expect(await warned(tables)).toEqual([
      '指标数据 for 9a: it differs from the records of the registers, which are used.',
    ]);
    expect(await measured('9a', tables)).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('at the number above', async () => {
    const report = await reported({ procedures, counts: [row('9a', 1, 2, '甲')] });
    expect(diagnosed(report, 'counts-differ')).toMatchObject([{ row: 2, column: 'numerator' }]);
  });

  test('with one warning, though several rows add up', async () => {
    expect(await warned({ procedures, counts: [row('9a', 1, 2, '甲'), row('9a', 1, 2, '甲')] })).toHaveLength(1);
    expect(await warned({ procedures, counts: [row('9a', 1, 1, '甲'), row('9a', 0, 0, '甲')] })).toEqual([]);
  });

  test('with a warning for each village that only the given figures name', async () => {
    const tables = { procedures, counts: [row('9a', 1, 1, '乙'), row('9a', 1, 1, '丙')] };
    expect(await warned(tables)).toEqual(
      Array(2).fill('指标数据 for 9a: the registers have no record of this village, so it is not used.'),
    );
    expect(await measured('9a', tables)).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test.each([
    ['in the number above alone', day, 0],
    ['where no record hits', '', 1],
    ['where no record is known', '不详', 1],
  ])('with a warning where they differ %s', async (_, done_date, numerator) => {
    const records = [{ ...method, done_date, village: '甲' }];
    expect(await warned({ procedures: records, counts: [row('9a', numerator, 1, '甲')] })).toEqual([
      '指标数据 for 9a: it differs from the records of the registers, which are used.',
    ]);
  });

  test('with a warning of events in a village that has none on record', async () => {
    const incidents = [{ kind: '技术服务事故', date: day, village: '甲' }];
    expect(await warned({ incidents, counts: [row('9d', 1, '', '乙')] })).toEqual([
      '指标数据 for 9d: the registers have no record of this village, so it is not used.',
    ]);
  });

  test('ledger by ledger: those of another do not differ', async () => {
    const ledgers = [ledgerOf({ procedures }), ledgerOf({ procedures, counts: [row('9a', 1, 1, '甲')] })];
    expect(diagnosed(await reported(ledgers), 'counts-differ')).toEqual([]);
  });

  test('money is compared in yuan', async () => {
    const benefits = [{ due_date: day, amount_due: '100.50', amount_paid: '50.25' }];
    expect(await warned({ benefits, counts: [row('3b', '50.25', '100.5')] })).toEqual([]);
  });
});
