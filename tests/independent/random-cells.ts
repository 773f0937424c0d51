import { addMonths, calendarDate, type Day, day, isoDate, nextDay } from '../../src/model/day.ts';
import { type Cell, date, plus } from '../ledgers/entry.ts';
import type { Random } from '../ledgers/random.ts';

/** What a random cell depends on: the stream of numbers and the last day of the period. */
export interface Draw {
  readonly numbers: Random;
  readonly last: Day;
}

/** One of the words, mostly; else empty, unknown, or of no list at all. */
export function word(choices: readonly string[], emptiness = 8): (draw: Draw) => Cell {
  return ({ numbers }) =>
    numbers.weighted<Cell>([
      [numbers.pick(choices), 100],
      [null, emptiness],
      ['不详', 2],
      ['见附件', 1],
    ]);
}

/** A day around the edges of the windows, or anywhere in four years; some only to the month or year, some none. */
export function eventDate({ numbers, last }: Draw): Cell {
  const anywhere = plus(last, -numbers.whole(-40, 1300));
  const edge = plus(numbers.pick(edgesOf(last)), numbers.whole(-1, 1));
  return datelike(numbers.weighted([[anywhere, 4] as const, [edge, 2]]), numbers);
}

/** A birthday around the ages of 15 and 50, or anywhere between. */
export function birthday({ numbers, last }: Draw): Cell {
  const turning = numbers.pick([15, 50]);
  const edge = plus(addMonths(last, -12 * turning), numbers.whole(-1, 2));
  const anywhere = plus(last, -numbers.whole(13 * 365, 52 * 365));
  const leapling = day(numbers.pick([1976, 2008]), 2, 29);
  return datelike(numbers.weighted([[anywhere, 12] as const, [edge, 6], [leapling, 1]]), numbers);
}

export function amount({ numbers }: Draw): Cell {
  const yuan = numbers.whole(0, 8000) / numbers.pick([1, 10, 100]);
  return numbers.weighted<Cell>([
    [yuan, 20],
    [0, 1],
    [`${yuan.toFixed(2)}元`, 2],
    [null, 1],
    ['不详', 0.5],
    ['95%', 0.3],
  ]);
}

export function whole(first: number, last: number): (draw: Draw) => Cell {
  return ({ numbers }) =>
    numbers.weighted<Cell>([
      [numbers.whole(first, last), 20],
      [null, 2],
      ['不详', 1],
    ]);
}

/** Near another value: the same day or amount, one more or one less. It stays nothing where the other is. */
export function beside(cell: Cell, numbers: Random): Cell {
  const step = numbers.whole(-1, 1);
  if (typeof cell === 'number') return Math.max(0, Math.round(cell * 100 + step) / 100);
  return typeof cell === 'object' && cell !== null ? date(plus(cell.day, step)) : cell;
}

function edgesOf(last: Day): readonly Day[] {
  const { year } = calendarDate(last);
  return [last, nextDay(last), day(year, 1, 1), day(year - 1, 10, 1), addMonths(nextDay(last), -36)];
}

function datelike(on: Day, numbers: Random): Cell {
  const [year, month] = isoDate(on).split('-').map(Number);
  return numbers.weighted<Cell>([
    [date(on), 100],
    [`${year}年${month}月`, 8],
    [`${year}-${String(month).padStart(2, '0')}`, 3],
    [`${year}年`, 2],
    [null, 10],
    ['不详', 3],
    ['2025-02-30', 1],
  ]);
}
