import { day } from '../../src/model/day.ts';
import { date, type Entry, entry, FIRST, plus } from './entry.ts';
import type { Random } from './random.ts';
import { idIn, type Village, villages } from './villages.ts';

const rewards = [
  ['独生子女父母奖励', 120],
  ['奖励扶助', 1080],
  ['特别扶助', 4320.5],
] as const;

/** Rewards due month by month and paid on the day; one of the last month is paid short. */
export function benefitsOf(numbers: Random): readonly Entry[] {
  return villages.flatMap((village) =>
    Array.from({ length: 42 }, (_, month) =>
      benefit(village, { month, isShort: village.number === '08' && month === 41 }, numbers),
    ),
  );
}

function benefit(village: Village, about: { month: number; isShort: boolean }, numbers: Random): Entry {
  const due = day(2022, 1 + about.month, 20);
  const [item, amount] = about.isShort ? (['奖励扶助', 1080] as const) : numbers.pick(rewards);
  const row = {
    village: village.name,
    id: idIn(village, 'J', about.month + 1),
    item,
    due_date: date(due),
    amount_due: amount,
    amount_paid: null,
  };
  const paid = { on: plus(due, -numbers.whole(0, 5)), fields: { amount_paid: about.isShort ? amount / 2 : amount } };
  return entry(plus(due, -19), row, [paid]);
}

/** Three workers a village, paid in full. */
export function staffOf(numbers: Random): readonly Entry[] {
  return villages.flatMap((village) =>
    ['村级', '组级', '组级'].map((level, index) => {
      const pay = level === '村级' ? 2400 + 10 * numbers.whole(0, 40) : 900 + 10 * numbers.whole(0, 20);
      return entry(FIRST, {
        village: village.name,
        id: idIn(village, 'T', index + 1),
        level,
        pay_due: pay,
        pay_paid: pay,
      });
    }),
  );
}

/** What each village spent a year, by its code: a little above 15 yuan a head. */
export function fundingOf(numbers: Random): readonly Entry[] {
  return villages.flatMap(({ code, population }) =>
    [2023, 2024, 2025].map((year) => {
      const people = population - 9 * (2025 - year);
      const amount = Math.round(people * (15 + numbers.next() * 0.6) * 100) / 100;
      return entry(FIRST, { village: code, year, in_budget: '是', amount, population: people, standard: 15 });
    }),
  );
}
