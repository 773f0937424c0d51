import { settlePersons } from '../engine/counters.ts';
import { emptyTally, forget, mergeIfThere, type Tally } from '../engine/tally.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import type { RegisterName } from '../records/registers.ts';
import type { TalliesByArea } from './group-tallies.ts';
import type { GroupMonth } from './grouped-entries.ts';
import { jointNumber } from './joint-number.ts';
import type { PersonCases } from './persons.ts';
import type { Replacement } from './replacement.ts';

/** What is known of a month when its unchanged records are to be told from the others. */
export interface Month extends Pick<GroupMonth, 'reading' | 'areas' | 'ledgers'> {
  readonly replacement: Replacement;
  /** The tallies of its records that are not unchanged, at its own moments. */
  readonly others: readonly TalliesByArea[];
  readonly cases: readonly PersonCases[];
}

/**
 * The tallies of a month's unchanged records, at its own moments: what its run has counted, less the others. Counting
 * hundreds of thousands of records again would take as long as the check itself.
 */
export function unchangedIn(month: Month): TalliesByArea {
  const { others, cases } = month;
  const totals = rawTallies(month);
  for (const group of others) {
    for (const [area, tallies] of group) {
      for (const [index, tally] of tallies.entries()) subtract(totals.get(area)?.[index], tally, index);
    }
  }
  for (const [area, tallies] of totals) {
    for (const { measure, namesIn } of cases) withoutPersons(tallies[measure], namesIn(area));
    tallies.forEach(settlePersons);
  }
  return totals;
}

/**
 * The registers whose unchanged records have to be counted again: a village stands in every ledger that lists it and
 * counts in one, and given figures are no part of a run's counting.
 */
export function isRecounted(register: RegisterName): boolean {
  return register === 'villages' || register === 'counts';
}

/** Whether a measure counts villages, as none counts both villages and records. */
export function isOfVillages(measure: ListedMeasure): boolean {
  return sidesOf(measure).every(({ register }) => register === 'villages');
}

const OF_VILLAGES = measures.map(isOfVillages);

/** What the run has counted, ledger by ledger, by joint areas, of what counts in every state; persons not yet settled. */
function rawTallies({ reading, areas, ledgers, replacement }: Month): Map<number, readonly Tally[]> {
  const totals = new Map<number, readonly Tally[]>();
  for (const [ledger, counting] of reading.counted.tallied.ledgers.entries()) {
    const isLeftOut = measures.map(
      (_, index) =>
        OF_VILLAGES[index] === true || replacement.isReplaced(jointNumber(ledgers, ledger), index) !== false,
    );
    for (const [own, tallies] of counting.areas) {
      const area = jointNumber(areas, own);
      const total = totals.get(area) ?? measures.map(emptyTally);
      totals.set(area, total);
      for (const [index, tally] of tallies.entries()) if (isLeftOut[index] === false) mergeIfThere(total[index], tally);
    }
  }
  return totals;
}

/** Given figures stay: a run's counting holds none. */
function subtract(tally: Tally | undefined, other: Tally, index: number): void {
  if (tally === undefined || OF_VILLAGES[index] === true) return;
  if (tally.type === 'proportion' && other.type === 'proportion') {
    tally.n -= other.n;
    tally.d -= other.d;
    tally.u -= other.u;
    tally.xt -= other.xt;
    tally.xf -= other.xf;
    tally.x -= other.x;
  } else if (tally.type === 'ratio' && other.type === 'ratio') {
    tally.a -= other.a;
    tally.aMaybe -= other.aMaybe;
    tally.b -= other.b;
    tally.bMaybe -= other.bMaybe;
    tally.unknown -= other.unknown;
  } else if (tally.type === 'sum' && other.type === 'sum') {
    tally.x -= other.x;
    tally.y -= other.y;
    tally.leftOut -= other.leftOut;
  } else if (tally.type === 'count' && other.type === 'count') {
    tally.n -= other.n;
    tally.maybe -= other.maybe;
  }
}

function withoutPersons(tally: Tally | undefined, names: ReadonlySet<string>): void {
  if (tally?.type === 'proportion') forget(tally, names);
}
