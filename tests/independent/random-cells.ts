import { addMonths, calendarDate, type Day, day, isoDate, nextDay } from '../../src/model/day.ts';
import { type Cell, date, plus } from '../ledgers/entry.ts';
import type { Random } from '../ledgers/random.ts';

/** What a random cell depends on: the stream of numbers, the last day of the period, and how often cells are amiss. */
export interface Draw {
  readonly numbers: Random;
  readonly last: Day;
  /** 0: never, so that some ledgers are decided whole. */
  readonly mess: number;
}

/** One of the words, mostly; else empty, unknown, or of no list at all. */
export function word(choices: readonly string[]): (draw: Draw) => Cell {
  return ({ numbers, mess }) =>
    numbers.weighted<Cell>([
      [numbers.pick(choices), 100],
      [null, 8 * mess],
      ['不详', 2 * mess],
      ['见附件', mess],
    ]);
}

/** A column that is left empty where nothing is to be told. */
export function rareWord(choices: readonly string[]): (draw: Draw) => Cell {
  const written = word(choices);
  return (draw) => (draw.numbers.next() < 0.4 ? null : written(draw));
}

/** A day around the edges of the windows, or anywhere in four years; some only to the month or year, some none. */
export function eventDate({ numbers, last, mess }: Draw): Cell {
  const anywhere = plus(last, -numbers.whole(-40, 1300));
  const edge = plus(numbers.pick(edgesOf(last)), numbers.whole(-1, 1));
  return datelike(numbers.weighted([[anywhere, 4] as const, [edge, 2]]), { numbers, mess });
}

/** A birthday around the ages of 15 and 50, or anywhere between. */
export function birthday({ numbers, last, mess }: Draw): Cell {
  const turning = numbers.pick([15, 50]);
  const edge = plus(addMonths(last, -12 * turning), numbers.whole(-1, 2));
  const anywhere = plus(last, -numbers.whole(13 * 365, 52 * 365));
  const leapling = day(numbers.pick([1976, 2008]), 2, 29);
  return datelike(numbers.weighted([[anywhere, 12] as const, [edge, 6], [leapling, 1]]), { numbers, mess });
}

export function amount({ numbers, mess }: Draw): Cell {
  const yuan = numbers.whole(0, 8000) / numbers.pick([1, 10, 100]);
  return numbers.weighted<Cell>([
    [yuan, 20],
    [0, 1],
    [`${yuan.toFixed(2)}元`, 2],
    [null, mess],
    ['不详', 0.5 * mess],
    ['95%', 0.3 * mess],
  ]);
}

export function whole(first: number, last: number): (draw: Draw) => Cell {
  return ({ numbers, mess }) =>
    numbers.weighted<Cell>([
      [numbers.whole(first, last), 20],
      [null, 2 * mess],
      ['不详', mess],
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

function datelike(on: Day, { numbers, mess }: Pick<Draw, 'numbers' | 'mess'>): Cell {
  const [year, month] = isoDate(on).split('-').map(Number);
  return numbers.weighted<Cell>([
    [date(on), 100],
    [`${year}年${month}月`, 8 * mess],
    [`${year}-${String(month).padStart(2, '0')}`, 3 * mess],
    [`${year}年`, 2 * mess],
    [null, 10 * mess],
    ['不详', 3 * mess],
    ['2025-02-30', mess],
  ]);
}
