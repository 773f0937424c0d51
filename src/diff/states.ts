import { setAgainst } from '../engine/assembly.ts';
import { settlePersons } from '../engine/counters.ts';
import { emptyTally, merge, type Tally } from '../engine/tally.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { cellAt } from '../records/record.ts';
import type { Reference } from '../records/villages.ts';
import type { Factor } from './difference.ts';
import { hasEntries, measuresOf, type Part, visitParts } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import { momentTable } from './moments.ts';
import { personCases } from './persons.ts';
import { referenceFields } from './standing.ts';
import { type Group, groups, isThere, type State } from './state.ts';
import { givenOf, talliesOf } from './tallies-by-group.ts';

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

export function statesBetween(matchings: readonly RegisterMatching[], comparison: Comparison): Between {
  const { before, after, areas } = comparison;
  const moments = momentTable(before.counted, after.counted);
  const cases = personCases(matchings, comparison, moments);
  const tallies = talliesOf(matchings, { comparison, moments, cases, given: givenOf([before, after]) });
  const references = referencesOf(matchings, comparison);
  const moved = movedMeasures(matchings);
  return {
    areas: areas.areas.map((_, area) => area),
    movingIn: (measure) => [
      ...(['entered', 'left', 'edited'] as const).filter((factor) => moved[factor].has(measure)),
      ...(['window', 'settings'] as const).filter((factor) => moments.movesWith(factor, measure)),
    ],
    movesIn(factor, area) {
      const own = GROUPS_OF[factor];
      const isReordered = factor === 'edited' && cases.some((persons) => persons.areas.has(area));
      return own === null || isReordered || own.some((group) => tallies.get(group)?.[0]?.has(area) === true);
    },
    tallyIn(index, area, state) {
      const measure = measureAt(index);
      const tally = emptyTally(measure);
      const at = moments.indexIn(state);
      for (const group of groups) {
        const own = isThere(group, state) ? tallies.get(group)?.[at]?.get(area)?.[index] : undefined;
        if (own !== undefined) merge(tally, own);
      }
      const moment = moments.all[at]?.[index];
      const persons = cases.find((one) => one.measure === index);
      if (persons !== undefined && moment !== undefined) merge(tally, persons.tallyIn(area, state, moment));
      settlePersons(tally);
      if (tally.type === 'ratio' && referenceFields[index] !== undefined)
        setAgainst(tally, references(area, index, state));
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

/** What the records of an area are set against, in a state. */
function referencesOf(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
): (area: number, measure: number, state: State) => Reference {
  const listing = matchings.filter(({ register }) => register === 'villages');
  const byArea = new Map<number, { readonly group: Group; readonly part: Part }[]>();
  for (const group of groups) {
    const take = (part: Part) => {
      byArea.set(part.area, [...(byArea.get(part.area) ?? []), { group, part }]);
    };
    for (const matching of listing) visitParts(matching, { group, comparison }, take);
  }
  return (area, measure, state) => {
    const members = byArea.get(area)?.filter(({ group }) => isThere(group, state)) ?? [];
    for (const { part } of members) {
      const reference = part.standing.refers[measure];
      if (reference !== undefined)
        return reference === 'own' ? cellAt(part.entry, referenceFields[measure] ?? '') : reference;
    }
    return undefined;
  };
}

/** The measures that records which came, went or changed may have moved. */
function movedMeasures(
  matchings: readonly RegisterMatching[],
): Readonly<Record<'entered' | 'left' | 'edited', ReadonlySet<number>>> {
  const measuresIn = (group: Group) =>
    new Set(matchings.flatMap((matching) => (hasEntries(matching, group) ? [...measuresOf(matching.register)] : [])));
  return {
    entered: measuresIn('entered'),
    left: measuresIn('left'),
    // Where nothing was edited, the order of rows may still have changed, and with it whose answer comes first.
    edited: new Set([...measuresIn('after-edit'), ...personMeasures()]),
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
