import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  calendarDate,
  type Day,
  day,
  dayOf,
  isoDate,
  isSingleDay,
  lastDateOf,
  nextDay,
  singleDay,
} from '../../src/model/day.ts';

const on = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return day(year, month, date);
};
const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((number) => number as Day); // a whole number of days is a day

describe('a day', () => {
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11016],
    [2025, 6, 30, 20269],
  ])('%i-%i-%i is day %i', (year, month, date, number) => {
    expect(dayOf(year, month, date)).toBe(number);
  });

  test.each([
    [2025, 2, 29],
    [1900, 2, 29],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [2025, 1, 32],
  ])('there is no %i-%i-%i', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  test('of the year 99 is not of 1999', () => {
    expect(isoDate(day(99, 3, 1))).toBe('0099-03-01');
  });

  test('is its date, and the next day is the next', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        const { year, month, date } = calendarDate(some);
        expect(dayOf(year, month, date)).toBe(some);
        expect(nextDay(some) - some).toBe(1);
      }),
    );
  });

  test('of any month from the year 0 to 3000 is the one that Date says', () => {
    const wrong = Array.from(
      { length: 3000 * 12 },
      (_, months) => [Math.floor(months / 12), (months % 12) + 1] as const,
    ).filter(([year, month]) => {
      const at = new Date(0);
      at.setUTCFullYear(year, month - 1, 15);
      return (
        day(year, month, 15) !== at.getTime() / 86_400_000 || day(year - 1, month + 12, 15) !== day(year, month, 15)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('comes in its order', () => {
    expect(on('2024-02-29') < on('2024-03-01')).toBe(true);
    expect(nextDay(on('2024-02-28'))).toBe(on('2024-02-29'));
    expect(nextDay(on('2023-02-28'))).toBe(on('2023-03-01'));
  });
});

describe('the last date of a month', () => {
  test.each([
    [2024, 2, 29],
    [2025, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2025, 4, 30],
    [2025, 12, 31],
  ])('%i-%i: %i', (year, month, date) => {
    expect(lastDateOf(year, month)).toBe(date);
  });
});

describe('some months on', () => {
  test.each([
    ['2025-07-01', -36, '2022-07-01'],
    ['2024-02-29', -36, '2021-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-03-31', -13, '2024-02-29'],
    ['2025-03-31', 0, '2025-03-31'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(isoDate(addMonths(on(from), months))).toBe(to);
  });
});

test('a single day is a range of one', () => {
  const range = singleDay(on('2025-06-30'));
  expect(range).toEqual({ first: range.last, last: range.first });
  expect(isSingleDay(range)).toBe(true);
  expect(isSingleDay({ ...range, last: nextDay(range.last) })).toBe(false);
});
