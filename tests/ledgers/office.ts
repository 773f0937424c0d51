import { day } from '../../src/model/day.ts';
import { date, type Entry, entry, FIRST, plus } from './entry.ts';
import type { Random } from './random.ts';
import { idIn, type Village, villages } from './villages.ts';

/** People who went away or came to stay. */
export function migrantsOf(numbers: Random): readonly Entry[] {
  return villages.flatMap((village) =>
    Array.from({ length: Math.round(village.women / 8) }, (_, index) => {
      const isOut = numbers.next() < 0.6;
      const row = {
        village: village.name,
        id: idIn(village, 'M', index + 1),
        direction: isOut ? '流出' : '流入',
        certificate: numbers.next() < (isOut ? 0.95 : 0.8) ? '有' : '无',
        served: numbers.next() < 0.86 ? '是' : '否',
      };
      return entry(numbers.next() < 0.04 ? plus(day(2025, 6, 2), numbers.whole(0, 20)) : FIRST, row);
    }),
  );
}

/** The cases due this year are 40; two of them are closed late, in the last month. */
const CASES_BEFORE = 92;
const CASES = 40;
const lateCases = new Set([20, 27]);

export function petitionsOf(numbers: Random): readonly Entry[] {
  const before = Array.from({ length: CASES_BEFORE }, (_, index) => plus(day(2022, 2, 1), index * 11));
  const thisYear = Array.from({ length: CASES }, (_, index) => plus(day(2025, 1, 6), Math.round(index * 4.4)));
  const running = new Map<string, number>();
  return [...before, ...thisYear].map((due, index) => {
    const village = numbers.pick(villages);
    const next = (running.get(village.code) ?? 0) + 1;
    running.set(village.code, next);
    const isLate = lateCases.has(index - CASES_BEFORE);
    const isFirst = isLate || numbers.next() < 0.75;
    return petition(village, { next, due, isLate, isFirst, early: numbers.whole(2, 20) });
  });
}

function petition(
  village: Village,
  about: { next: number; due: ReturnType<typeof plus>; isLate: boolean; isFirst: boolean; early: number },
): Entry {
  const received = plus(about.due, -60);
  const closed = about.isLate ? plus(day(2025, 6, 4), about.early) : plus(about.due, -about.early);
  const row = {
    village: village.name,
    id: idIn(village, 'X', about.next),
    received: date(received),
    first_visit: about.isFirst ? '是' : '否',
    due_date: date(about.due),
    closed_date: null,
  };
  return entry(received, row, [{ on: closed, fields: { closed_date: date(closed) } }]);
}

/** Old incidents, outside the windows that they count in. */
export function incidentsOf(): readonly Entry[] {
  const events = [
    [2, day(2022, 3, 17), '技术服务事故'],
    [9, day(2022, 5, 26), '违法行政行为'],
    [4, day(2024, 11, 8), '群体性事件'],
  ] as const;
  return events.flatMap(([index, on, kind], number) =>
    villages.slice(index, index + 1).map((village) => {
      return entry(on, { village: village.name, id: idIn(village, 'E', number + 1), date: date(on), kind });
    }),
  );
}

/** The monthly report of each village: late a few times in earlier years, never in this one. */
export function reportsOf(numbers: Random): readonly Entry[] {
  return villages.flatMap((village) =>
    Array.from({ length: 42 }, (_, month) => {
      const due = day(2022, 1 + month, 28);
      const isLate = month < 36 && numbers.next() < 0.03;
      const sent = plus(due, isLate ? numbers.whole(1, 6) : -numbers.whole(0, 4));
      const row = {
        village: village.name,
        id: idIn(village, 'R', month + 1),
        report: `${2022 + Math.floor(month / 12)}年${(month % 12) + 1}月报表`,
        due_date: date(due),
        submitted: null,
      };
      return entry(plus(due, -20), row, [{ on: sent, fields: { submitted: date(sent) } }]);
    }),
  );
}
