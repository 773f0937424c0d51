import { describe, expect, test } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { measured, type Row, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';
const birth = { birth_date: day, parity: 1, policy: '政策内', sex: '男' };
const girl = { ...birth, sex: '女' };
const woman = { birth_date: '1990-01-01', marital: '已婚', method: '环' };
const termination = { kind: '人流', done_date: day };

function times(number: number, row: Row): readonly Row[] {
  return Array.from({ length: number }, () => row);
}

function villages(reference: Row) {
  return [{ code: '990101', name: '甲', ...reference }];
}

/** The rows of a table: what is counted, the tables, and what comes of it. */
type Judged = readonly [what: string, tables: Tables, status: string, figures?: object];

function judged(id: MeasureId, cases: readonly Judged[]): void {
  const named = cases.map(([what, tables, status, figures = {}]) => ({ what, tables, status, figures }));
  test.each(named)(`${id}, $what`, async ({ tables, status, figures }) => {
    expect(await measured(id, tables)).toMatchObject({ status, shortfall: null, ...figures });
  });
}

describe('births to births planned, at most 100 %', () => {
  const of = (births: number, plan: number | string, rest: readonly Row[] = []) => ({
    villages: villages({ planned_births: plan }),
    births: [...times(births, birth), ...rest],
  });
  const undated = { ...birth, birth_date: '' };
  judged('1a', [
    ['as planned', of(4, 4), 'pass', { value: 100 }],
    ['one too many', of(5, 4), 'fail', { value: 125 }],
    ['perhaps one too many', of(4, 4, [undated]), 'undetermined', { value: 100, low: 100, high: 125 }],
    ['few enough in any case', of(3, 4, [undated]), 'pass', { low: 75, high: 100 }],
    ['none born', of(0, 4), 'pass', { value: 0, low: 0, high: 0 }],
    ['none planned, none born', of(0, 0), 'not-applicable', { value: null, low: null, high: null }],
    ['none planned, one born', of(1, 0), 'fail', { value: null, low: null, high: null }],
    ['none planned, perhaps one born', of(0, 0, [undated]), 'undetermined', { low: 0, high: null }],
    ['no plan, nobody born', of(0, ''), 'not-applicable'],
    ['no plan, one born', of(1, ''), 'undetermined', { numerator: 0, denominator: 0, low: 0, high: null }],
  ]);
});

describe('benefit funds paid, all of them', () => {
  const of = (...paid: readonly (string | number)[]) => ({
    benefits: paid.map((amount_paid) => ({ due_date: day, amount_due: 1000, amount_paid })),
  });
  judged('3b', [
    ['paid', of(1000, 1000), 'pass', { numerator: 2000, denominator: 2000, value: 100, low: 100, high: 100 }],
    ['a fen too little', of(1000, '999.99'), 'fail', { numerator: 1999.99, unknown: 0 }],
    ['more than is due makes good nothing', of('999.99', 2000), 'fail', { numerator: 1999.99 }],
    ['an amount not known', of(1000, ''), 'undetermined', { numerator: 1000, unknown: 1, low: null, high: null }],
    ['nothing due', { benefits: [{ due_date: day, amount_due: 0, amount_paid: 0 }] }, 'not-applicable'],
    ['no benefit', of(), 'not-applicable', { numerator: 0, denominator: 0, value: null }],
    ['only an amount not known', of(''), 'undetermined', { numerator: 0, denominator: 0, value: null, unknown: 1 }],
  ]);
});

describe('boys to 100 girls, 103 to 107 of 400 births or more', () => {
  const of = (boys: number, girls: number, rest: readonly Row[] = []) => ({
    births: [...times(boys, birth), ...times(girls, girl), ...rest],
  });
  judged('7a', [
    ['103 exactly', of(206, 200), 'pass', { value: 103, low: 103, high: 103 }],
    ['a boy too few', of(205, 200), 'fail', { value: 102.5 }],
    ['107 exactly', of(214, 200), 'pass', { value: 107 }],
    ['a boy too many', of(215, 200), 'fail', { value: 107.5 }],
    ['perhaps a boy too many', of(214, 200, [{ ...birth, sex: '' }]), 'undetermined', { unknown: 1, high: 107.5 }],
    ['within, whatever one is', of(210, 200, [{ ...birth, sex: '' }]), 'pass', { value: 105, high: 105.5 }],
    ['400 births', of(204, 196), 'pass'],
    ['399 births', of(203, 196), 'small-sample', { value: 20300 / 196 }],
    ['399, and one not known', of(203, 196, [{ ...birth, sex: '' }]), 'small-sample'],
    ['boys alone', of(400, 0), 'fail', { value: null, low: null, high: null, interval: null }],
    ['no birth', of(0, 0), 'not-applicable', { numerator: 0, denominator: 0 }],
  ]);
});

describe('terminations to births, at most 0.25', () => {
  const of = (terminations: number, births: number, rest: readonly Row[] = []) => ({
    procedures: [...times(terminations, termination), ...rest],
    births: times(births, birth),
  });
  const unclear = { ...termination, kind: '不详' };
  judged('8c', [
    ['one to four', of(1, 4), 'pass', { value: 0.25 }],
    ['two to seven', of(2, 7), 'fail'],
    ['perhaps two to four', of(1, 4, [unclear]), 'undetermined', { low: 0.25, high: 0.5 }],
    ['no birth, one termination', of(1, 0), 'fail', { value: null, low: null, high: null }],
    ['neither', of(0, 0), 'not-applicable'],
  ]);
});

describe.each<[MeasureId, string]>([
  ['7b', '选择性别终止妊娠'],
  ['9d', '技术服务事故'],
  ['13a', '违法行政行为'],
  ['13c', '群体性事件'],
])('%s, no event at all', (id, kind) => {
  const of = (...kinds: readonly string[]) => ({ incidents: kinds.map((each) => ({ date: day, kind: each })) });
  judged(id, [
    ['none', of(), 'pass', { numerator: 0, denominator: null, unknown: 0, value: 0, low: 0, high: 0 }],
    ['one', of(kind), 'fail', { numerator: 1, value: 1, low: 1, high: 1 }],
    ['perhaps one', of('不详'), 'undetermined', { numerator: 0, unknown: 1, low: 0, high: 1 }],
    ['one, and perhaps another', of(kind, '不详'), 'fail', { low: 1, high: 2 }],
  ]);
});

describe('items correct to items checked, at least 95 %', () => {
  const of = (...correct: readonly (string | number)[]) => ({
    audits: correct.map((number) => ({ date: day, checked: 100, correct: number })),
  });
  judged('15b', [
    ['95 exactly', of(95), 'pass', { value: 95, low: 95, high: 95 }],
    ['one too few', of(94), 'fail'],
    ['two audits add up', of(90, 100), 'pass', { numerator: 190, denominator: 200, value: 95 }],
    ['one left out', of(100, ''), 'undetermined', { value: 100, unknown: 1, low: null, high: null }],
    ['nothing checked', { audits: [{ date: day, checked: 0, correct: 0 }] }, 'not-applicable'],
  ]);
});

describe('married women on the register, at least 98 %', () => {
  const of = (women: number, reference: number | string, rest: readonly Row[] = []) => ({
    villages: villages({ married_women: reference }),
    women: [...times(women, woman), ...rest],
  });
  const unclear = { ...woman, marital: '' };
  judged('15c', [
    ['98 exactly', of(49, 50), 'pass', { value: 98 }],
    ['one too few', of(48, 50), 'fail', { value: 96 }],
    ['perhaps enough', of(48, 50, [unclear]), 'undetermined', { low: 96, high: 98 }],
    ['more than there are', of(51, 50), 'pass', { value: 102 }],
    ['more than none', of(1, 0), 'pass', { value: null, low: null, high: null }],
    ['nobody', of(0, 0), 'not-applicable'],
    ['no number', of(1, ''), 'undetermined', { low: 0, high: null }],
  ]);
});

describe('funds per head, at least 100 % of the standard', () => {
  const of = (...amounts: readonly (string | number)[]) => ({
    funding: amounts.map((amount) => ({ year: 2025, amount, population: 100, standard: '2.01' })),
  });
  judged('17b', [
    ['to standard', of(201), 'pass', { numerator: 201, denominator: 201, value: 100 }],
    ['a fen too little', of('200.99'), 'fail', { numerator: 200.99 }],
    ['two rows add up', of(200, 202), 'pass', { value: 100 }],
    ['an amount not known', of(201, ''), 'undetermined', { unknown: 1 }],
    ['nobody lives there', { funding: [{ year: 2025, amount: 1, population: 0, standard: 2 }] }, 'not-applicable'],
  ]);
});
