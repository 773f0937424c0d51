import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/diff/exit-code.ts';
import { ledgerOf, type Row, type Tables } from '../ledger-of.ts';
import { compared, measureIn, partsIn } from './compared.ts';

const villages: readonly Row[] = [
  { code: '9901', name: '东风村', planned_births: 4, married_women: 10 },
  { code: '9902', name: '红旗村', planned_births: 4, married_women: 10 },
];
const births: readonly Row[] = [
  { village: '东风村', id: 'B1', birth_date: '2025-01-05', sex: '男', parity: 1, policy: '政策内' },
  { village: '东风村', id: 'B2', birth_date: '2025-02-05', sex: '女', parity: 1, policy: '政策内' },
  { village: '红旗村', id: 'B3', birth_date: '2025-03-05', sex: '女', parity: 2, policy: '政策外' },
];
const petitions: readonly Row[] = [
  {
    village: '东风村',
    id: 'X1',
    received: '2025-04-01',
    first_visit: '是',
    due_date: '2025-05-01',
    closed_date: '2025-04-20',
  },
  { village: '东风村', id: 'X2', received: '2025-04-03', first_visit: '是', due_date: '2025-05-03', closed_date: '' },
];
const may: Tables = { villages, births, petitions };

const bothOn = ['worse', 'closed'] as const;

describe('a late birth', () => {
  const late: Row = { village: '红旗村', id: 'B9', birth_date: '2025-04-30', sex: '男', parity: 1, policy: '政策外' };

  test('is found in the month it belongs to, with its place', async () => {
    const { closed } = await compared({ of: may }, { of: { ...may, births: [late, ...births] } });
    expect(closed.until).toBe('2025-05-31');
    expect(closed.late).toEqual([
      {
        register: 'births',
        registers: { zh: '出生', en: 'births' },
        area: { code: '9902', name: '红旗村' },
        month: '2025-04',
        count: 1,
        addresses: [{ file: 'after/births.csv', sheet: 'births', row: 2 }],
      },
    ]);
    expect([closed.edited, closed.vanished]).toEqual([[], []]);
  });

  test('has the whole of the change as its part', async () => {
    const difference = await compared({ of: may }, { of: { ...may, births: [...births, late] } });
    expect(measureIn(difference, '1b').change).toMatchObject({
      numerator: { exact: '0' },
      denominator: { exact: '1' },
    });
    expect(partsIn(measureIn(difference, '1b'), 'denominator')).toEqual({ entered: '1' });
    expect(partsIn(measureIn(difference, '1b'), 'value')).toEqual({ entered: '-50/3' });
  });

  test.each([
    ['2025-05-31', 1],
    ['2025-06-01', 0],
  ])('born %s makes %i late report', async (birthDate, late_) => {
    const { closed } = await compared(
      { of: may },
      { of: { ...may, births: [...births, { ...late, birth_date: birthDate }] } },
    );
    expect(closed.late.length).toBe(late_);
  });

  test('alone is no failure', async () => {
    const within = { ...late, policy: '政策内' };
    const difference = await compared({ of: { births: [] } }, { of: { births: [within] } });
    expect(difference.closed.late).toHaveLength(1);
    expect(exitCodeOf(difference, ['closed'])).toBe(0);
  });
});

describe('a silently lowered denominator', () => {
  test('of the plan is an edit of its village', async () => {
    const lowered = [villages[0] ?? {}, { ...villages[1], planned_births: 2 }];
    const difference = await compared(
      { of: may, period: '2025-05' },
      { of: { ...may, villages: lowered }, period: '2025-05' },
    );
    expect(partsIn(measureIn(difference, '1a'), 'denominator')).toEqual({ edited: '-2' });
    expect(partsIn(measureIn(difference, '1a'), 'numerator')).toEqual({});
    expect(difference.areas.map(({ code }) => code)).toEqual(['9902']);
    expect(difference.records.edited).toMatchObject([
      { register: 'villages', area: { code: '9902' }, count: 1, columns: [{ key: 'planned_births', count: 1 }] },
    ]);
    expect(difference.indicators[0]?.causes.en).toBe(
      '1a went from 37.50% to 50.00% (+12.50): all by records that were edited (+12.50).',
    );
  });

  test('by records that are gone is told as vanished', async () => {
    const difference = await compared({ of: may }, { of: { ...may, births: births.slice(0, 2) } });
    expect(partsIn(measureIn(difference, '1b'), 'denominator')).toEqual({ left: '-1' });
    expect(difference.closed.vanished).toMatchObject([{ register: 'births', month: '2025-03', count: 1 }]);
  });
});

