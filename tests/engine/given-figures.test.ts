import { describe, expect, test } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { diagnosed, inVillage, ledgerOf, measured, measureIn, type Row, reported } from '../ledger-of.ts';

const day = '2025-03-01';
const method = { kind: '上环', due_date: day, done_date: day };
const birth = { birth_date: day, sex: '男', parity: 1, policy: '政策内' };

function row(measure: MeasureId, numerator: number | string, denominator: number | string = '', village = ''): Row {
  return { measure, numerator, denominator, village };
}

describe('given figures stand for records', () => {
  const counts = [row('9a', 90, 100)];
  const given = { numerator: 90, denominator: 100, unknown: 0, status: 'fail', shortfall: 5 };
  const own = { numerator: 1, denominator: 1, status: 'pass' };

  test('where the register is absent', async () => {
    expect(await measured('9a', { counts })).toMatchObject(given);
  });

  test('where it has no rows', async () => {
    expect(await measured('9a', { counts, procedures: [] })).toMatchObject(given);
  });

  test('where an optional column that the measure reads is absent', async () => {
    const without = ledgerOf({ counts, procedures: [method] }, { without: ['procedures.due_date'] });
    expect(await measured('9a', [without])).toMatchObject(given);
  });

  test('not where one is absent that it does not read', async () => {
    const without = ledgerOf({ counts, procedures: [method] }, { without: ['procedures.complication'] });
    expect(await measured('9a', [without])).toMatchObject(own);
  });

  test('not where the register has a row, be it empty of answers', async () => {
    const procedures = [{ kind: '上环', due_date: '', done_date: '' }];
    expect(await measured('9a', { counts, procedures })).toMatchObject({ numerator: 0, denominator: 0, unknown: 1 });
  });

  test('not where its only rows repeat those of another ledger', async () => {
    const procedures = [{ ...method, id: 'M1' }];
    const ledgers = [ledgerOf({ procedures }), ledgerOf({ procedures, counts })];
    expect(await measured('9a', ledgers)).toMatchObject(own);
  });

  test('where one register of a ratio has no rows, though the other has', async () => {
    const tables = { counts: [row('8c', 1, 4)], procedures: [], births: [birth] };
    expect(await measured('8c', tables)).toMatchObject({ numerator: 1, denominator: 4 });
  });

  test('not for another ledger, which gives none', async () => {
    const ledgers = [ledgerOf({ births: [birth] }), ledgerOf({ counts })];
    expect(await measured('9a', ledgers)).toMatchObject({ ...given, coverage: { ledgers: 1, of: 2 } });
  });

  test('not where a row of its own stands beside one that repeats another ledger’s', async () => {
    const [first, second] = [
      { ...method, id: 'M1' },
      { ...method, id: 'M2' },
    ];
    const ledgers = [ledgerOf({ procedures: [first] }), ledgerOf({ procedures: [first, second], counts })];
    expect(await measured('9a', ledgers)).toMatchObject({ numerator: 2, denominator: 2 });
  });

  test('beside the plan of a village that another ledger lists too', async () => {
    const villages = [{ code: '990101', name: '甲', planned_births: 10 }];
    const ledgers = [
      ledgerOf({ villages, births: [{ ...birth, village: '甲' }] }),
      ledgerOf({ villages, counts: [row('1a', 2, 5, '甲')] }),
    ];
    expect(await measured('1a', ledgers)).toMatchObject({ numerator: 3, denominator: 15, unknown: 0 });
  });

  test('without the plan of the ledger whose records they replace, in whichever order the ledgers come', async () => {
    const counting = ledgerOf({
      villages: [{ code: '990101', name: '甲', planned_births: 11 }],
      births: [],
      counts: [row('1a', 9, 8, '甲')],
    });
    const listing = ledgerOf(
      { villages: [{ code: '990101', name: '甲', town: '东镇' }], births: [] },
      { without: ['villages.planned_births'] },
    );
    const born = ledgerOf(
      { villages: [{ code: '990101', name: '甲' }], births: [{ ...birth, village: '甲' }] },
      { without: ['villages.planned_births'] },
    );
    const planned = ledgerOf({ villages: [{ code: '990101', name: '甲', planned_births: 11 }], births: [] });
    for (const ledgers of [
      [counting, listing],
      [listing, counting],
    ])
      expect(await measured('1a', ledgers)).toMatchObject({ numerator: 9, denominator: 8, unknown: 0, status: 'fail' });
    expect(await measured('1a', [counting, born])).toMatchObject({ numerator: 9, denominator: 8, unknown: 1, low: 0 });
    expect(await measured('1a', [counting, born, planned])).toMatchObject({
      numerator: 10,
      denominator: 19,
      unknown: 0,
    });
  });

  test('beside the records of other ledgers, with which they add up', async () => {
    const ledgers = [ledgerOf({ procedures: [method] }), ledgerOf({ counts })];
    expect(await measured('9a', ledgers)).toMatchObject({
      numerator: 91,
      denominator: 101,
      coverage: { ledgers: 2, of: 2 },
    });
  });

  test('village by village, the others having nothing', async () => {
    const villages = [
      { code: '990101', name: '甲' },
      { code: '990102', name: '乙' },
    ];
    const report = await reported({ villages, counts: [row('9a', 90, 100, '甲'), row('9a', 9, 10, '990101')] });
    expect(inVillage(report, '甲', '9a')).toMatchObject({ numerator: 99, denominator: 110, status: 'fail' });
    expect(inVillage(report, '乙', '9a')).toMatchObject({ numerator: 0, denominator: 0, status: 'not-applicable' });
  });

  test('on both sides of a ratio', async () => {
    const tables = { births: [birth, birth], counts: [row('8c', 2, 10)] };
    expect(await measured('8c', tables)).toMatchObject({ numerator: 2, denominator: 10 });
    const villages = [{ code: '990101', name: '甲', planned_births: '' }];
    const plan = ledgerOf(
      { births: [birth], villages, counts: [row('1a', 8, 10)] },
      { without: ['villages.planned_births'] },
    );
    const report = await reported([plan]);
    expect(measureIn(report, '1a')).toMatchObject({ numerator: 8, denominator: 10, unknown: 0 });
    expect(diagnosed(report, 'no-reference')).toEqual([]);
  });

  test('of a number of events without a denominator, which is not read', async () => {
    expect(await measured('9d', { counts: [row('9d', 0)] })).toMatchObject({
      numerator: 0,
      denominator: null,
      status: 'pass',
    });
    expect(await measured('9d', { counts: [row('9d', 2, 7)] })).toMatchObject({
      numerator: 2,
      denominator: null,
      value: 2,
    });
  });

  test('exactly: a third of 0.3 is a third', async () => {
    expect(await measured('17b', { counts: [row('17b', '0.1', '0.3')] })).toMatchObject({ value: 100 / 3 });
  });

  test('whatever the case of the id', async () => {
    expect(await measured('9a', { counts: [{ ...row('9a', 1, 2), measure: '9A' }] })).toMatchObject({ numerator: 1 });
  });
});

