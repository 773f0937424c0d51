import { describe } from 'vitest';
import { type Case, kept, standings } from './standing.ts';

// P is 2025-06-30: three years reach back to 2022-07-01, the year to 2025-01-01.
const plain = { birth_date: '2025-03-01', sex: '男', parity: 1, policy: '政策内' };
const plan = { code: '990101', name: '甲', planned_births: 10 };

/** How a birth of three years stands by its date alone, where it would hit. */
const byDate: readonly Case[] = [
  [{ birth_date: '2022-06-30' }, 'outside'],
  [{ birth_date: '2022-07-01' }, 'hit'],
  [{ birth_date: '2025-06-30' }, 'hit'],
  [{ birth_date: '2025-07-01' }, 'outside'],
  [{ birth_date: '2022年6月' }, 'outside'],
  [{ birth_date: '2022年7月' }, 'hit'],
  [{ birth_date: '2021年' }, 'outside'],
  [{ birth_date: '2022年' }, 'may hit'],
  [{ birth_date: '2023年' }, 'hit'],
  [{ birth_date: '2025年' }, 'may hit'],
  [{ birth_date: '' }, 'may hit'],
  [{ birth_date: '不详' }, 'may hit'],
  [{ birth_date: '2025-02-30' }, 'may hit'],
];

describe('1b, births within policy', () => {
  standings('1b', { register: 'births', plain }, [
    [{}, 'hit'],
    [{ policy: '政策外' }, 'miss'],
    [{ policy: '无' }, 'miss'],
    [{ policy: '' }, 'open'],
    [{ policy: '不详' }, 'open'],
    [{ policy: '见附件' }, 'open'],
    ...byDate,
    [{ birth_date: '', policy: '政策外' }, 'may miss'],
    [{ birth_date: '2022年', policy: '政策外' }, 'may miss'],
    [{ birth_date: '', policy: '' }, 'may'],
  ]);
});

describe('1c, third or later births outside policy', () => {
  standings('1c', { register: 'births', plain: { ...plain, policy: '政策外', parity: 3 } }, [
    [{}, 'hit'],
    [{ parity: 2 }, 'miss'],
    [{ parity: '多孩' }, 'hit'],
    [{ parity: '二孩及以上' }, 'miss'],
    [{ policy: '政策内' }, 'miss'],
    [{ policy: '政策内', parity: '' }, 'miss'],
    [{ policy: '', parity: 2 }, 'miss'],
    [{ policy: '' }, 'open'],
    [{ policy: '不详' }, 'open'],
    [{ policy: '见附件' }, 'open'],
    [{ parity: '' }, 'open'],
    [{ parity: '不详' }, 'open'],
    [{ parity: 0 }, 'open'],
    [{ parity: '见附件' }, 'open'],
    ...byDate,
    [{ birth_date: '', parity: 2 }, 'may miss'],
    [{ birth_date: '', parity: '' }, 'may'],
  ]);
});

describe('7a, boys to girls', () => {
  const of = (change: object) => ({ births: [{ ...plain, ...change }] });
  kept('7a', [
    ['a boy', of({}), { a: 1, aMaybe: 0, b: 0, bMaybe: 0, unknown: 0 }],
    ['a girl', of({ sex: '女' }), { a: 0, aMaybe: 0, b: 1, bMaybe: 0, unknown: 0 }],
    ['no sex', of({ sex: '' }), { a: 0, aMaybe: 1, b: 0, bMaybe: 1, unknown: 1 }],
    ['sex not told', of({ sex: '未说明' }), { a: 0, aMaybe: 1, b: 0, bMaybe: 1, unknown: 1 }],
    ['sex unreadable', of({ sex: '见附件' }), { a: 0, aMaybe: 1, b: 0, bMaybe: 1, unknown: 1 }],
    ['a boy without a date', of({ birth_date: '' }), { a: 0, aMaybe: 1, b: 0, bMaybe: 0, unknown: 1 }],
    ['a girl of 2022', of({ sex: '女', birth_date: '2022年' }), { a: 0, aMaybe: 0, b: 0, bMaybe: 1, unknown: 1 }],
    ['the day before', of({ birth_date: '2022-06-30' }), { a: 0, aMaybe: 0, unknown: 0 }],
    ['the first day', of({ birth_date: '2022-07-01' }), { a: 1, unknown: 0 }],
    ['the last day', of({ birth_date: '2025-06-30' }), { a: 1, unknown: 0 }],
    ['the day after', of({ birth_date: '2025-07-01' }), { a: 0, aMaybe: 0, unknown: 0 }],
    ['no sex, the day before', of({ sex: '', birth_date: '2022-06-30' }), { aMaybe: 0, bMaybe: 0, unknown: 0 }],
  ]);
});