describe('a deleted petition', () => {
  test('is found in the earlier ledger, lifts the rate, and fails', async () => {
    const difference = await compared({ of: may }, { of: { ...may, petitions: petitions.slice(0, 1) } });
    expect(difference.closed.vanished).toEqual([
      {
        register: 'petitions',
        registers: { zh: '信访', en: 'petitions' },
        area: { code: '9901', name: '东风村' },
        month: '2025-04',
        count: 1,
        addresses: [{ file: 'before/petitions.csv', sheet: 'petitions', row: 3 }],
      },
    ]);
    expect(measureIn(difference, '13b')).toMatchObject({ before: { status: 'fail' }, after: { status: 'pass' } });
    expect(partsIn(measureIn(difference, '13b'), 'value')).toEqual({ left: '50' });
    expect(difference.flips.map(({ direction }) => direction)).not.toContain('worse');
    expect(exitCodeOf(difference, bothOn)).toBe(1);
    expect(exitCodeOf(difference, ['worse'])).toBe(0);
  });
});

describe('an edit', () => {
  const closedIn = (closed_date: string) => [petitions[0] ?? {}, { ...petitions[1], closed_date }];

  test.each([
    ['on a day of the open month carries the case on', '2025-06-03', 0],
    ['on a day of the closed month rewrites it', '2025-05-31', 1],
  ])('that closes a case %s', async (_, day, rewritten) => {
    const difference = await compared({ of: may }, { of: { ...may, petitions: closedIn(day) } });
    expect(difference.records.edited).toHaveLength(1);
    expect(difference.closed.edited).toHaveLength(rewritten);
    expect(exitCodeOf(difference, ['closed'])).toBe(rewritten);
  });

  test('names the columns, and what they held only where values are asked for', async () => {
    const edited = { ...may, births: [{ ...births[0], policy: '政策外', parity: 3 }, ...births.slice(1)] };
    const [hidden, shown] = [
      await compared({ of: may }, { of: edited }),
      await compared({ of: may }, { of: edited }, { showValues: true }),
    ];
    expect(hidden.records.edited[0]?.columns).toEqual([
      { key: 'parity', column: 'parity', count: 1 },
      { key: 'policy', column: 'policy', count: 1 },
    ]);
    expect(/政策外|B1/.test(JSON.stringify(hidden))).toBe(false);
    expect(shown.records.edited[0]?.edits[0]?.columns).toEqual([
      { key: 'parity', column: 'parity', values: { before: '1', after: '3' } },
      { key: 'policy', column: 'policy', values: { before: '政策内', after: '政策外' } },
    ]);
  });

  test('of how a day or a word is written is none', async () => {
    const rewritten = births.map((row) => ({
      ...row,
      birth_date: String(row['birth_date']).replaceAll('-', '/'),
      policy: row['policy'] === '政策内' ? '计划内' : '计划外',
    }));
    const difference = await compared(
      { of: may, period: '2025-05' },
      { of: { ...may, births: rewritten }, period: '2025-05' },
    );
    expect(difference.isEmpty).toBe(true);
  });
});

describe('records without an id', () => {
  const noted = (...policies: readonly string[]): Tables => ({
    births: policies.map((policy) => ({ village: '东风村', birth_date: '2025-03-01', sex: '男', parity: 1, policy })),
  });

  test('are matched by all their fields, as often as they stand there', async () => {
    const { records } = await compared({ of: noted('政策内', '政策内', '政策外') }, { of: noted('政策外', '政策内') });
    expect([records.left.map(({ count }) => count), records.entered, records.edited]).toEqual([[1], [], []]);
  });

  test('are left and entered where a field differs', async () => {
    const { records } = await compared({ of: noted('政策内') }, { of: noted('政策外') });
    expect([records.left.length, records.entered.length, records.edited.length]).toEqual([1, 1, 0]);
  });
});

