import { describe, expect, test } from 'vitest';
import { diagnosed, inVillage, ledgerOf, measureIn, type Row, reported } from '../ledger-of.ts';

const birth = { birth_date: '2025-03-01', sex: '男', parity: 1, policy: '政策内' };

function born(...villages: readonly string[]): readonly Row[] {
  return villages.map((village) => ({ ...birth, village }));
}

const planned = { code: '990101', name: '甲', planned_births: 10, married_women: 5 };
const unplanned = { code: '990102', name: '乙', planned_births: '', married_women: 5 };

describe('births of a village without a plan', () => {
  test('leave both sides, with a warning at the empty cell', async () => {
    const villages = [{ ...planned, planned_births: 2 }, unplanned];
    const report = await reported({ villages, births: born('甲', '甲', '乙') });
    expect(measureIn(report, '1a')).toMatchObject({
      status: 'undetermined',
      numerator: 2,
      denominator: 2,
      unknown: 1,
      value: 100,
      low: 0,
      high: 150,
    });
    expect(inVillage(report, '乙', '1a')).toMatchObject({
      status: 'undetermined',
      numerator: 0,
      denominator: 0,
      unknown: 1,
      value: null,
      low: 0,
      high: null,
    });
    expect(diagnosed(report, 'no-reference')).toMatchObject([
      { sheet: 'villages', row: 3, column: 'planned_births', severity: 'warning', decides: ['1a'] },
    ]);
  });

  test('are warned of even where nobody was born', async () => {
    const report = await reported({ villages: [planned, unplanned], births: born('甲') });
    expect(measureIn(report, '1a')).toMatchObject({ status: 'pass', numerator: 1, denominator: 10, low: 10, high: 10 });
    expect(diagnosed(report, 'no-reference')).toHaveLength(1);
  });

  test('are those of a village that no register lists, and of none at all', async () => {
    const report = await reported({
      villages: [planned, { ...planned, code: '990103', name: '丙' }],
      births: born('甲', '丁', ''),
    });
    expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 20, unknown: 2, low: 0, high: 15 });
    expect(inVillage(report, '丁', '1a')).toMatchObject({ numerator: 0, unknown: 1, low: 0, high: null });
    expect(inVillage(report, '(未注明)', '1a')).toMatchObject({ numerator: 0, unknown: 1, low: 0, high: null });
    expect(diagnosed(report, 'no-reference').map(({ messages }) => messages.en)).toEqual([
      'Measure 1a: “丁” has no “人口计划出生数”, so its records can only count as possible.',
      'Measure 1a: “(未注明)” has no “人口计划出生数”, so its records can only count as possible.',
    ]);
  });

  test('are those of rows that name no village, as a total without its label', async () => {
    const villages = [{ ...planned, planned_births: 5 }, { planned_births: 5 }];
    const report = await reported({ villages, births: born('甲', '甲', '甲', '甲', '甲', '甲') });
    expect(measureIn(report, '1a')).toMatchObject({
      status: 'fail',
      numerator: 6,
      denominator: 5,
      low: 120,
      high: 120,
    });
    expect(diagnosed(report, 'no-reference')).toMatchObject([{ sheet: 'villages', row: 3 }]);
    const unnamed = await reported({ villages: [planned, planned, { planned_births: 10 }], births: born('甲', '') });
    expect(measureIn(unnamed, '1a')).toMatchObject({ numerator: 1, denominator: 10, unknown: 1, low: 0, high: 20 });
  });

  test('are those of a village whose ledger lacks the column', async () => {
    const one = ledgerOf({ villages: [planned], births: born('甲') });
    const other = ledgerOf({ villages: [unplanned], births: born('乙') }, { without: ['villages.planned_births'] });
    const report = await reported([one, other]);
    expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 10, unknown: 1, low: 0, high: 20 });
    expect(diagnosed(report, 'no-reference')).toMatchObject([{ row: 2, column: null }]);
  });

  test('but not where another ledger tells the plan of that village', async () => {
    const one = ledgerOf(
      { villages: [{ ...planned, town: '东镇' }], births: born('甲') },
      { without: ['villages.planned_births'] },
    );
    const other = ledgerOf({ villages: [planned] });
    const report = await reported([one, other]);
    expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 10, unknown: 0 });
    expect(diagnosed(report, 'no-reference')).toEqual([]);
    expect(diagnosed(report, 'village-conflict')).toEqual([]);
  });

  test('count once as unknown where their date is not known either', async () => {
    const births = [{ ...birth, birth_date: '', village: '乙' }];
    expect(measureIn(await reported({ villages: [planned, unplanned], births }), '1a')).toMatchObject({ unknown: 1 });
  });
});

describe('women of a village without its number', () => {
  const woman = { birth_date: '1990-01-01', marital: '已婚', method: '环' };
  const uncounted = { ...unplanned, married_women: '' };

  test('leave both sides of the coverage', async () => {
    const women = [
      { ...woman, village: '甲' },
      { ...woman, village: '乙' },
      { ...woman, village: '乙', marital: '' },
    ];
    const report = await reported({ villages: [planned, uncounted], women });
    expect(measureIn(report, '15c')).toMatchObject({
      numerator: 1,
      denominator: 5,
      unknown: 2,
      value: 20,
      low: 0,
      high: 60,
    });
    expect(diagnosed(report, 'no-reference')).toMatchObject([{ column: 'married_women' }]);
  });
});

describe('more women than the village counts', () => {
  const women = Array.from({ length: 6 }, () => ({
    birth_date: '1990-01-01',
    marital: '已婚',
    method: '环',
    village: '甲',
  }));

  test('are not capped, and warned of: for the whole, and for the village', async () => {
    const report = await reported({ villages: [planned], women });
    expect(measureIn(report, '15c')).toMatchObject({ status: 'pass', value: 120 });
    expect(diagnosed(report, 'over-100').map(({ message }) => message.slice(0, message.indexOf('：')))).toEqual([
      '指标 15c 超过 100 %',
      '“甲”的指标 15c 超过 100 %',
    ]);
  });

  test('100 % is not', async () => {
    const report = await reported({ villages: [planned], women: women.slice(1) });
    expect(measureIn(report, '15c').value).toBe(100);
    expect(diagnosed(report, 'over-100')).toEqual([]);
  });

  test('nor are more births than planned', async () => {
    const report = await reported({ villages: [{ ...planned, planned_births: 1 }], births: born('甲', '甲') });
    expect(measureIn(report, '1a').value).toBe(200);
    expect(diagnosed(report, 'over-100')).toEqual([]);
  });
});
