import { describe } from 'vitest';
import { type Case, kept, standings } from './standing.ts';

/** By due date, where the record would hit whenever it was due. P is 2025-06-30. */
const byDueDate: readonly Case[] = [
  [{ due_date: '2024-12-31' }, 'outside'],
  [{ due_date: '2025-01-01' }, 'hit'],
  [{ due_date: '2025-06-30' }, 'hit'],
  [{ due_date: '2025-07-01' }, 'outside'],
  [{ due_date: '2024年12月' }, 'outside'],
  [{ due_date: '2025年1月' }, 'hit'],
  [{ due_date: '2025年' }, 'may hit'],
];
const noDueDate = ['', '不详', '2025-02-30'];

describe('3a, benefits paid in full', () => {
  const plain = { item: '奖励金', due_date: '2025-03-01', amount_due: '100', amount_paid: '100' };
  standings('3a', { register: 'benefits', plain }, [
    [{}, 'hit'],
    [{ amount_paid: '99.99' }, 'miss'],
    [{ amount_paid: '100.01' }, 'hit'],
    [{ amount_paid: '0' }, 'miss'],
    [{ amount_paid: '' }, 'open'],
    [{ amount_paid: '不详' }, 'open'],
    [{ amount_paid: '100%' }, 'open'],
    [{ amount_due: '' }, 'open'],
    [{ amount_due: '0', amount_paid: '0' }, 'hit'],
    ...byDueDate,
    ...noDueDate.map((due_date): Case => [{ due_date }, 'may hit']),
    [{ due_date: '', amount_paid: '1' }, 'may miss'],
    [{ due_date: '', amount_paid: '' }, 'may'],
  ]);
});

