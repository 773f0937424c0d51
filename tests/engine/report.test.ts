import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../src/model/diagnostic.ts';
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

  test('lists the sheets of each ledger under its name', async () => {
    const { ledgers } = await reported([
      ledgerOf({ births: [] }, { name: 'one' }),
      ledgerOf({ surveys: [] }, { name: 'two' }),
    ]);
    expect(ledgers.map(({ file, sheets }) => [file, sheets.map(({ register }) => register)])).toEqual([
      ['one', ['births']],
      ['two', ['surveys']],
    ]);
  });

  test('tells which column a header that is no word may mean', async () => {
    const misspelt = ledgerOf(
      { villages: [] },
      {
        layOut: (lines) =>
          lines.map((cells) => cells.map((cell) => (cell === 'self_governance' ? '实行村民自制' : cell))),
      },
    );
    const { ledgers } = await reported([misspelt]);
    expect(ledgers[0]?.sheets[0]?.suggestions).toEqual([{ header: '实行村民自制', suggestion: '实行村民自治' }]);
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
    const { notice, notices } = await reported({ births: [] });
    expect(notice).toBe(notices.zh);
    expect(notices.en).toContain('not for decisions about a person');
  });
});

describe('a cell may decide', () => {
  const birth = { birth_date: day, sex: '男', parity: 1, policy: '政策内' };
  test.each<[DiagnosticCode, Tables, readonly string[]]>([
    ['invalid-date', { followups: [{ kind: '术后', due_date: day, done_date: '2025-02-30', standard: '是' }] }, ['9b']],
    ['invalid-word', { births: [{ ...birth, policy: '见附件' }] }, ['1b']],
    ['invalid-number', { staff: [{ pay_due: 1, pay_paid: '0.3万元' }] }, ['16']],
    ['parity-zero', { births: [{ ...birth, policy: '政策外', parity: 0 }] }, ['1c']],
    ['correct-above-checked', { audits: [{ date: day, checked: 1, correct: 2 }] }, ['15b']],
    [
      'month-only',
      {
        births: [birth, birth, birth, { ...birth, birth_date: '2025年' }],
        procedures: [{ kind: '人流', done_date: day }],
      },
      ['8c'],
    ],
  ])('%s', async (code, records, decides) => {
    expect(diagnosed(await reported(records), code).map((diagnostic) => diagnostic.decides)).toEqual([decides]);
  });

  test('no measure by what leaves nothing unknown', async () => {
    const report = await reported({
      births: [
        { ...birth, policy: '' },
        { ...birth, birth_date: '2025-07-01' },
      ],
    });
    expect(measureIn(report, '1b').status).toBe('undetermined');
    expect(diagnosed(report, 'after-period').map(({ column, decides }) => [column, decides])).toEqual([
      ['birth_date', []],
    ]);
  });

  test('a measure of its own register, not of another with such a column', async () => {
    const report = await reported({
      procedures: [{ kind: '上环', due_date: day, done_date: '2025年3月' }],
      followups: [{ kind: '术后', due_date: day, done_date: '2025年', standard: '是' }],
    });
    expect(diagnosed(report, 'month-only').map(({ sheet, decides }) => [sheet, decides])).toEqual([
      ['procedures', ['8b', '9a']],
      ['followups', ['9b']],
    ]);
  });
});

test('the period comes from the ledger’s own name where nobody gives it, and is asked for where that tells none', async () => {
  const named = await reported([ledgerOf(tables, { name: '东村2025年6月' })], { period: null });
  expect(named.period).toEqual({ from: '2025-01-01', to: '2025-06-30', origin: 'folder-name' });
  await expect(reported([ledgerOf(tables, { name: '东村' })], { period: null })).rejects.toThrow(
    'The latest date in the ledger is in 2025-07. Name it: fp-check ledger --period 2025-07',
  );
});
