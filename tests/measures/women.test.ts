import { describe, expect, test } from 'vitest';
import { ageAt, birthdaysOf, isWithin } from '../../src/measures/age.ts';
import { type Day, day, singleDay } from '../../src/model/day.ts';
import { type Case, kept, standings } from './standing.ts';

const plain = { birth_date: '1990-01-01', marital: '已婚', method: '上环', rh_service: '是' };

/** How a woman stands by her age alone, where she would hit. P is 2025-06-30. */
const byAge: readonly Case[] = [
  [{ birth_date: '2010-07-01' }, 'outside'], // 15 tomorrow
  [{ birth_date: '2010-06-30' }, 'hit'], // 15 today
  [{ birth_date: '1975-07-01' }, 'hit'], // 50 tomorrow
  [{ birth_date: '1975-06-30' }, 'outside'], // 50 today
  [{ birth_date: '2010年7月' }, 'outside'],
  [{ birth_date: '2010年6月' }, 'hit'],
  [{ birth_date: '2010年' }, 'may hit'],
  [{ birth_date: '1975年6月' }, 'outside'],
  [{ birth_date: '1975年7月' }, 'hit'],
  [{ birth_date: '1975年' }, 'may hit'],
  [{ birth_date: '1974年' }, 'outside'],
  [{ birth_date: '1976年' }, 'hit'],
  [{ birth_date: '' }, 'may hit'],
  [{ birth_date: '不详' }, 'may hit'],
  [{ birth_date: '1990-02-30' }, 'may hit'],
];

describe('8a, married women who use a method', () => {
  standings('8a', { register: 'women', plain }, [
    [{}, 'hit'],
    [{ method: '未避孕' }, 'miss'],
    [{ method: '无' }, 'miss'],
    [{ method: '其他' }, 'hit'],
    [{ method: '结扎' }, 'hit'],
    [{ method: '' }, 'open'],
    [{ method: '不详' }, 'open'],
    [{ method: '见附件' }, 'open'],
    [{ marital: '再婚' }, 'hit'],
    [{ marital: '未婚' }, 'outside'],
    [{ marital: '离婚' }, 'outside'],
    [{ marital: '丧偶' }, 'outside'],
    [{ marital: '' }, 'may hit'],
    [{ marital: '90' }, 'may hit'],
    [{ marital: '不详' }, 'may hit'],
    [{ marital: '见附件' }, 'may hit'],
    [{ marital: '', method: '未避孕' }, 'may miss'],
    [{ marital: '', method: '' }, 'may'],
    ...byAge,
    [{ birth_date: '', marital: '未婚' }, 'outside'],
    [{ birth_date: '1975-06-30', marital: '' }, 'outside'],
  ]);
});

describe('10a, women served to standard', () => {
  standings('10a', { register: 'women', plain: { ...plain, marital: '未婚' } }, [
    [{}, 'hit'],
    [{ rh_service: '否' }, 'miss'],
    [{ rh_service: '' }, 'open'],
    [{ rh_service: '不详' }, 'open'],
    [{ rh_service: '见附件' }, 'open'],
    [{ marital: '' }, 'hit'],
    ...byAge,
    [{ birth_date: '', rh_service: '否' }, 'may miss'],
    [{ birth_date: '', rh_service: '' }, 'may'],
  ]);
});

