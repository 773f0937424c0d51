import { describe, expect, test } from 'vitest';
import { diagnosed, ledgerOf, reported, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';

describe('a report limited to some measures', () => {
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
    [['8c'], ['parity-zero']],
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

  test('what is wrong with another ledger’s sheet is not taken for this one’s', async () => {
    const ledgers = [
      ledgerOf({ births: [] }),
      ledgerOf({ surveys: [{ date: day, group: '见附件', satisfied: '满意' }] }),
    ];
    expect((await reported(ledgers, { only: ['1c'] })).summary.errors).toBe(0);
    expect((await reported(ledgers, { only: ['2'] })).summary.errors).toBe(1);
  });

  test('a sheet that may be one of two registers is wrong for what reads one of them', async () => {
    const header = ['村名', '出生日期', '婚姻状况', '避孕方法', '性别', '孩次', '政策属性', '落实日期'];
    const either = ledgerOf(
      { women: [] },
      { layOut: () => [header, ['东风村', day, '已婚', '上环', '男', '1', '是', day]] },
    );
    const ledger = { ...either, files: either.files.map((file) => ({ ...file, name: 'Sheet9.csv' })) };
    const errors = async (only: readonly string[]) => (await reported([ledger], { only })).summary.errors;
    expect([await errors(['7b']), await errors(['1b']), await errors(['8a'])]).toEqual([0, 1, 1]);
  });

  test('what is said of 9a is said of 8b', async () => {
    const differing: Tables = {
      procedures: [{ kind: '上环', due_date: day, done_date: day }],
      counts: [{ measure: '9a', numerator: 1, denominator: 2 }],
    };
    expect(diagnosed(await reported(differing, { only: ['8b'] }), 'counts-differ')).toHaveLength(1);
  });

  test.each([
    ['1b', 1],
    ['2', 0],
  ])('a register without a required column is told to %s %i times', async (id, times) => {
    const ledger = ledgerOf({ births: [] }, { without: ['births.policy'] });
    expect(diagnosed(await reported([ledger], { only: [id] }), 'missing-column')).toHaveLength(times);
  });

  test('what some ledgers lack is told only of them', async () => {
    const ledgers = [ledgerOf({ procedures: [] }), ledgerOf({ births: [] })];
    const lacking = async (only: readonly string[]) =>
      diagnosed(await reported(ledgers, { only }), 'absent-in-some').map(({ messages }) => messages.en);
    expect(await lacking(['1b'])).toEqual([
      'This ledger has no register of births: what measure 1b takes from it comes from the other ledgers alone.',
    ]);
    expect(await lacking(['8b'])).toEqual([
      'This ledger has no register of procedures: what measure 8b takes from it comes from the other ledgers alone.',
    ]);
    expect(await lacking(['5'])).toEqual([]);
  });
});