describe('a repeated id', () => {
  const twice: Tables = { births: [births[0] ?? {}, { ...births[0], sex: '女' }] };

  test('is set apart and told', async () => {
    const { duplicates, records, diagnostics } = await compared({ of: { births: births.slice(0, 1) } }, { of: twice });
    expect(duplicates).toEqual([
      {
        register: 'births',
        registers: { zh: '出生', en: 'births' },
        area: { code: null, name: '东风村' },
        before: 0,
        after: 1,
        addresses: [{ file: 'after/births.csv', sheet: 'births', row: 3 }],
      },
    ]);
    expect(records).toEqual({ entered: [], left: [], edited: [] });
    expect(diagnostics.new.map(({ code }) => code)).toEqual(['duplicate-record']);
  });

  test('is never taken for an edit of the other', async () => {
    const { records } = await compared({ of: twice }, { of: { births: [{ ...births[0], sex: '女' }] } });
    expect([records.left.length, records.entered.length, records.edited.length]).toEqual([1, 1, 0]);
  });
});

test('a village that is listed for the first time, and was told by its code before, is the same', async () => {
  const ofCode = births.map((birth) => ({ ...birth, village: 'C2' }));
  const listed: Tables = { births: ofCode, villages: [{ code: 'C2', name: '东风村', planned_births: 5 }] };
  const { records, closed } = await compared({ of: { births: ofCode, villages: [] } }, { of: listed });
  expect([records.left, records.entered.map(({ register }) => register)]).toEqual([[], ['villages']]);
  expect(closed).toMatchObject({ late: [], edited: [], vanished: [] });
});

describe('the form of the ledger', () => {
  const women: readonly Row[] = [
    { village: '东风村', id: 'W1', birth_date: '1990-01-01', marital: '已婚', method: '放环', rh_service: '是' },
    { village: '东风村', id: 'W2', birth_date: '1991-01-01', marital: '已婚', method: '无', rh_service: '否' },
  ];
  const told = async (before: Parameters<typeof ledgerOf>[1], after: Parameters<typeof ledgerOf>[1]) =>
    compared(
      { of: [ledgerOf({ women }, { name: 'before', ...before })] },
      { of: [ledgerOf({ women }, { name: 'after', ...after })] },
    );

  test('without a column is one line, and no edit of every row', async () => {
    const { schemaChanges, records } = await told({}, { without: ['women.rh_service'] });
    expect(schemaChanges).toMatchObject([{ kind: 'column-removed', register: 'women', key: 'rh_service' }]);
    expect(records).toEqual({ entered: [], left: [], edited: [] });
  });

  test('without ids is matched by the columns that both months have', async () => {
    const { schemaChanges, records } = await told({ without: ['women.id'] }, {});
    expect(schemaChanges.map(({ kind }) => kind)).toEqual(['column-added']);
    expect(records).toEqual({ entered: [], left: [], edited: [] });
  });

  test.each([
    [
      'to a word that is understood',
      '接受规范生殖健康服务',
      '生殖健康服务',
      { isRead: true },
      '改名为“生殖健康服务”。',
    ],
    ['to one that is not', '接受规范生殖健康服务', '服务情况好', { isRead: false }, '这一列没有读'],
  ])('with a column renamed %s is one line', async (_, from, to, renamed, words) => {
    const sheet = (header: string) => [
      csvLedger(`村名,妇女编号,出生日期,婚姻状况,避孕方法,${header}\n东风村,W1,1990-01-01,已婚,放环,是\n`),
    ];
    const { schemaChanges, records } = await compared({ of: sheet(from) }, { of: sheet(to) });
    expect(schemaChanges).toMatchObject([{ kind: 'column-renamed', register: 'women', from, to, ...renamed }]);
    expect(schemaChanges[0]?.message).toContain(words);
    expect(records).toEqual({ entered: [], left: [], edited: [] });
  });

  test('with a required column renamed away says that the register can no longer be read, and why', async () => {
    const sheet = (header: string) => [
      csvLedger(`村名,妇女编号,出生日期,婚姻状况,${header}\n东风村,W1,1990-01-01,已婚,放环\n`),
    ];
    const { schemaChanges, records } = await compared({ of: sheet('避孕方法') }, { of: sheet('怎么避孕的') });
    expect(schemaChanges).toMatchObject([{ kind: 'register-removed', register: 'women', lacks: ['避孕方法'] }]);
    expect(records.left).toEqual([]);
  });
});

test('of two records alike, what is said of the one is not said of the other, whatever their order', async () => {
  const twins = ['9901', '9902'].map((code) => ({ code, name: '东风村' }));
  const incidents = ['', '东风村'].map((village) => ({ village, date: '2025-06', kind: '恶性事件' }));
  const difference = await compared(
    { of: { villages: twins, incidents }, period: '2025-06' },
    { of: { villages: twins, incidents: [...incidents].reverse() } },
  );
  expect(difference.isEmpty).toBe(true);
});