describe('1a, births to births planned', () => {
  const of = (change: object, planned: string | number = 10) => ({
    villages: [{ ...plan, planned_births: planned }],
    births: [{ ...plain, ...change }],
  });
  kept('1a', [
    ['a birth', of({}), { a: 1, aMaybe: 0, b: 10, bUnbounded: false, unknown: 0 }],
    ['the day before', of({ birth_date: '2024-12-31' }), { a: 0, aMaybe: 0, b: 10 }],
    ['the first day', of({ birth_date: '2025-01-01' }), { a: 1, b: 10 }],
    ['the last day', of({ birth_date: '2025-06-30' }), { a: 1, b: 10 }],
    ['the day after', of({ birth_date: '2025-07-01' }), { a: 0, aMaybe: 0, b: 10 }],
    ['a month across no edge', of({ birth_date: '2025年1月' }), { a: 1, aMaybe: 0 }],
    ['a year across an edge', of({ birth_date: '2025年' }), { a: 0, aMaybe: 1, unknown: 1 }],
    ['no date', of({ birth_date: '' }), { a: 0, aMaybe: 1, b: 10, bUnbounded: false, unknown: 1 }],
    ['no plan', of({}, ''), { a: 0, aMaybe: 1, b: 0, bUnbounded: true, unknown: 1 }],
    ['a plan not known', of({}, '不详'), { a: 0, aMaybe: 1, b: 0, bUnbounded: true, unknown: 1 }],
    ['a plan unreadable', of({}, '3.5'), { a: 0, aMaybe: 1, b: 0, bUnbounded: true, unknown: 1 }],
    ['a plan of none', of({}, 0), { a: 1, aMaybe: 0, b: 0, bUnbounded: false, unknown: 0 }],
    ['no plan, no date', of({ birth_date: '' }, ''), { a: 0, aMaybe: 1, bUnbounded: true, unknown: 1 }],
    ['no plan, and no birth of the year', of({ birth_date: '2024-12-31' }, ''), { aMaybe: 0, b: 0, bUnbounded: false }],
    ['a village that is not listed', of({ village: '乙' }), { a: 0, aMaybe: 1, b: 10, bUnbounded: true, unknown: 1 }],
  ]);
});

describe('8c, terminations to births', () => {
  const of = (change: object) => ({
    procedures: [{ kind: '人流', done_date: '2025-03-01', ...change }],
    births: [plain],
  });
  kept('8c', [
    ['a termination', of({}), { a: 1, aMaybe: 0, b: 1, unknown: 0 }],
    ['another procedure', of({ kind: '上环' }), { a: 0, aMaybe: 0 }],
    ['a kind not known', of({ kind: '不详' }), { a: 0, aMaybe: 1, unknown: 1 }],
    ['no kind', of({ kind: '' }), { a: 0, aMaybe: 1 }],
    ['a kind unreadable', of({ kind: '见附件' }), { a: 0, aMaybe: 1 }],
    ['not done yet', of({ done_date: '', due_date: '2025-03-01' }), { a: 0, aMaybe: 0, unknown: 0 }],
    ['done, the day not known', of({ done_date: '不详' }), { a: 0, aMaybe: 1, unknown: 1 }],
    ['the day before', of({ done_date: '2024-12-31' }), { a: 0, aMaybe: 0 }],
    ['the first day', of({ done_date: '2025-01-01' }), { a: 1 }],
    ['the last day', of({ done_date: '2025-06-30' }), { a: 1 }],
    ['the day after', of({ done_date: '2025-07-01' }), { a: 0, aMaybe: 0 }],
    ['due in the year, done before', of({ due_date: '2025-03-01', done_date: '2024-12-31' }), { a: 0 }],
    ['a birth without a date', { ...of({}), births: [{ ...plain, birth_date: '' }] }, { b: 0, bMaybe: 1, unknown: 1 }],
    ['a birth of last year', { ...of({}), births: [{ ...plain, birth_date: '2024-12-31' }] }, { b: 0, bMaybe: 0 }],
    ['a birth on 1 January', { ...of({}), births: [{ ...plain, birth_date: '2025-01-01' }] }, { b: 1 }],
  ]);
});
