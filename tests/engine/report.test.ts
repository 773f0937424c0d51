import { describe, expect, test } from 'vitest';
import { diagnosed, ledgerOf, measureIn, reported, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';
const tables: Tables = {
  villages: [{ code: '990101', name: '东村', town: '青镇', planned_births: 10, informed_choice: '是' }],
  births: [
    { id: 'B1', birth_date: day, sex: '男', parity: 1, policy: '政策内' },
    { id: 'B2', birth_date: '2025-07-01', sex: '见附件', parity: 1, policy: '政策内' },
  ],
  procedures: [{ id: 'M1', kind: '上环', due_date: day, done_date: '2025年3月' }],
  surveys: [{ id: 'S1', date: '', group: '群众', satisfied: '满意' }],
};

describe('a report', () => {
  test('lists all seventeen indicators and counts them by status', async () => {
    const { indicators, summary } = await reported(tables);
    expect(indicators.map(({ id, status }) => `${id} ${status}`)).toEqual([
      '1 pass',
      '2 undetermined',
      '3 no-data',
      '4 no-data',
      '5 pass',
      '6 undetermined',
      '7 no-data',
      '8 undetermined',
      '9 undetermined',
      ...[10, 11, 12, 13, 14, 15, 16, 17].map((id) => `${id} ${id === 11 || id === 12 ? 'not-applicable' : 'no-data'}`),
    ]);
    expect(summary).toMatchObject({
      pass: 2,
      fail: 0,
      undetermined: 4,
      'no-data': 9,
      'not-applicable': 2,
      off: 0,
      errors: 1,
    });
  });

  test('gives 8b the figures of 9a', async () => {
    const report = await reported(tables);
    const { id, name, names, source, ...figures } = measureIn(report, '8b');
    expect(measureIn(report, '9a')).toMatchObject(figures);
    expect([id, name, names.en]).toEqual(['8b', '避孕及时率', 'Contraception on time']);
    expect(source).not.toEqual(measureIn(report, '9a').source);
  });

  test('says which measures a cell may decide', async () => {
    const report = await reported(tables);
    expect(diagnosed(report, 'month-only').map(({ column, decides }) => [column, decides])).toEqual([
      ['done_date', ['8b', '9a']],
    ]);
    const empty = diagnosed(report, 'empty-cells').map(({ column, decides }) => [column, decides]);
    expect(empty).toContainEqual(['date', ['2']]);
    expect(empty).toContainEqual(['self_governance', ['6']]);
    expect(diagnosed(report, 'invalid-word')).toMatchObject([{ column: 'sex', decides: [] }]);
  });

  test('is the same to the byte when it is made again', async () => {
    expect(JSON.stringify(await reported(tables))).toBe(JSON.stringify(await reported(tables)));
  });

  test('tells its diagnostics in reading order', async () => {
    const report = await reported([ledgerOf(tables, { name: 'one' }), ledgerOf(tables, { name: 'two' })]);
    const places = report.diagnostics.map(({ file, row }) => `${file} ${row}`);
    expect([...new Set(report.diagnostics.map(({ file }) => file))]).toEqual(
      ['one', 'two'].flatMap((name) =>
        ['villages', 'births', 'procedures', 'surveys'].map((sheet) => `${name}/${sheet}.csv`),
      ),
    );
    expect(places.filter((place) => place.startsWith('one/births'))).toEqual(['one/births.csv 3', 'one/births.csv 3']);
  });

  test('never shows what a cell holds, unless asked', async () => {
    const text = JSON.stringify(await reported(tables));
    for (const held of ['见附件', 'B2', 'M1', 'S1']) expect(text).not.toContain(held);
  });

  test('carries the line on what figures may be used for', async () => {
    const { notice, notices } = await reported({});
    expect(notice).toBe(notices.zh);
    expect(notices.en).toContain('not for decisions about a person');
  });
});

describe('limited to some measures', () => {
  const errors: Tables = {
    births: [{ birth_date: day, sex: '男', parity: 0, policy: '政策外' }],
    surveys: [{ date: day, group: '见附件', satisfied: '满意' }],
    counts: [
      { measure: '8b', numerator: 1, denominator: 2 },
      { measure: '9a', numerator: 1, denominator: 2 },
    ],
  };

  test('an indicator is judged on those that are named', async () => {
    const report = await reported(errors, { only: ['1c'] });
    expect(report.indicators.map(({ id, status }) => [id, status])).toEqual([['1', 'undetermined']]);
    expect(report.indicators.flatMap(({ measures }) => measures.map(({ id }) => id))).toEqual(['1c']);
    expect(Object.keys(report.areas[0]?.measures ?? {})).toEqual(['1c']);
    expect(report.only).toEqual(['1c']);
  });

  test('an indicator’s number names all its measures', async () => {
    const report = await reported(errors, { only: ['7', '2'] });
    expect(report.indicators.flatMap(({ measures }) => measures.map(({ id }) => id))).toEqual(['2', '7a', '7b']);
    expect(report.summary).toMatchObject({ undetermined: 1, 'no-data': 1 });
  });

  test.each([
    [null, ['parity-zero', 'invalid-word']],
    [['1c'], ['parity-zero']],
    [['2'], ['invalid-word']],
    [['5'], []],
  ])('errors count only in registers that %o reads', async (only, codes) => {
    const report = await reported(errors, only === null ? {} : { only });
    expect(report.summary.errors).toBe(codes.length);
    const found = report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  test('what is said of one measure is said where it is named, by either number', async () => {
    for (const only of [['9a'], ['8b'], ['8']])
      expect(diagnosed(await reported(errors, { only }), 'counts-differ')).toHaveLength(1);
    expect(diagnosed(await reported(errors, { only: ['1'] }), 'counts-differ')).toEqual([]);
  });

  test('what some ledgers lack is told only of them', async () => {
    const ledgers = [ledgerOf({ procedures: [] }), ledgerOf({ births: [] })];
    const lacking = async (only: readonly string[]) =>
      diagnosed(await reported(ledgers, { only }), 'absent-in-some').map(({ messages }) => messages.en);
    expect(await lacking(['1b'])).toEqual([
      'This ledger has no register of births: measures 1b come from the other ledgers alone.',
    ]);
    expect(await lacking(['8b'])).toEqual([
      'This ledger has no register of procedures: measures 8b come from the other ledgers alone.',
    ]);
    expect(await lacking(['5'])).toEqual([]);
  });
});

test('the period comes from the ledger’s own name where nobody gives it, and is asked for where that tells none', async () => {
  const named = await reported([ledgerOf(tables, { name: '东村2025年6月' })], { period: null });
  expect(named.period).toEqual({ from: '2025-01-01', to: '2025-06-30', origin: 'folder-name' });
  await expect(reported([ledgerOf(tables, { name: '东村' })], { period: null })).rejects.toThrow(
    'The latest date in the ledger is in 2025-07. Name it: fp-check ledger --period 2025-07',
  );
});
