import { addMonths, calendarDate, type Day, day } from '../../src/model/day.ts';
import { between, date, dayIn, type Entry, entry, FIRST, LAST, plus, type Row, rewritten } from './entry.ts';
import type { Random } from './random.ts';
import { idIn, type Village, villages } from './villages.ts';

const methods = [
  ['宫内节育器', 47],
  ['避孕套', 17],
  ['女扎', 9],
  ['药具', 7],
  ['皮下埋植', 4],
  ['口服及注射避孕药', 4],
  ['男扎', 1],
  ['其他', 1],
  ['待孕', 4],
  ['现孕', 3],
  ['无', 2],
  ['哺乳期', 1],
] as const;

const withoutMethod = new Set<unknown>(['待孕', '现孕', '无', '哺乳期']);

/** The women of the district. Of those of reproductive age, a few too many are not served, and five cells are empty. */
export function womenOf(numbers: Random): readonly Entry[] {
  const all = villages.flatMap((village) =>
    Array.from({ length: village.women }, (_, index) => woman(village, index + 1, numbers)),
  );
  const inScope = all.filter(({ row }) => isReproductive(row));
  const missed = Math.floor(inScope.length * 0.05) - 2;
  const drawn = numbers.some(inScope, missed + 5);
  const blank = drawn.filter((_, index) => index % Math.floor(drawn.length / 5) === 3).slice(0, 5);
  const served = rewritten(all, drawn, { rh_service: '否' });
  const blankIds = new Set(blank.map(({ row }) => row['id']));
  return rewritten(
    served,
    served.filter(({ row }) => blankIds.has(row['id'])),
    { rh_service: null },
  );
}

/** Aged 15 to 49 on the last day. */
export function isReproductive(row: Row): boolean {
  return between(dayIn(row, 'birth_date'), plus(addMonths(LAST, -600), 1), addMonths(LAST, -180));
}

export function isMarried(row: Row): boolean {
  return ['已婚', '初婚', '再婚'].includes(String(row['marital']));
}

function woman(village: Village, running: number, numbers: Random): Entry {
  const born = plus(day(1974, 9, 1), numbers.whole(0, 13_300));
  const { year } = calendarDate(born);
  const marital = maritalOf(2025 - year, numbers);
  const method = isMarried({ marital }) ? numbers.weighted(methods) : '无';
  const row = {
    village: village.name,
    id: idIn(village, 'W', running),
    birth_date: date(born),
    marital,
    method,
    method_date: withoutMethod.has(method) ? null : date(methodDay(born, numbers)),
    rh_service: '是',
    remark: null,
  };
  const entered = numbers.next() < 0.02 ? plus(day(2025, 1, 10), numbers.whole(0, 165)) : FIRST;
  return {
    ...entry(entered, row),
    ...(numbers.next() < 0.003 ? { left: plus(day(2025, 6, 3), numbers.whole(0, 24)) } : {}),
  };
}

function maritalOf(age: number, numbers: Random): string {
  if (age < 20) return '未婚';
  if (age < 26) return numbers.weighted([['未婚', 45] as const, ['已婚', 35] as const, ['初婚', 20] as const]);
  return numbers.weighted([
    ['已婚', 58],
    ['初婚', 30],
    ['再婚', 4],
    ['离婚', 3],
    ['未婚', 4],
    ['丧偶', age > 40 ? 1 : 0],
  ] as const);
}

function methodDay(born: Day, numbers: Random): Day {
  const earliest = addMonths(born, 20 * 12);
  return plus(earliest, numbers.whole(0, Math.max(0, LAST - 40 - earliest)));
}
