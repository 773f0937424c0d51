import fc from 'fast-check';
import { type Counter, countersOf, settlePersons } from '../../src/engine/counters.ts';
import { emptyTally, type Tally } from '../../src/engine/tally.ts';
import type { ListedMeasure } from '../../src/indicators/catalogue.ts';
import type { Moment } from '../../src/measures/condition.ts';
import { sidesOf } from '../../src/measures/reads.ts';
import { type Day, type DayRange, day, nextDay, singleDay } from '../../src/model/day.ts';
import { type Cell, EMPTY, isKnown, UNKNOWN } from '../../src/records/cell.ts';
import { type CodeListName, codeLists } from '../../src/records/code-lists.ts';
import type { Column } from '../../src/records/column.ts';
import { columnsOf, type RegisterName } from '../../src/records/registers.ts';
import { recordOf } from '../records/record-of.ts';

/** The cells of a record that a measure reads, of some register. */
export interface Entry {
  readonly register: RegisterName;
  readonly cells: Readonly<Record<string, Cell<unknown>>>;
}

/** What a record without anything unknown gives: to numerator and denominator, or to A and B. */
export type Outcome = readonly [above: number, below: number];

const END = day(2025, 6, 30);
// Around the edges of the windows, and of being 15 and 50.
const EDGES = [day(2022, 7, 1), day(2025, 1, 1), END, day(2010, 6, 30), day(1975, 6, 30)];
const DAYS = EDGES.flatMap(around);
const RANGES: readonly DayRange[] = [
  { first: day(2022, 6, 1), last: day(2022, 7, 31) },
  { first: day(2025, 1, 1), last: day(2025, 12, 31) },
  { first: day(2025, 6, 1), last: day(2025, 6, 30) },
  { first: day(2010, 1, 1), last: day(2010, 12, 31) },
  { first: day(1975, 6, 1), last: day(1975, 7, 31) },
];
const AMOUNTS = [1, 2, 3]; // an unknown one can lie below or above each
const ORDERS = [1, 2, 3, 4];
const YEARS = [2024, 2025, 2026];

/** Random records for a measure, few enough to try everything that their unknown cells could hold. */
export function entries(measure: ListedMeasure): fc.Arbitrary<readonly Entry[]> {
  const sides = sidesOf(measure).map(({ register, reads }) =>
    fc
      .record(Object.fromEntries(reads.map((key) => [key, anyCell(columnOf(register, key), key)])))
      .map((cells): Entry => ({ register, cells })),
  );
  return fc.array(fc.oneof(...sides), { maxLength: 4 });
}

/** Counts some records. */
export function count(measure: ListedMeasure, at: Moment, all: readonly Entry[]): Tally {
  const counters = countersOf(measure, at);
  const tally = emptyTally(measure);
  for (const entry of all) countOne(counters, entry, tally);
  settlePersons(tally);
  return tally;
}

/** All that a record can turn out to give, whatever its unknown cells hold. */
export function outcomes(measure: ListedMeasure, at: Moment, entry: Entry): readonly Outcome[] {
  const counters = countersOf(measure, at);
  const found = new Map<string, Outcome>();
  for (const cells of completed(entry, Object.keys(entry.cells))) {
    const tally = emptyTally(measure);
    countOne(counters, { ...entry, cells }, tally);
    const outcome = outcomeOf(tally);
    found.set(outcome.join(), outcome);
  }
  return [...found.values()];
}

/** Every sum of one outcome of each. */
export function totals(all: readonly (readonly Outcome[])[]): readonly Outcome[] {
  return all.reduce<readonly Outcome[]>(
    (sums, each) => sums.flatMap(([a, b]) => each.map(([above, below]): Outcome => [a + above, b + below])),
    [[0, 0]],
  );
}

function outcomeOf(tally: Tally): Outcome {
  if (tally.type === 'proportion' && tally.u + tally.x === 0) return [tally.n, tally.d];
  if (tally.type === 'ratio' && tally.unknown === 0) return [tally.a, tally.b];
  if (tally.type === 'count' && tally.maybe === 0) return [tally.n, 0];
  throw new Error(`A completed record leaves nothing unknown, but this ${tally.type} has something.`);
}

function countOne(
  counters: readonly (readonly [RegisterName, Counter])[],
  { register, cells }: Entry,
  tally: Tally,
): void {
  const record = recordOf(register, cells as object); // the cells are those that the measure reads
  for (const [name, counter] of counters) if (name === register) counter(record, tally);
}

function* completed(entry: Entry, [key, ...rest]: readonly string[]): Generator<Entry['cells']> {
  if (key === undefined) {
    yield entry.cells;
    return;
  }
  for (const cell of possible(columnOf(entry.register, key), key, entry))
    yield* completed({ ...entry, cells: { ...entry.cells, [key]: cell } }, rest);
}

/** What a cell may be in truth. */
function possible(column: Column, key: string, { cells }: Entry): readonly Cell<unknown>[] {
  const cell = cells[key] ?? EMPTY;
  if (column.kind === 'date' && isKnown(cell)) return daysOf(cell as DayRange, cells).map(singleDay);
  if (isKnown(cell) || (cell === EMPTY && column.empty !== 'unknown')) return [cell];
  if (column.kind === 'money') return [Math.min(...AMOUNTS) - 1, ...AMOUNTS, Math.max(...AMOUNTS) + 1];
  if (column.kind !== 'date') return valuesOf(column, key);
  const all = daysOf({ first: day(1900, 1, 1), last: day(2100, 1, 1) }, cells).map(singleDay);
  return column.empty === 'never' ? [EMPTY, ...all] : all;
}

/** The days of a range that can make a difference: at the edges, its own ends, and around the other dates of the record. */
function daysOf({ first, last }: DayRange, cells: Entry['cells']): readonly Day[] {
  const others = Object.values(cells).flatMap((cell) => (isRange(cell) ? [cell.first, cell.last] : []));
  return [...new Set([first, last, ...DAYS, ...others.flatMap(around)])].filter((on) => first <= on && on <= last);
}

function around(on: Day): readonly Day[] {
  return [(on - 1) as Day, on, nextDay(on)]; // a day less is a day
}

function isRange(cell: Cell<unknown>): cell is DayRange {
  return typeof cell === 'object' && cell !== null && 'first' in cell;
}

function anyCell(column: Column, key: string): fc.Arbitrary<Cell<unknown>> {
  const known: fc.Arbitrary<unknown> =
    column.kind === 'date'
      ? fc.oneof({ arbitrary: fc.constantFrom(...DAYS).map(singleDay), weight: 3 }, fc.constantFrom(...RANGES))
      : fc.constantFrom(...valuesOf(column, key));
  return fc.oneof({ arbitrary: known, weight: 4 }, fc.constantFrom(EMPTY, UNKNOWN)) as fc.Arbitrary<Cell<unknown>>; // sentinels and values of the column
}

function valuesOf({ kind }: Column, key: string): readonly unknown[] {
  if (key === 'year') return YEARS;
  if (kind === 'parity') return ORDERS;
  if (kind === 'money') return AMOUNTS;
  return Object.keys(codeLists[kind as CodeListName]).filter((code) => code !== 'unknown'); // no measure reads texts
}

function columnOf(register: RegisterName, key: string): Column {
  const column = columnsOf(register)[key];
  if (column === undefined) throw new Error(`${register} has no column ${key}.`);
  return column;
}
