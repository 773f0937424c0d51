import { describe, expect, test } from 'vitest';
import { ledgerOf, measured, type Row, tallied } from '../ledger-of.ts';
import { standings } from './standing.ts';

describe('10b, men among persons served', () => {
  standings('10b', { register: 'services', plain: { date: '2025-03-01', item: '咨询', sex: '男' } }, [
    [{}, 'hit'],
    [{ sex: '女' }, 'miss'],
    [{ sex: '' }, 'open'],
    [{ sex: '9' }, 'open'],
    [{ sex: '见附件' }, 'open'],
    [{ date: '2024-12-31' }, 'outside'],
    [{ date: '2025-01-01' }, 'hit'],
    [{ date: '2025-06-30' }, 'hit'],
    [{ date: '2025-07-01' }, 'outside'],
    [{ date: '2025年1月' }, 'hit'],
    [{ date: '2025年' }, 'may hit'],
    [{ date: '' }, 'may hit'],
    [{ date: '不详' }, 'may hit'],
    [{ date: '2025-02-30' }, 'may hit'],
    [{ date: '', sex: '女' }, 'may miss'],
    [{ date: '', sex: '' }, 'may'],
  ]);

  const served = (...rows: readonly Row[]) => ({
    services: rows.map((row) => ({ date: '2025-03-01', item: '咨询', person_id: 'P1', ...row })),
  });
  const man = { sex: '男' };
  const woman = { sex: '女' };
  test.each<readonly [string, readonly Row[], object]>([
    ['two visits are one person', [man, man], { n: 1, d: 1 }],
    ['two ids are two', [man, { ...man, person_id: 'P2' }], { n: 2, d: 2 }],
    ['ids are compared case and all', [man, { ...man, person_id: 'p1' }], { n: 2, d: 2 }],
    [
      'one id in two villages is two',
      [
        { ...man, village: '甲' },
        { ...man, village: '乙' },
      ],
      { n: 2, d: 2 },
    ],
    [
      'without an id each record is one',
      [
        { ...man, person_id: '' },
        { ...man, person_id: '' },
      ],
      { n: 2, d: 2 },
    ],
    [
      '暂无 is no id',
      [
        { ...man, person_id: '暂无' },
        { ...man, person_id: '暂无' },
      ],
      { n: 2, d: 2 },
    ],
    [
      '待查 is no id',
      [
        { ...man, person_id: '待查' },
        { ...man, person_id: '待查' },
      ],
      { n: 2, d: 2 },
    ],
    ['the first sex that is known', [{ sex: '' }, man, woman], { n: 1, d: 1, u: 0 }],
    ['the first sex, not the next', [woman, man], { n: 0, d: 1 }],
    ['no sex at all', [{ sex: '' }, { sex: '不详' }], { n: 0, d: 0, u: 1 }],
    ['in scope by one visit', [{ ...man, date: '2024-12-31' }, man], { n: 1, d: 1, x: 0 }],
    ['in scope by the first of two visits', [man, { ...man, date: '2024-12-31' }], { n: 1, d: 1, x: 0 }],
    [
      'perhaps in scope by the second of two visits',
      [
        { ...man, date: '2024-12-31' },
        { ...man, date: '' },
      ],
      { d: 0, xt: 1, xf: 0, x: 1 },
    ],
    ['the sex of a visit of another year', [{ ...man, date: '2024-12-31' }, { sex: '' }], { n: 1, d: 1, u: 0 }],
    ['in scope, though one day is not known', [{ ...man, date: '' }, man], { n: 1, d: 1, x: 0 }],
    [
      'perhaps in scope',
      [
        { ...man, date: '' },
        { ...man, date: '2024-12-31' },
      ],
      { d: 0, xt: 1, xf: 0, x: 1 },
    ],
    [
      'out of scope',
      [
        { ...man, date: '2024-12-31' },
        { ...man, date: '2025-07-01' },
      ],
      { d: 0, u: 0, x: 0 },
    ],
  ])('%s', async (_, rows, counts) => {
    expect(await tallied('10b', served(...rows))).toMatchObject(counts);
  });

  test('without the column of persons each record is one', async () => {
    const ledger = ledgerOf(served(man, man), { without: ['services.person_id'] });
    expect(await measured('10b', [ledger])).toMatchObject({ numerator: 2, denominator: 2, status: 'pass' });
  });

  test.each([
    ['first', [man, { sex: '' }]],
    ['last', [{ sex: '' }, man]],
  ])('a person seen in two ledgers is one: the %s knows the sex', async (_, rows) => {
    const ledgers = rows.map((row) => ledgerOf(served(row)));
    expect(await measured('10b', ledgers)).toMatchObject({ numerator: 1, denominator: 1, unknown: 0 });
  });
});
