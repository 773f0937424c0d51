import { setAgainst } from '../engine/assembly.ts';
import { settlePersons } from '../engine/counters.ts';
import { emptyTally, merge, mergeIfThere, type Tally } from '../engine/tally.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { Reference } from '../records/villages.ts';
import type { Factor } from './difference.ts';
import { entriesOf, measuresOf, monthOf, type Part, visitParts } from './grouped-entries.ts';
import { jointNumber } from './joint-number.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import { momentTable } from './moments.ts';
import { personCases } from './persons.ts';
import { type Replacement, replacementOf } from './replacement.ts';
import { type Group, groups, isThere, type State } from './state.ts';
import { givenOf, type TalliesAt, talliesOf } from './tallies-by-group.ts';

/** All that lies between two months: what any measure counts in any area, in any state. */
export interface Between {
  /** The joint numbers of the areas. */
  readonly areas: readonly number[];
  /** The factors that may move a measure. */
  movingIn(measure: number): readonly Factor[];
  /** Whether a factor may move anything in an area. */
  movesIn(factor: Factor, area: number): boolean;
  tallyIn(measure: number, area: number, state: State): Tally;
}

/** Prepares the tallies of every state, of which each is put together when it is asked for. */
export function statesBetween(matchings: readonly RegisterMatching[], comparison: Comparison): Between {
  const { before, after, areas } = comparison;
  const moments = momentTable(before.counted, after.counted);
  const replacement = replacementOf(matchings, comparison);
  const cases = personCases(matchings, comparison, { moments, replacement });
  const given = givenOf([before, after]);
  const tallies = talliesOf(matchings, { comparison, moments, cases, replacement, given });
  const references = referencesOf(matchings, comparison, replacement);
  const moved = movedMeasures(matchings, comparison);
  return {
    areas: areas.areas.map((_, area) => area),
    movingIn: (measure) => [
      ...(['entered', 'left', 'edited'] as const).filter((factor) => moved[factor].has(measure)),
      ...(['window', 'settings'] as const).filter(
        (factor) => moments.movesWith(factor, measure) || moved[factor].has(measure),
      ),
    ],
    movesIn(factor, area) {
      const own = GROUPS_OF[factor];
      if (own === null || replacement.isContested) return true; // what comes to one village may let figures stand in all
      const isReordered = factor === 'edited' && cases.some((persons) => persons.areas.has(area));
      return isReordered || own.some((group) => tallies.get(group)?.settled[0]?.has(area) === true);
    },
    tallyIn(index, area, state) {
      const measure = measureAt(index);
      const tally = emptyTally(measure);
      const at = moments.indexIn(state);
      for (const group of groups) {
        const own = isThere(group, state) ? tallies.get(group) : undefined;
        if (own === undefined) continue;
        const take = (some: TalliesAt) => mergeIfThere(tally, some[at]?.get(area)?.[index]);
        take(own.settled);
        for (const [standing, some] of own.contested) if (replacement.countsIn(standing, index, state)) take(some);
      }
      const moment = moments.all[at]?.[index];
      const persons = cases.find((one) => one.measure === index);
      if (persons !== undefined && moment !== undefined) merge(tally, persons.tallyIn(area, state, moment));
      settlePersons(tally);
      if (measure.type === 'ratio' && 'total' in measure.to && tally.type === 'ratio')
        setAgainst(tally, references(area, { field: measure.to.total, measure: index, state }));
      return tally;
    },
  };
}

/** The groups of records that a factor moves; `null` for those that move the days of all. */
const GROUPS_OF: Readonly<Record<Factor, readonly Group[] | null>> = {
  entered: ['entered'],
  left: ['left'],
  edited: ['before-edit', 'after-edit'],
  window: null,
  settings: null,
};

interface Referring {
  /** The field of a village that a measure sets records against. */
  readonly field: string;
  readonly measure: number;
  readonly state: State;
}

/** What the records of an area are set against, in a state: by the rows of the ledgers whose records count. */
function referencesOf(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
  replacement: Replacement,
): (area: number, referring: Referring) => Reference {
  const listing = matchings.filter(({ register }) => register === 'villages');
  const byArea = new Map<number, { readonly group: Group; readonly entry: RegisterRecord }[]>();
  for (const group of groups) {
    const take = ({ area, entry }: Part) => {
      byArea.set(area, [...(byArea.get(area) ?? []), { group, entry }]);
    };
    for (const matching of listing) visitParts(matching, { group, comparison }, take);
  }
  return (area, { field, measure, state }) => {
    for (const { group, entry } of byArea.get(area) ?? []) {
      if (!isThere(group, state)) continue;
      const { reading, ledgers } = monthOf(group, comparison);
      const counts = (ledger: number) => !replacement.isReplacedIn(jointNumber(ledgers, ledger), measure, state);
      const reference = reading.counted.tallied.villages.cellIn(entry.area, field, counts);
      if (reference !== undefined) return reference;
    }
    return undefined;
  };
}

/** The measures that records which came, went, changed or are read otherwise may have moved. */
function movedMeasures(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
): Readonly<Record<Factor, ReadonlySet<number>>> {
  const measuresIn = (group: Group) => {
    const own = matchings.filter((matching) => entriesOf(matching, group, comparison).length > 0);
    return new Set(own.flatMap(({ register }) => [...measuresOf(register)]));
  };
  return {
    entered: measuresIn('entered'),
    left: measuresIn('left'),
    // Where nothing was edited, the order of rows may still have changed, and with it whose answer comes first.
    edited: new Set([...measuresIn('after-edit'), ...personMeasures()]),
    window: measuresIn('after-window'),
    settings: measuresIn('after-settings'),
  };
}

function personMeasures(): readonly number[] {
  return measures.flatMap((measure, index) => ('per' in measure && measure.per !== null ? [index] : []));
}

function measureAt(index: number): ListedMeasure {
  const measure = measures[index];
  if (measure === undefined) throw new Error(`There is no measure ${index}.`);
  return measure;
}
