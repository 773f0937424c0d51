import type { Day } from '../../src/model/day.ts';
import {
  between,
  date,
  dayIn,
  type Entry,
  entry,
  FIRST,
  LAST,
  plus,
  rewritten,
  THREE_YEARS_START,
  YEAR_START,
} from './entry.ts';
import type { Random } from './random.ts';
import { idIn, type Village, villages } from './villages.ts';

const kinds = [
  ['放环', 31],
  ['取环', 16],
  ['皮埋', 6],
  ['取皮埋', 2],
  ['女扎', 6],
  ['男扎', 1],
  ['人流', 10],
  ['领取药具', 25],
  ['其他', 3],
] as const;

const timely = new Set<unknown>(['放环', '皮埋', '女扎', '男扎', '领取药具']);
const withSupplies = '领取药具';

/** Operations and supplies: in time but for a few, one complication in three years. */
export function proceduresOf(women: readonly Entry[], numbers: Random): readonly Entry[] {
  const all = numbered(1880, numbers).map(({ village, running, on }) => {
    const due = plus(on, numbers.whole(0, 9));
    const row = {
      village: village.name,
      id: idIn(village, 'P', running),
      woman_id: womanIn(village, { women, numbers }),
      kind: numbers.weighted(kinds),
      due_date: date(due),
      done_date: null,
      complication: numbers.next() < 0.4 ? '否' : null,
    };
    return entry(plus(on, -20), row, [{ on, fields: { done_date: date(on) } }]);
  });
  const due = all.filter(({ row }) => timely.has(row['kind']) && between(dayIn(row, 'due_date'), YEAR_START, LAST));
  const late = numbers.some(due, Math.floor(due.length * 0.05) - 2);
  return withComplication(delayed(all, late, numbers));
}

/** A visit after each operation and each supply. Two standard visits after operations too few for 95 %. */
export function followupsOf(procedures: readonly Entry[], numbers: Random): readonly Entry[] {
  const running = new Map<string, number>();
  const all = villages.flatMap((village) =>
    procedures.flatMap((procedure) => {
      const done = doneOn(procedure);
      const { kind } = procedure.row;
      const isOther = procedure.row['village'] !== village.name || kind === '人流' || kind === '其他';
      if (isOther || done === undefined) return [];
      const next = (running.get(village.code) ?? 0) + 1;
      running.set(village.code, next);
      return [visit({ procedure, done, id: idIn(village, 'F', next) }, numbers)];
    }),
  );
  return unvisited(all, numbers);
}

function doneOn({ changes }: Entry): Day | undefined {
  return changes.map(({ fields }) => dayIn(fields, 'done_date')).find((on) => on !== undefined);
}

function visit(about: { procedure: Entry; done: Day; id: string }, numbers: Random): Entry {
  const { village, woman_id, kind } = about.procedure.row;
  const isSupply = kind === withSupplies;
  const due = plus(about.done, isSupply ? 60 : 30);
  const on = plus(due, -numbers.whole(0, 6));
  const row = {
    village: village ?? null,
    id: about.id,
    woman_id: woman_id ?? null,
    kind: isSupply ? '药具随访' : '术后随访',
    due_date: date(due),
    done_date: null,
    standard: '是',
  };
  return entry(plus(on, -25), row, [{ on, fields: { done_date: date(on) } }]);
}

function unvisited(all: readonly Entry[], numbers: Random): readonly Entry[] {
  const due = all.filter(({ row }) => between(dayIn(row, 'due_date'), YEAR_START, LAST));
  const afterOperation = due.filter(({ row }) => row['kind'] === '术后随访');
  const supplies = due.filter(({ row }) => row['kind'] === '药具随访');
  const missed = afterOperation.length - (Math.ceil(afterOperation.length * 0.95) - 2);
  const poor = numbers.some(afterOperation, missed);
  const others = numbers.some(supplies, Math.floor(supplies.length * 0.03));
  const before = numbers.some(
    all.filter(({ row }) => !between(dayIn(row, 'due_date'), YEAR_START, LAST)),
    30,
  );
  const judged = rewritten(all, [...poor, ...others, ...before], { standard: '否' });
  const never = new Set(poor.slice(0, 4).map(({ row }) => row['id']));
  return judged.map((each) =>
    never.has(each.row['id']) ? { ...each, changes: [], row: { ...each.row, standard: null } } : each,
  );
}

export function womanIn(village: Village, from: { women: readonly Entry[]; numbers: Random }): string {
  return String(from.numbers.pick(from.women.filter(({ row }) => row['village'] === village.name)).row['id']);
}

/** So many events spread over the time and the villages, each with a running number in its village. */
export function numbered(count: number, numbers: Random) {
  const running = new Map<string, number>();
  const days = Array.from({ length: count }, () => plus(FIRST, numbers.whole(0, LAST - FIRST))).sort((a, b) => a - b);
  return days.map((on) => {
    const village = numbers.weighted(villages.map((each) => [each, each.women] as const));
    const next = (running.get(village.code) ?? 0) + 1;
    running.set(village.code, next);
    return { village, running: next, on };
  });
}

function delayed(all: readonly Entry[], late: readonly Entry[], numbers: Random): readonly Entry[] {
  const marked = new Set(late);
  return all.map((each) => {
    const due = dayIn(each.row, 'due_date');
    if (!marked.has(each) || due === undefined) return each;
    const on = plus(due, numbers.whole(3, 25));
    return { ...each, changes: [{ on, fields: { done_date: date(on) } }] };
  });
}

function withComplication(all: readonly Entry[]): readonly Entry[] {
  const operations = all.filter(
    ({ row, entered }) => row['kind'] === '取环' && between(entered, THREE_YEARS_START, plus(LAST, -200)),
  );
  return rewritten(all, operations.slice(40, 41), { complication: '是' });
}