describe('records that are read otherwise', () => {
  const told = [...Array(4)].map((_, index) => ({ ...births[0], id: `T${index}`, policy: '计划里的' }));

  test('in other words have moved by the settings, and were not edited', async () => {
    const of: Tables = { villages, births: [...births, ...told] };
    const words = 'words: { policy: { 计划里的: in } }';
    const difference = await compared({ of, period: '2025-06' }, { of, period: '2025-06', configuration: words });
    const change = measureIn(difference, '1b');
    expect(partsIn(change, 'numerator')).toEqual({ settings: '4' });
    expect(partsIn(change, 'denominator')).toEqual({ settings: '4' });
    expect([difference.records.edited, difference.closed.edited]).toEqual([[], []]);
  });

  test('because a year in two digits is of this century by now have moved into the window', async () => {
    const of: Tables = { villages, births: [{ ...births[0], birth_date: '26.1.5' }] };
    const difference = await compared({ of, period: '2025-12' }, { of, period: '2026-01' });
    expect(partsIn(measureIn(difference, '1b'), 'denominator')).toEqual({ window: '1' });
    expect([difference.records, difference.closed.edited]).toEqual([{ entered: [], left: [], edited: [] }, []]);
  });

  test('and were edited too are told as edited', async () => {
    const [one] = told;
    const before: Tables = { villages, births: [{ ...one, sex: '男' }] };
    const after: Tables = { villages, births: [{ ...one, sex: '女' }] };
    const configuration = 'words: { policy: { 计划里的: in } }';
    const { records } = await compared({ of: before }, { of: after, configuration });
    expect(records.edited).toMatchObject([{ count: 1, columns: [{ key: 'sex' }] }]);
  });
});

describe('a register that is gone', () => {
  const incidents: readonly Row[] = ['2025-02-10', '2025-04-20', '2025-05-31'].map((date, index) => ({
    village: '东风村',
    id: `N${index}`,
    date,
    kind: '恶性事件',
  }));

  test('has vanished with its records, which is told by month, and is no mere change of form', async () => {
    const { records, closed, schemaChanges } = await compared({ of: { villages, incidents } }, { of: { villages } });
    expect(records.left).toMatchObject([{ register: 'incidents', count: 3 }]);
    expect(closed.vanished.map(({ month, count }) => [month, count])).toEqual([
      ['2025-02', 1],
      ['2025-04', 1],
      ['2025-05', 1],
    ]);
    expect(schemaChanges).toMatchObject([{ kind: 'register-removed', register: 'incidents' }]);
  });

  test('and one that came is late with what it has of closed months', async () => {
    const { records, closed } = await compared({ of: { villages } }, { of: { villages, incidents } });
    expect(records.entered).toMatchObject([{ register: 'incidents', count: 3 }]);
    expect(closed.late).toHaveLength(3);
  });
});

test('--only limits the records that are told to those that its measures read', async () => {
  const [of, without] = [{ of: { villages, births } }, { of: { villages } }];
  expect((await compared(of, without, { only: ['5'] })).records.left).toEqual([]);
  expect((await compared(of, without, { only: ['1b'] })).records.left).not.toEqual([]);
});

test('the cause of a verdict that a threshold alone has changed is the threshold', async () => {
  const difference = await compared(
    { of: may, period: '2025-05' },
    { of: may, period: '2025-05', configuration: 'thresholds: { 1b: ">= 50%" }' },
  );
  expect(difference.indicators[0]?.causes).toMatchObject({
    zh: expect.stringContaining('要求由 >= 97% 改为 >= 50%'),
    en: expect.stringContaining('its threshold went from >= 97% to >= 50%'),
  });
});

test('of a measure that one month has no data of the cause says so, whatever its verdict', async () => {
  const surveys: Tables['surveys'] = [{ village: '东风村', date: '2025-06-01', group: '育龄妇女', satisfied: '满意' }];
  const difference = await compared(
    { of: { villages }, configuration: 'extends: community' },
    { of: { villages, surveys }, configuration: 'extends: community' },
    { only: ['2'] },
  );
  expect(difference.indicators[0]?.status).toEqual({ before: 'off', after: 'off' });
  expect(difference.indicators[0]?.causes.en).toBe(
    '2 went from no value to 100.00%: one month lacks a register or a column.',
  );
  expect(difference.isEmpty).toBe(false);
});