describe('3b, benefit funds paid, in fen', () => {
  const of = (change: object) => ({
    benefits: [{ item: '奖励金', due_date: '2025-03-01', amount_due: '100.10', amount_paid: '60.05', ...change }],
  });
  kept('3b', [
    ['the amount paid', of({}), { x: 6005n, y: 10010n, leftOut: 0 }],
    ['no more than is due', of({ amount_paid: '200' }), { x: 10010n, y: 10010n, leftOut: 0 }],
    ['no amount paid', of({ amount_paid: '' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['no amount due', of({ amount_due: '' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['an amount not known', of({ amount_due: '不详' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['an amount unreadable', of({ amount_paid: '1.234' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['no due date', of({ due_date: '' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['a due date that may be outside', of({ due_date: '2025年' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['the day before', of({ due_date: '2024-12-31' }), { x: 0n, y: 0n, leftOut: 0 }],
    ['the first day', of({ due_date: '2025-01-01' }), { x: 6005n, y: 10010n, leftOut: 0 }],
    ['the last day', of({ due_date: '2025-06-30' }), { x: 6005n, y: 10010n, leftOut: 0 }],
    ['not yet due', of({ due_date: '2025-07-01' }), { x: 0n, y: 0n, leftOut: 0 }],
    ['not yet due, no amount', of({ due_date: '2025-07-01', amount_paid: '' }), { x: 0n, y: 0n, leftOut: 0 }],
  ]);
});

describe.each([
  ['5', 'informed_choice'],
  ['6', 'self_governance'],
] as const)('%s, villages with %s', (id, key) => {
  standings(id, { register: 'villages', plain: { code: '990101', name: '甲', [key]: '是' } }, [
    [{}, 'hit'],
    [{ [key]: '否' }, 'miss'],
    [{ [key]: '无' }, 'miss'],
    [{ [key]: '' }, 'open'],
    [{ [key]: '不详' }, 'open'],
    [{ [key]: '见附件' }, 'open'],
  ]);
});

describe('13b, first petitions closed', () => {
  const plain = { received: '2025-02-01', first_visit: '是', due_date: '2025-03-01', closed_date: '2025-04-01' };
  standings('13b', { register: 'petitions', plain }, [
    [{}, 'hit'],
    [{ closed_date: '2025-06-30' }, 'hit'],
    [{ closed_date: '2025-07-01' }, 'miss'],
    [{ closed_date: '' }, 'miss'],
    [{ closed_date: '0000-00-00' }, 'miss'],
    [{ closed_date: '不详' }, 'open'],
    [{ closed_date: '2025-02-30' }, 'open'],
    [{ closed_date: '2025年6月' }, 'hit'],
    [{ closed_date: '2025年7月' }, 'miss'],
    [{ closed_date: '2025年' }, 'open'],
    [{ first_visit: '否' }, 'outside'],
    [{ first_visit: '' }, 'may hit'],
    [{ first_visit: '不详' }, 'may hit'],
    [{ first_visit: '见附件' }, 'may hit'],
    [{ first_visit: '', closed_date: '' }, 'may miss'],
    [{ first_visit: '', closed_date: '不详' }, 'may'],
    ...byDueDate,
    ...noDueDate.map((due_date): Case => [{ due_date }, 'may hit']),
  ]);
});

describe('13d, petitions closed on time', () => {
  const plain = { received: '2024-10-01', first_visit: '否', due_date: '2025-03-01', closed_date: '2024-12-01' };
  standings('13d', { register: 'petitions', plain }, [
    [{}, 'hit'],
    [{ closed_date: '2025-03-01' }, 'hit'],
    [{ closed_date: '2025-03-02' }, 'miss'],
    [{ closed_date: '' }, 'miss'],
    [{ closed_date: '不详' }, 'open'],
    [{ closed_date: '2025年2月' }, 'hit'],
    [{ closed_date: '2025年3月' }, 'open'],
    [{ closed_date: '2025年4月' }, 'miss'],
    ...byDueDate,
    ...noDueDate.map((due_date): Case => [{ due_date }, 'may']),
    [{ due_date: '', closed_date: '' }, 'may miss'],
  ]);
});

describe('14a, migrants with certificates', () => {
  standings('14a', { register: 'migrants', plain: { direction: '流出', certificate: '是' } }, [
    [{}, 'hit'],
    [{ certificate: '否' }, 'miss'],
    [{ certificate: '' }, 'open'],
    [{ certificate: '不详' }, 'open'],
    [{ certificate: '见附件' }, 'open'],
    [{ direction: '流入' }, 'outside'],
    [{ direction: '' }, 'may hit'],
    [{ direction: '不详' }, 'may hit'],
    [{ direction: '见附件' }, 'may hit'],
    [{ direction: '', certificate: '否' }, 'may miss'],
    [{ direction: '不详', certificate: '' }, 'may'],
  ]);
});

describe('14b, migrants served', () => {
  standings('14b', { register: 'migrants', plain: { direction: '流出', served: '是' } }, [
    [{}, 'hit'],
    [{ direction: '流入' }, 'hit'],
    [{ direction: '' }, 'hit'],
    [{ served: '否' }, 'miss'],
    [{ served: '' }, 'open'],
    [{ served: '不详' }, 'open'],
    [{ served: '见附件' }, 'open'],
  ]);
});

describe('15a, statistical reports on time', () => {
  const plain = { report: '月报', due_date: '2025-03-01', submitted: '2024-12-01' };
  standings('15a', { register: 'reports', plain }, [
    [{}, 'hit'],
    [{ submitted: '2025-03-01' }, 'hit'],
    [{ submitted: '2025-03-02' }, 'miss'],
    [{ submitted: '' }, 'miss'],
    [{ submitted: '不详' }, 'open'],
    [{ submitted: '2025-02-30' }, 'open'],
    [{ submitted: '2025年3月' }, 'open'],
    ...byDueDate,
    ...noDueDate.map((due_date): Case => [{ due_date }, 'may']),
    [{ due_date: '', submitted: '' }, 'may miss'],
  ]);
});

describe('15b, items correct to items checked', () => {
  const of = (change: object) => ({ audits: [{ date: '2025-03-01', checked: 100, correct: 96, ...change }] });
  kept('15b', [
    ['an audit', of({}), { x: 96n, y: 100n, leftOut: 0 }],
    ['all correct', of({ correct: 100 }), { x: 100n, y: 100n, leftOut: 0 }],
    ['more correct than checked', of({ correct: 101 }), { x: 0n, y: 0n, leftOut: 1 }],
    ['no number', of({ correct: '' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['a number not known', of({ checked: '不详' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['a number unreadable', of({ checked: '95%' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['no day', of({ date: '' }), { x: 0n, y: 0n, leftOut: 1 }],
    ['the day before', of({ date: '2024-12-31' }), { x: 0n, y: 0n, leftOut: 0 }],
    ['the first day', of({ date: '2025-01-01' }), { x: 96n, y: 100n, leftOut: 0 }],
    ['the last day', of({ date: '2025-06-30' }), { x: 96n, y: 100n, leftOut: 0 }],
    ['the day after', of({ date: '2025-07-01', correct: 101 }), { x: 0n, y: 0n, leftOut: 0 }],
    ['a year across the edge', of({ date: '2025年' }), { x: 0n, y: 0n, leftOut: 1 }],
  ]);
});