describe('15c, married women on the register', () => {
  const of = (change: object, reference: string | number = 10) => ({
    villages: [{ code: '990101', name: '甲', married_women: reference }],
    women: [{ ...plain, ...change }],
  });
  kept('15c', [
    ['a married woman', of({}), { a: 1, aMaybe: 0, b: 10, unknown: 0 }],
    ['not married', of({ marital: '未婚' }), { a: 0, aMaybe: 0, b: 10 }],
    ['marriage not known', of({ marital: '' }), { a: 0, aMaybe: 1, b: 10, bUnbounded: false, unknown: 1 }],
    ['14', of({ birth_date: '2010-07-01' }), { a: 0, aMaybe: 0 }],
    ['15', of({ birth_date: '2010-06-30' }), { a: 1 }],
    ['49', of({ birth_date: '1975-07-01' }), { a: 1 }],
    ['50', of({ birth_date: '1975-06-30' }), { a: 0, aMaybe: 0 }],
    ['no birth date', of({ birth_date: '不详' }), { a: 0, aMaybe: 1, unknown: 1 }],
    ['no number of the village', of({}, ''), { a: 0, aMaybe: 1, b: 0, bUnbounded: true, unknown: 1 }],
    ['no number, nobody in scope', of({ marital: '未婚' }, ''), { aMaybe: 0, b: 0, bUnbounded: false, unknown: 0 }],
    ['a village not listed', of({ village: '乙' }), { a: 0, aMaybe: 1, b: 10, bUnbounded: true }],
  ]);
});

describe('a birthday on 29 February falls on 1 March in common years', () => {
  const on = (text: string) => {
    const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
    return day(year, month, date);
  };

  test.each([
    ['2008-02-29', '2023-02-28', 14],
    ['2008-02-29', '2023-03-01', 15],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['1976-02-29', '2025-02-28', 48],
    ['1976-02-29', '2025-03-01', 49],
    ['1976-02-29', '2026-02-28', 49],
    ['1976-02-29', '2026-03-01', 50],
    ['2000-06-30', '2025-06-29', 24],
    ['2000-06-30', '2025-06-30', 25],
    ['2000-12-31', '2025-01-01', 24],
    ['2025-06-30', '2025-06-30', 0],
  ])('born %s, on %s: %i', (birth, at, age) => {
    expect(ageAt(on(birth), on(at))).toBe(age);
  });

  test.each([
    ['14', '2008-02-29', '2023-02-28', false],
    ['15', '2008-02-29', '2023-03-01', true],
    ['49', '1976-02-29', '2026-02-28', true],
    ['50', '1976-02-29', '2026-03-01', false],
  ])('aged %s: born %s, on %s: %s', (_, birth, at, truth) => {
    expect(isWithin(singleDay(on(birth)), birthdaysOf([15, 49], on(at)))).toBe(truth);
  });

  test('the first and the last birthday of an age are those of nobody younger or older, on every day of five years', () => {
    const days = Array.from({ length: 5 * 366 }, (_, index) => (on('2022-01-01') + index) as Day); // days are whole numbers
    const wrong = days.filter((at) => {
      const { first, last } = birthdaysOf([15, 49], at);
      const ages = [first - 1, first, last, last + 1].map((birth) => ageAt(birth as Day, at)); // as above
      return ages.join() !== '50,49,15,14';
    });
    expect(wrong).toEqual([]);
  });

  // Born in a month of which one day alone is of the age.
  standings('10a', { register: 'women', plain, period: '2025-07-01' }, [[{ birth_date: '2010年7月' }, 'may hit']]);
  standings('10a', { register: 'women', plain, period: '2025-06-30' }, [[{ birth_date: '2010年7月' }, 'outside']]);
  standings('10a', { register: 'women', plain, period: '2025-07-30' }, [[{ birth_date: '1975年7月' }, 'may hit']]);
  standings('10a', { register: 'women', plain, period: '2025-07-31' }, [[{ birth_date: '1975年7月' }, 'outside']]);

  standings('10a', { register: 'women', plain, period: '2023-02-28' }, [[{ birth_date: '2008-02-29' }, 'outside']]);
  standings('10a', { register: 'women', plain, period: '2023-03-01' }, [[{ birth_date: '2008-02-29' }, 'hit']]);
  standings('10a', { register: 'women', plain, period: '2024-02-28' }, [[{ birth_date: '2009-02-28' }, 'hit']]);
  standings('8a', { register: 'women', plain, period: '2026-02-28' }, [[{ birth_date: '1976-02-29' }, 'hit']]);
  standings('8a', { register: 'women', plain, period: '2026-03-01' }, [[{ birth_date: '1976-02-29' }, 'outside']]);
});
