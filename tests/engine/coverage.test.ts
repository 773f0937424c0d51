import { describe, expect, test } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { diagnosed, inVillage, ledgerOf, measured, measureIn, reported, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';
const birth = { village: '甲', birth_date: day, sex: '男', parity: 1, policy: '政策内' };
const method = { kind: '上环', due_date: day, done_date: day };
const survey = { date: day, group: '群众', satisfied: '满意' };
const plan = { code: '990101', name: '甲', planned_births: 10 };
const none = { numerator: null, denominator: null, unknown: null, value: null, low: null, high: null };

describe('a measure has no data', () => {
  test.each<[string, MeasureId, Tables, readonly string[]]>([
    ['where its register is in no ledger', '9a', { births: [birth] }, []],
    ['where an optional column that it reads is in none', '9a', { procedures: [method] }, ['procedures.due_date']],
    ['where an answer is no column', '2', { surveys: [survey] }, ['surveys.satisfied']],
    ['where a required column is missing', '1b', { births: [birth] }, ['births.policy']],
    ['where the register it is set against is in no ledger', '1a', { births: [birth] }, []],
    [
      'where the number it is set against is no column',
      '1a',
      { births: [birth], villages: [plan] },
      ['villages.planned_births'],
    ],
    ['where villages do not tell', '5', { villages: [plan] }, ['villages.informed_choice']],
  ])('%s: %s', async (_, id, tables, without) => {
    const report = await reported([ledgerOf(tables, { without })]);
    expect(measureIn(report, id)).toMatchObject({
      ...none,
      status: 'no-data',
      interval: null,
      shortfall: null,
      coverage: { ledgers: id === '1a' ? 1 : 0, of: 1 },
    });
    for (const { measures } of report.areas) expect(measures[id]).toMatchObject({ ...none, status: 'no-data' });
  });

  test('but is off, without figures, where the profile gives it no threshold', async () => {
    expect(await measured('9a', { births: [birth] }, { configuration: 'thresholds: { 9a: off }' })).toMatchObject({
      ...none,
      status: 'off',
      threshold: null,
    });
  });

  test('for the others of its register, a missing column changes nothing', async () => {
    const ledger = ledgerOf(
      { surveys: [{ ...survey, group: '育妇', rights: '知晓' }] },
      { without: ['surveys.satisfied'] },
    );
    expect(await measured('12a', [ledger])).toMatchObject({ numerator: 1, denominator: 1, status: 'pass' });
  });
});

test('a register that lacks a required column counts as absent, with an error', async () => {
  const report = await reported([ledgerOf({ births: [birth] }, { without: ['births.policy'] })]);
  expect(diagnosed(report, 'missing-column')).toHaveLength(1);
  expect(measureIn(report, '7a').status).toBe('no-data');
});

describe('a register without rows', () => {
  test('leaves its measures not applicable, and its events none', async () => {
    const report = await reported({ procedures: [], incidents: [], benefits: [] });
    expect(measureIn(report, '9a')).toMatchObject({
      status: 'not-applicable',
      numerator: 0,
      denominator: 0,
      value: null,
    });
    expect(measureIn(report, '3b')).toMatchObject({
      status: 'not-applicable',
      numerator: 0,
      denominator: 0,
      value: null,
    });
    expect(measureIn(report, '9d')).toMatchObject({ status: 'pass', numerator: 0, denominator: null, value: 0 });
  });
});

describe('an off measure', () => {
  test('is computed and shown as usual, without a verdict', async () => {
    const configuration = 'thresholds: { 9a: off, 9b: off, 9c: off, 9d: off, 9e: off }';
    const report = await reported({ procedures: [method, { ...method, done_date: '' }] }, { configuration });
    expect(measureIn(report, '9a')).toMatchObject({ status: 'off', value: 50, threshold: null, shortfall: null });
    expect(measureIn(report, '9a').interval).not.toBeNull();
    expect(report.indicators.find(({ id }) => id === '9')?.status).toBe('off');
    expect(measureIn(report, '8b')).toMatchObject({ status: 'fail', shortfall: 1 });
  });
});

describe('what some ledgers lack', () => {
  const with9a = ledgerOf({ procedures: [method] }, { name: 'one' });
  const without = ledgerOf({ procedures: [method, method] }, { name: 'other', without: ['procedures.due_date'] });
  const births = ledgerOf({ births: [birth] }, { name: 'births' });

  test('is computed from the others, with a warning that names the column and its measures', async () => {
    const report = await reported([with9a, without]);
    expect(measureIn(report, '9a')).toMatchObject({ numerator: 1, denominator: 1, coverage: { ledgers: 1, of: 2 } });
    expect(measureIn(report, '9e')).toMatchObject({ denominator: 3, coverage: { ledgers: 2, of: 2 } });
    expect(diagnosed(report, 'absent-in-some').map(({ file, messages }) => [file, messages.en])).toEqual([
      [
        'other',
        'This ledger has no column due_date in procedures: what measure 9a takes from it comes from the other ledgers alone.',
      ],
    ]);
  });

  test('names a register with all measures that read it', async () => {
    const report = await reported([with9a, births]);
    expect(diagnosed(report, 'absent-in-some').map(({ file, messages }) => [file, messages.en])).toEqual([
      [
        'one',
        'This ledger has no register of births: what measures 1b, 1c, 7a, 8c take from it comes from the other ledgers alone.',
      ],
      [
        'births',
        'This ledger has no register of procedures: what measures 8c, 9a, 9e take from it comes from the other ledgers alone.',
      ],
    ]);
  });

  test('names each register that is lacking', async () => {
    const report = await reported([ledgerOf({ births: [birth], procedures: [method] }), ledgerOf({ incidents: [] })]);
    const lacking = diagnosed(report, 'absent-in-some').map(({ messages }) => messages.en.split(':')[0]);
    expect(lacking).toEqual([
      'This ledger has no register of incidents',
      'This ledger has no register of births',
      'This ledger has no register of procedures',
    ]);
  });

  test('says nothing of a measure that the ledger gives', async () => {
    const counts = [{ measure: '9a', numerator: 1, denominator: 1 }];
    const report = await reported([with9a, ledgerOf({ counts })]);
    expect(diagnosed(report, 'absent-in-some').map(({ messages }) => messages.en)).toEqual([
      'This ledger has no register of procedures: what measure 9e takes from it comes from the other ledgers alone.',
    ]);
  });

  test('says nothing of what all lack', async () => {
    expect(diagnosed(await reported([without]), 'absent-in-some')).toEqual([]);
    expect(diagnosed(await reported([without, without]), 'absent-in-some')).toEqual([]);
  });
});

describe('a ratio takes its sides apart', () => {
  const births = ledgerOf({ births: [birth, birth, birth, birth] }, { name: 'births' });
  const plans = ledgerOf({ villages: [plan] }, { name: 'villages' });
  const terminations = ledgerOf({ procedures: [{ kind: '人流', done_date: day }] }, { name: 'procedures' });

  test('from the ledgers that have each', async () => {
    const report = await reported([births, plans, terminations]);
    expect(measureIn(report, '1a')).toMatchObject({
      numerator: 4,
      denominator: 10,
      unknown: 0,
      coverage: { ledgers: 2, of: 3 },
    });
    expect(measureIn(report, '8c')).toMatchObject({
      numerator: 1,
      denominator: 4,
      value: 0.25,
      coverage: { ledgers: 2, of: 3 },
    });
    expect(inVillage(report, '甲', '1a')).toMatchObject({ numerator: 4, denominator: 10 });
  });

  test('and has no data where no ledger has one of them', async () => {
    expect(await measured('8c', [births, plans])).toMatchObject({ status: 'no-data', numerator: null });
  });
});