describe('8b and 9a are one measure', () => {
  test.each<[string, readonly Row[], readonly string[]]>([
    ['8b', [row('8b', 90, 100)], []],
    ['9a', [row('9a', 90, 100)], []],
    [
      '9a before 8b',
      [row('8b', 80, 100), row('9a', 90, 100)],
      ['指标数据 for 8b: it is the same measure as 9a, which has a row of its own: this one is not used.'],
    ],
  ])('given as %s, both show it', async (_, counts, differing) => {
    const report = await reported({ counts });
    for (const id of ['8b', '9a'] as const)
      expect(measureIn(report, id)).toMatchObject({ numerator: 90, denominator: 100, status: 'fail' });
    expect(diagnosed(report, 'counts-differ').map(({ messages }) => messages.en)).toEqual(differing);
  });

  test('each village may give it by its own number', async () => {
    const counts = [row('8b', 1, 2, '甲'), row('9a', 3, 4, '乙')];
    expect(await measured('8b', { counts })).toMatchObject({ numerator: 4, denominator: 6 });
  });
});

describe('a row that cannot be used is an error, and left out', () => {
  test.each<[string, Row, string]>([
    ['an id that is none', row('9z' as MeasureId, 1, 2), 'no measure has this id'],
    ['no id', { numerator: 1, denominator: 2 }, 'no measure has this id'],
    ['more above than below', row('9a', 3, 2), 'the numerator is above the denominator'],
    ['a negative number', row('9a', -1, 2), 'a number is negative'],
    ['a negative number below', row('1a', 1, -2), 'a number is negative'],
    ['nothing below', row('9a', 1), 'the denominator is missing'],
    ['something not known below', row('9a', 1, '不详'), 'the denominator is missing'],
    ['something not known above', row('9a', '不详', 1), 'the numerator is not known'],
  ])('%s', async (_, counts, problem) => {
    const report = await reported({ counts: [counts] });
    expect(diagnosed(report, 'counts-invalid').map(({ messages }) => messages.en)).toEqual([
      `This row of 指标数据 cannot be used: ${problem}.`,
    ]);
    expect(report.summary.errors).toBe(1);
    expect(measureIn(report, '9a').status).toBe('no-data');
  });

  test('also where whose it is is not known either', async () => {
    const villages = [
      { code: '990101', name: '甲' },
      { code: '990102', name: '甲' },
    ];
    const report = await reported({ villages, counts: [row('9a', 3, 2, '甲')] });
    expect(diagnosed(report, 'counts-invalid')).toMatchObject([{ row: 2 }]);
    expect(diagnosed(report, 'ambiguous-village')).toMatchObject([{ row: 2 }]);
  });

  test('told at the id', async () => {
    const report = await reported({ counts: [row('9a', 3, 2)] });
    expect(diagnosed(report, 'counts-invalid')).toMatchObject([{ row: 2, column: 'measure' }]);
  });

  test('a cell that cannot be read is told once', async () => {
    const report = await reported({ counts: [row('9a', '95%', 100)] });
    expect(report.diagnostics.map(({ code }) => code)).toContain('invalid-number');
    expect(report.summary.errors).toBe(1);
    expect(measureIn(report, '9a').status).toBe('no-data');
  });

  test('a cell that cannot be read is told once, whichever ledger and sheet it stands in', async () => {
    const ledgers = [
      ledgerOf({ births: [], procedures: [] }),
      ledgerOf({ births: [], counts: [row('9a', '95%', 100)] }),
    ];
    expect((await reported(ledgers)).summary.errors).toBe(1);
  });

  test('a cell that cannot be read leaves what is wrong with other rows to be told', async () => {
    const report = await reported({ counts: [row('9a', '95%', 100), row('9b', 3, 2)] });
    expect(diagnosed(report, 'counts-invalid')).toMatchObject([{ row: 3 }]);
    expect(report.summary.errors).toBe(2);
  });

  test.each<[string, Row]>([
    ['as much above as below', row('9a', 2, 2)],
    ['a ratio above one', row('1a', 3, 2)],
    ['a sum above one', row('17b', 3, 2)],
    ['nothing of nothing', row('9a', 0, 0)],
  ])('but not %s', async (_, counts) => {
    expect((await reported({ counts: [counts] })).summary.errors).toBe(0);
  });

  test('a row without a numerator is blank', async () => {
    const report = await reported({ counts: [row('9a', '', 100)] });
    expect(report.summary.errors).toBe(0);
    expect(measureIn(report, '9a').status).toBe('no-data');
  });
});
