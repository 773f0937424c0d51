import { addMonths, type Day } from '../../src/model/day.ts';
import { between, date, dayIn, type Entry, entry, FIRST, LAST, plus, rewritten, THREE_YEARS_START } from './entry.ts';
import type { Random } from './random.ts';
import { idIn, villages } from './villages.ts';
import { isMarried } from './women.ts';

const BIRTHS = 1409;
/** Boys and girls in three years: 105.3 to 100, inside the band. */
const SHARE_OF_BOYS = 105.3 / 205.3;
/** Three births within policy too few for 97 %. */
const MISSING = 3;

export function birthsOf(women: readonly Entry[], numbers: Random): readonly Entry[] {
  const days = Array.from({ length: BIRTHS }, () => plus(FIRST, numbers.whole(0, LAST - FIRST - 1))).sort(
    (a, b) => a - b,
  );
  const running = new Map<string, number>();
  const all = days.map((on) => {
    const village = numbers.weighted(villages.map((each) => [each, each.women] as const));
    const next = (running.get(village.code) ?? 0) + 1;
    running.set(village.code, next);
    const parity = numbers.weighted([[1, 60] as const, [2, 37] as const, [3, 3] as const]);
    const row = {
      village: village.name,
      id: idIn(village, 'B', next),
      mother_id: motherOf(village.name, on, { women, numbers }),
    };
    return entry(on, { ...row, birth_date: date(on), sex: '女', parity, policy: '政策内', remark: null });
  });
  return lateReports(outsidePolicy(boys(all, numbers), numbers), numbers);
}

function inWindow(each: Entry): boolean {
  return between(dayIn(each.row, 'birth_date'), THREE_YEARS_START, LAST);
}

function motherOf(village: string, on: Day, from: { women: readonly Entry[]; numbers: Random }): string | null {
  const fits = from.women.filter(
    ({ row }) =>
      row['village'] === village &&
      isMarried(row) &&
      between(dayIn(row, 'birth_date'), addMonths(on, -480), addMonths(on, -252)),
  );
  return String(from.numbers.pick(fits).row['id']);
}

function boys(all: readonly Entry[], numbers: Random): readonly Entry[] {
  const recent = all.filter(inWindow);
  const older = all.filter((each) => !inWindow(each));
  const chosen = [
    ...numbers.some(recent, Math.round(recent.length * SHARE_OF_BOYS)),
    ...numbers.some(older, Math.round(older.length / 2)),
  ];
  return rewritten(all, chosen, { sex: '男' });
}

/** One cell stays empty; one third child is outside policy, the others are first and second. */
function outsidePolicy(all: readonly Entry[], numbers: Random): readonly Entry[] {
  const recent = all.filter((each) => inWindow(each) && each.row['parity'] !== 3);
  const inScope = all.filter(inWindow).length;
  const outside = inScope - (Math.ceil(inScope * 0.97) - MISSING);
  const drawn = numbers.some(recent, outside);
  const third = new Set(drawn.slice(7, 8).map(({ row }) => row['id']));
  const empty = new Set(drawn.slice(20, 21).map(({ row }) => row['id']));
  return rewritten(all, drawn, { policy: '政策外' }).map((each) => {
    if (third.has(each.row['id'])) return { ...each, row: { ...each.row, parity: 3 } };
    return empty.has(each.row['id']) ? { ...each, row: { ...each.row, policy: null } } : each;
  });
}

/** Seven births of months already closed come in during the last month, two of them outside policy. */
function lateReports(all: readonly Entry[], numbers: Random): readonly Entry[] {
  const closed = all.filter(({ entered }) => entered > LAST - 130 && entered <= LAST - 32);
  const late = [
    ...numbers.some(
      closed.filter(({ row }) => row['policy'] === '政策外'),
      2,
    ),
    ...numbers.some(
      closed.filter(({ row }) => row['policy'] === '政策内'),
      5,
    ),
  ];
  const marked = new Set(late);
  return all.map((each) =>
    marked.has(each)
      ? { ...each, entered: plus(LAST, -numbers.whole(2, 24)), row: { ...each.row, remark: '补报' } }
      : each,
  );
}
