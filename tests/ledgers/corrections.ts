import { day } from '../../src/model/day.ts';
import { type Cell, date, dayIn, type Entry, LAST, plus, type Row, YEAR_START } from './entry.ts';
import type { Random } from './random.ts';

/** What the last month brought: other methods, served women, births set right, some in months long closed. */
export function corrected(
  registers: Readonly<Record<'women' | 'births' | 'migrants', readonly Entry[]>>,
  numbers: Random,
): Record<'women' | 'births' | 'migrants', readonly Entry[]> {
  const { women, births, migrants } = registers;
  const settled = women.filter(({ row, left }) => row['rh_service'] === '是' && left === undefined);
  const moved = numbers.some(
    settled.filter(({ row }) => row['method'] === '宫内节育器'),
    26,
  );
  const served = numbers.some(settled, 14);
  const old = births.filter(({ entered }) => entered < YEAR_START);
  return {
    women: before(
      before(women, moved, () => ({
        method: numbers.pick(['避孕套', '待孕', '药具']),
        method_date: date(day(2024, 2, 19)),
      })),
      served,
      () => ({ rh_service: '否' }),
    ),
    births: struck(
      before(
        before(births, numbers.some(old, 5), () => ({ mother_id: null })),
        numbers.some(
          old.filter(({ row }) => row['policy'] === '政策内' && row['parity'] === 2),
          2,
        ),
        () => ({ parity: 1 }),
      ),
    ),
    migrants: before(
      migrants,
      numbers.some(
        migrants.filter(({ row }) => row['certificate'] === '有'),
        6,
      ),
      () => ({ certificate: '无' }),
    ),
  };
}

/** The entries, those chosen reading otherwise until a day of the last month. */
function before(entries: readonly Entry[], chosen: readonly Entry[], earlier: (row: Row) => Row): readonly Entry[] {
  const ids = new Set(chosen.map(({ row }) => row['id']));
  return entries.map((each, index) => {
    if (!ids.has(each.row['id'])) return each;
    const past = earlier(each.row);
    const now = Object.fromEntries(Object.keys(past).map((key): [string, Cell] => [key, each.row[key] ?? null]));
    return {
      ...each,
      row: { ...each.row, ...past },
      changes: [...each.changes, { on: plus(LAST, -1 - (index % 27)), fields: now }],
    };
  });
}

/** Two births of the first year are struck out in the last month. */
function struck(births: readonly Entry[]): readonly Entry[] {
  return births.map((each, index) => (index === 31 || index === 76 ? { ...each, left: plus(LAST, -13) } : each));
}

/** Whether the record is of this year by one of its days. */
export function isThisYear(row: Row, key: string): boolean {
  return (dayIn(row, key) ?? 0) >= YEAR_START;
}
