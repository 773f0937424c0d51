import { canonical, measures } from '../indicators/catalogue.ts';
import { type Side, sidesOf } from '../measures/reads.ts';
import { certain } from '../model/certain.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import { factors } from './difference.ts';
import { entriesOf, monthOf } from './grouped-entries.ts';
import { jointNumber } from './joint-number.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Standing } from './standing.ts';
import { type Group, groups, isThere, type State, statesOf } from './state.ts';

/**
 * Whether the figures that a ledger gives stand for its records, state by state: they do in a measure that cannot be
 * computed from the records that are there.
 */
export interface Replacement {
  /** Whether states differ in it anywhere. */
  readonly isContested: boolean;
  /** Whether the entries of a standing count in a measure; `null` where that is not the same in all states. */
  counts(standing: Standing, measure: number): boolean | null;
  countsIn(standing: Standing, measure: number, state: State): boolean;
  /** Whether figures stand for the records of a ledger, by its joint number; `null` where that is not the same in all states. */
  isReplaced(ledger: number, measure: number): boolean | null;
  isReplacedIn(ledger: number, measure: number, state: State): boolean;
}

export function replacementOf(matchings: readonly RegisterMatching[], comparison: Comparison): Replacement {
  const givers = givingGroups(matchings, comparison);
  const holders = holdingGroups(matchings, comparison);
  const known = new Map<string, Replaced>();
  const replaced = (ledger: number, measure: number): Replaced => {
    const giving = givers.get(ledger)?.get(measure);
    if (giving === undefined) return NEVER;
    const key = `${ledger} ${measure}`;
    const found = known.get(key) ?? replacedBy(giving, holdingIn(ledger, measure));
    known.set(key, found);
    return found;
  };
  const holdingIn = (ledger: number, measure: number) =>
    sidesOf(certain(measures[measure], `measure ${measure}`)).map((side) => holders(ledger, side));
  const all = [...givers].flatMap(([ledger, own]) => [...own.keys()].map((measure) => replaced(ledger, measure)));
  return {
    isContested: all.some(({ always }) => always === null),
    isReplaced: (ledger, measure) => replaced(ledger, measure).always,
    isReplacedIn: (ledger, measure, state) => replaced(ledger, measure).in(state),
    counts({ isFigures, places }, measure) {
      const answers = places
        .filter(({ counts }) => counts[measure] === true)
        .map(({ ledger }) => replaced(ledger, measure).always)
        .map((always) => (always === null ? null : always === isFigures));
      return answers.includes(true) ? true : answers.includes(null) ? null : false;
    },
    countsIn: ({ isFigures, places }, measure, state) =>
      places.some(
        ({ ledger, counts }) => counts[measure] === true && replaced(ledger, measure).in(state) === isFigures,
      ),
  };
}

/** Whether figures stand for the records of one ledger in one measure. */
interface Replaced {
  readonly in: (state: State) => boolean;
  /** The same in all states, or `null`. */
  readonly always: boolean | null;
}

const NEVER: Replaced = { in: () => false, always: false };

/** Takes the groups that have the figures, and those that have what each side of the measure reads. */
function replacedBy(giving: ReadonlySet<Group>, holding: readonly ReadonlySet<Group>[]): Replaced {
  const isIn = (state: State) =>
    isAnyThere(giving, state) && holding.some((groupsOfSide) => !isAnyThere(groupsOfSide, state));
  const [first = false, ...others] = MIXTURES.map(isIn);
  return { in: isIn, always: others.every((other) => other === first) ? first : null };
}

/** All states: each factor tells of some records whether they are there. */
const MIXTURES = statesOf(factors);

function isAnyThere(some: ReadonlySet<Group>, state: State): boolean {
  return [...some].some((group) => isThere(group, state));
}

/** By ledger and measure: the groups that have rows which give figures. */
type Givers = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<Group>>>;

function givingGroups(matchings: readonly RegisterMatching[], comparison: Comparison): Givers {
  const givers = new Map<number, Map<number, Set<Group>>>();
  const rows = matchings.filter(({ register }) => register === 'counts');
  for (const group of groups) {
    const { reading, ledgers } = monthOf(group, comparison);
    const ids = new Map<RegisterRecord, string>(
      reading.counted.tallied.given.map(({ record, measure }) => [record, canonical(measure)]),
    );
    for (const row of rows.flatMap((matching) => entriesOf(matching, group, comparison))) {
      const ledger = jointNumber(ledgers, row.plan.ledger);
      const own = givers.get(ledger) ?? new Map<number, Set<Group>>();
      givers.set(ledger, own);
      for (const [index, measure] of measures.entries())
        if (canonical(measure) === ids.get(row)) own.set(index, (own.get(index) ?? new Set()).add(group));
    }
  }
  return givers;
}

/** Answers which groups have entries with all that a side reads, in a ledger: looked up for what is given alone. */
type Holders = (ledger: number, side: Side) => ReadonlySet<Group>;

function holdingGroups(matchings: readonly RegisterMatching[], comparison: Comparison): Holders {
  const present = new Map<RegisterName, ReadonlyMap<Group, ReadonlySet<number>>>();
  return (joint, side) => {
    const { register } = side;
    const found = present.get(register) ?? presentIn(matchings, register, comparison);
    present.set(register, found);
    const holds = (group: Group) => {
      const { reading, ledgers } = monthOf(group, comparison);
      const isHere = (ledger: number) =>
        ledgers[ledger] === joint && reading.counted.tallied.coverage.has(ledger, side);
      return [...(found.get(group) ?? [])].some(isHere);
    };
    return new Set(groups.filter(holds));
  };
}

/** The ledgers that have rows of a register, by group and by the numbers of their own month. */
function presentIn(
  matchings: readonly RegisterMatching[],
  register: RegisterName,
  comparison: Comparison,
): ReadonlyMap<Group, ReadonlySet<number>> {
  const own = matchings.filter((matching) => matching.register === register);
  return new Map(
    groups.map((group) => {
      const { villages } = monthOf(group, comparison).reading.counted.tallied;
      const found = new Set<number>();
      const take = ({ plan, area }: RegisterRecord) => {
        const listed = register === 'villages' ? villages.at(area)?.ledgers : undefined;
        for (const ledger of listed ?? [plan.ledger]) found.add(ledger);
      };
      for (const matching of own) for (const entry of entriesOf(matching, group, comparison)) take(entry);
      // A row that repeats another is one all the same. Whether it repeats it in both months does not tell.
      const repeated = { left: comparison.before.repeated, entered: comparison.after.repeated };
      if (group === 'left' || group === 'entered')
        for (const entry of repeated[group]) if (entry.register === register) take(entry);
      return [group, found];
    }),
  );
}
