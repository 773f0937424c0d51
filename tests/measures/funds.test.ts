import { describe } from 'vitest';
import { kept, standings } from './standing.ts';

describe('16, staff paid in full', () => {
  standings('16', { register: 'staff', plain: { level: '村', pay_due: '3000', pay_paid: '3000' } }, [
    [{}, 'hit'],
    [{ pay_paid: '2999.99' }, 'miss'],
    [{ pay_paid: '3000.01' }, 'hit'],
    [{ pay_paid: '' }, 'open'],
    [{ pay_due: '不详' }, 'open'],
    [{ pay_paid: '0.3万元' }, 'open'],
  ]);
});

const fund = { year: 2025, in_budget: '是', amount: '1000.50', population: 500, standard: '2.01' };

describe('17a, funds in the budget', () => {
  standings('17a', { register: 'funding', plain: fund }, [
    [{}, 'hit'],
    [{ in_budget: '否' }, 'miss'],
    [{ in_budget: '' }, 'open'],
    [{ in_budget: '不详' }, 'open'],
    [{ in_budget: '见附件' }, 'open'],
    [{ year: '2025年度' }, 'hit'],
    [{ year: 2024 }, 'outside'],
    [{ year: 2026 }, 'outside'],
    [{ year: '' }, 'may hit'],
    [{ year: '不详' }, 'may hit'],
    [{ year: '今年' }, 'may hit'],
    [{ year: '', in_budget: '否' }, 'may miss'],
    [{ year: '', in_budget: '' }, 'may'],
  ]);
});

describe('17b, funds per head to standard, in fen', () => {
  const of = (change: object) => ({ funding: [{ ...fund, ...change }] });
  const counted = { x: 100050n, y: 100500n, leftOut: 0 };
  const nothing = { x: 0n, y: 0n };
  kept('17b', [
    ['funds of the year', of({}), counted],
    ['of another year', of({ year: 2024 }), { ...nothing, leftOut: 0 }],
    ['of no year', of({ year: '' }), { ...nothing, leftOut: 1 }],
    ['no amount', of({ amount: '' }), { ...nothing, leftOut: 1 }],
    ['no population', of({ population: '' }), { ...nothing, leftOut: 1 }],
    ['no standard', of({ standard: '不详' }), { ...nothing, leftOut: 1 }],
    ['an amount unreadable', of({ amount: '12.345' }), { ...nothing, leftOut: 1 }],
    ['of another year, no amount', of({ year: 2024, amount: '' }), { ...nothing, leftOut: 0 }],
  ]);
});

describe('the year of the funds is the calendar year, whenever the counting year begins', () => {
  const october = { configuration: 'year_start: "10-01"', period: '2025-12' };
  standings('17a', { register: 'funding', plain: fund, ...october }, [
    [{}, 'hit'],
    [{ year: 2026 }, 'outside'],
  ]);
  kept('17b', [['funds of 2025', { funding: [fund] }, { x: 100050n }]], october);
});
