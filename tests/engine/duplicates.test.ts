import { describe, expect, test } from 'vitest';
import { diagnosed, ledgerOf, measureIn, type Row, reported, type Tables } from '../ledger-of.ts';

const villages = [
  { code: '990101', name: '东村' },
  { code: '990102', name: '西村' },
];
const survey = { date: '2025-03-01', group: '群众', satisfied: '满意', village: '东村' };

function surveys(...changes: readonly Row[]): Tables {
  return { villages, surveys: changes.map((change) => ({ ...survey, ...change })) };
}

async function counted(tables: Tables) {
  const report = await reported(tables);
  return [measureIn(report, '2').denominator, diagnosed(report, 'duplicate-record').length];
}

describe('records of one register, one village and one id are duplicates', () => {
  test.each<[string, readonly Row[], readonly [number, number]]>([
    ['the same id', [{ id: 'S1' }, { id: 'S1' }], [1, 1]],
    ['three times', [{ id: 'S1' }, { id: 'S1' }, { id: 'S1' }], [1, 2]],
    ['whatever else they say', [{ id: 'S1' }, { id: 'S1', satisfied: '否' }], [1, 1]],
    ['the village by name and by code', [{ id: 'S1' }, { id: 'S1', village: '990101' }], [1, 1]],
    ['the id in full width', [{ id: 'S1' }, { id: 'Ｓ１' }], [1, 1]],
    ['another village', [{ id: 'S1' }, { id: 'S1', village: '西村' }], [2, 0]],
    ['another id', [{ id: 'S1' }, { id: 'S2' }], [2, 0]],
    ['another case', [{ id: 'S1' }, { id: 's1' }], [2, 0]],
    ['no id', [{ id: '' }, { id: '' }], [2, 0]],
    ['an id that says nothing', [{ id: '暂无' }, { id: '暂无' }], [2, 0]],
    ['an id not known', [{ id: '不详' }, { id: '不详' }], [2, 0]],
    [
      'of no village',
      [
        { id: 'S1', village: '' },
        { id: 'S1', village: '' },
      ],
      [1, 1],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await counted(surveys(...changes))).toEqual(expected);
  });

  test('not of two registers', async () => {
    const migrants = [{ village: '东村', id: 'S1', direction: '流出', served: '是' }];
    const report = await reported({ ...surveys({ id: 'S1' }), migrants });
    expect(diagnosed(report, 'duplicate-record')).toEqual([]);
  });

  test('the first is kept, and the error stands on the id of the other', async () => {
    const report = await reported(surveys({ id: 'S1' }, { id: 'S1', satisfied: '否' }));
    expect(measureIn(report, '2')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(diagnosed(report, 'duplicate-record')).toMatchObject([{ severity: 'error', row: 3, column: 'id' }]);
    expect(report.ledgers[0]?.sheets.find(({ register }) => register === 'surveys')).toMatchObject({
      rows: 2,
      read: 1,
      skipped: { duplicate: 1 },
    });
  });
});

describe('in two ledgers', () => {
  const [first, second] = [surveys({ id: 'S1' }), surveys({ id: 'S1', satisfied: '否' }, { id: 'S2' })];

  test('the one of the first argument is kept', async () => {
    const report = await reported([ledgerOf(first, { name: 'first' }), ledgerOf(second, { name: 'second' })]);
    expect(measureIn(report, '2')).toMatchObject({ numerator: 2, denominator: 2 });
    expect(diagnosed(report, 'duplicate-record')).toMatchObject([{ file: 'second/surveys.csv', row: 2 }]);
    const turned = await reported([ledgerOf(second, { name: 'second' }), ledgerOf(first, { name: 'first' })]);
    expect(measureIn(turned, '2')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('a village known by its code in one and by its name in the other is one', async () => {
    const other = { surveys: [{ ...survey, id: 'S1', village: '990101' }] };
    expect(measureIn(await reported([ledgerOf(first), ledgerOf(other)]), '2')).toMatchObject({ denominator: 1 });
  });
});