test('of a measure that has lost its value the cause says what side of it has moved', async () => {
  const difference = await compared({ of: { villages, births } }, { of: { villages, births: [] } });
  expect(difference.indicators[0]?.causes.en).toMatch(/to no value: of the denominator, all by records that left/);
});

describe('settings', () => {
  test('that move the window have their part', async () => {
    const early: Tables = {
      births: [
        { ...births[0], birth_date: '2024-11-05' },
        { ...births[2], village: '东风村' },
      ],
    };
    const difference = await compared(
      { of: early, period: '2025-05', configuration: 'windows: { 1b: year }' },
      { of: early, period: '2025-05', configuration: 'windows: { 1b: year }\nyear_start: "10-01"' },
    );
    expect(partsIn(measureIn(difference, '1b'), 'value')).toEqual({ settings: '50' });
  });

  test('that only move a threshold change statuses alone', async () => {
    const difference = await compared(
      { of: may, period: '2025-05' },
      { of: may, period: '2025-05', configuration: 'thresholds: { 1b: ">= 50%" }' },
    );
    expect(measureIn(difference, '1b').change.value?.exact).toBe('0');
    expect(difference.flips).toMatchObject([
      { of: 'indicator', id: '1', before: 'fail', after: 'pass', direction: 'better' },
      { of: 'measure', id: '1b', before: 'fail', after: 'pass', direction: 'better' },
    ]);
    expect(difference.isEmpty).toBe(false);
  });
});

test('a register that comes takes the part of the figures that were given in its place', async () => {
  const counts: readonly Row[] = [{ village: '东风村', measure: '1b', numerator: 1, denominator: 2 }];
  const difference = await compared(
    { of: { counts }, period: '2025-05' },
    { of: { counts, births: births.slice(0, 2) }, period: '2025-05' },
  );
  const change = measureIn(difference, '1b');
  expect(change).toMatchObject({ before: { numerator: { exact: '1' } }, after: { numerator: { exact: '2' } } });
  expect(partsIn(change, 'numerator')).toEqual({ entered: '1' });
});

test('figures that stand for records which left are no edit', async () => {
  const counts: readonly Row[] = [{ village: '东风村', measure: '1b', numerator: 3, denominator: 4 }];
  const difference = await compared(
    { of: { counts, births: births.slice(0, 2) }, period: '2025-05' },
    { of: { counts, births: [] }, period: '2025-05' },
  );
  const change = measureIn(difference, '1b');
  expect(partsIn(change, 'numerator')).toEqual({ left: '1' });
  expect(partsIn(change, 'denominator')).toEqual({ left: '2' });
});

test('the parts are shared where figures come as the records leave', async () => {
  const counts: readonly Row[] = [{ village: '东风村', measure: '1b', numerator: 3, denominator: 4 }];
  const difference = await compared(
    { of: { births: births.slice(0, 2) }, period: '2025-05' },
    { of: { counts, births: [] }, period: '2025-05' },
  );
  // The figures count once the records have left: first come, they move nothing; last come, all of their own.
  expect(partsIn(measureIn(difference, '1b'), 'denominator')).toEqual({ entered: '2' });
});

test('a measure that one month has no data for has no parts', async () => {
  const difference = await compared({ of: { villages } }, { of: may });
  expect(measureIn(difference, '1b')).toMatchObject({
    before: { value: null, status: 'no-data' },
    change: { value: null },
    parts: { entered: { value: null } },
  });
});

test('where a state between is 0/0 the parts of the value are none, and those of the denominator stand', async () => {
  const [one, other] = [births[0] ?? {}, { ...births[1], id: 'B7' }];
  const difference = await compared(
    { of: { births: [one] }, period: '2025-05' },
    { of: { births: [other] }, period: '2025-05' },
  );
  const { parts } = measureIn(difference, '1b');
  expect(parts.entered).toMatchObject({ numerator: { exact: '1' }, denominator: { exact: '1' }, value: null });
  expect(parts.left).toMatchObject({ numerator: { exact: '-1' }, denominator: { exact: '-1' }, value: null });
});

function csvLedger(text: string) {
  const bytes = new TextEncoder().encode(text);
  const source = { size: bytes.length, slice: async (from: number, to: number) => bytes.slice(from, to) };
  return { name: '台账', periodHints: [], isFolder: true, files: [{ name: '育龄妇女.csv', source }] };
}
