import { settlePersons } from '../engine/counters.ts';
import { Counting } from '../engine/counting.ts';
import type { GivenFigures } from '../engine/given-figures.ts';
import { emptyTally, give, mergeIfThere, type Tally } from '../engine/tally.ts';
import { canonical, measures } from '../indicators/catalogue.ts';
import type { Part } from './grouped-entries.ts';
import { jointNumber } from './joint-number.ts';
import type { Moments } from './moments.ts';
import type { Standing } from './standing.ts';

/** Tallies by area, one a measure in the order of the list. */
export type TalliesByArea = ReadonlyMap<number, readonly Tally[]>;

export interface CountingBasis {
  /** The moments at which all is counted, in one go. */
  readonly moments: readonly Moments[];
  /** The joint number of each area of the month that the entries are of. */
  readonly areas: readonly number[];
  /** The figures that rows of a register of counts give. */
  readonly given: ReadonlyMap<object, GivenFigures>;
  /** Persons who are counted by themselves, because their records are not all of one group. */
  readonly isCase: (part: Part) => boolean;
  /** Whether entries of a standing are to be counted in a measure, by its number in the list. */
  readonly counts: (standing: Standing, measure: number) => boolean;
}

/** Counts the entries of one group as the engine's run does, but by the areas of both months: tallies for each moment. */
export function tallyGroup(
  each: (visit: (part: Part) => void) => void,
  basis: CountingBasis,
): readonly TalliesByArea[] {
  const totals = basis.moments.map(() => new Map<number, readonly Tally[]>());
  const [countings, ofCases] = [new Map<Standing, readonly Counting[]>(), new Map<Standing, readonly Counting[]>()];
  each((part) => {
    if (part.entry.register === 'counts') {
      for (const total of totals) addGiven(talliesIn(total, part.area), part, basis);
      return;
    }
    const isCase = basis.isCase(part);
    const own = isCase ? ofCases : countings;
    const known =
      own.get(part.standing) ?? basis.moments.map((at) => countingFor(part.standing, isCase, { at, basis }));
    own.set(part.standing, known);
    for (const counting of known) counting.add(part.entry, NOBODY);
  });
  for (const all of [...countings.values(), ...ofCases.values()]) {
    for (const [index, counting] of all.entries()) addTo(totals[index], counting, basis.areas);
  }
  for (const total of totals) for (const tallies of total.values()) tallies.forEach(settlePersons);
  return totals;
}

const NOBODY = (): void => {}; // nobody is told of what a measure cannot place: the engine's run has told it

function addTo(totals: Map<number, readonly Tally[]> | undefined, { areas }: Counting, joint: readonly number[]): void {
  if (totals === undefined) return;
  for (const [own, tallies] of areas) {
    const total = talliesIn(totals, jointNumber(joint, own));
    for (const [index, tally] of tallies.entries()) mergeIfThere(total[index], tally);
  }
}

function countingFor(
  standing: Standing,
  isCase: boolean,
  { at, basis }: { readonly at: Moments; readonly basis: CountingBasis },
): Counting {
  const counts = new Map(measures.map((measure, index) => [measure.id, basis.counts(standing, index)]));
  const isPersonal = new Set(
    measures.flatMap(({ id, ...measure }) => ('per' in measure && measure.per !== null ? [id] : [])),
  );
  return new Counting(at, ({ id }) => counts.get(id) === true && !(isCase && isPersonal.has(id)));
}

function addGiven(tallies: readonly Tally[], { standing, entry }: Part, { given, counts }: CountingBasis): void {
  const figures = given.get(entry);
  if (figures === undefined) return;
  for (const [index, measure] of measures.entries()) {
    const tally = tallies[index];
    if (tally === undefined || !counts(standing, index)) continue;
    if (canonical(measure) === canonical(figures.measure)) give(tally, figures.given);
  }
}

function talliesIn(areas: Map<number, readonly Tally[]>, area: number): readonly Tally[] {
  const tallies = areas.get(area) ?? measures.map(emptyTally);
  areas.set(area, tallies);
  return tallies;
}
