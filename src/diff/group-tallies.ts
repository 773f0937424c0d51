import { canonical } from '../engine/assembly.ts';
import { settlePersons } from '../engine/counters.ts';
import { Counting } from '../engine/counting.ts';
import type { GivenFigures } from '../engine/given-figures.ts';
import { emptyTally, give, merge, type Tally } from '../engine/tally.ts';
import { measures } from '../indicators/catalogue.ts';
import type { Part } from './grouped-entries.ts';
import type { Moments } from './moments.ts';
import type { Standing } from './standing.ts';

/** Tallies by area, one a measure in the order of the list. */
export type AreaTallies = ReadonlyMap<number, readonly Tally[]>;

export interface Counted {
  readonly moments: Moments;
  /** The figures that rows of a register of counts give. */
  readonly given: ReadonlyMap<object, GivenFigures>;
  /** Persons who are counted by themselves, because their records are not all of one group. */
  readonly isCase: (part: Part) => boolean;
}

/** Counts the entries of one group, as an engine's run does, but by the areas of both months. */
export function tallyGroup(parts: Iterable<Part>, counted: Counted): AreaTallies {
  const countings = new Map<string, { readonly counting: Counting; readonly areas: Map<number, number> }>();
  const totals = new Map<number, readonly Tally[]>();
  for (const part of parts) {
    if (part.register === 'counts') {
      addGiven(talliesIn(totals, part.area), part, counted.given.get(part.entry.record));
      continue;
    }
    const isCase = counted.isCase(part);
    const key = `${part.register} ${isCase} ${part.standing.id}`;
    const known = countings.get(key) ?? { counting: countingFor(part.standing, isCase, counted), areas: new Map() };
    countings.set(key, known);
    known.areas.set(part.entry.record.area, part.area);
    known.counting.add(part.register, part.entry.record, () => {});
  }
  for (const { counting, areas } of countings.values()) {
    for (const [own, tallies] of counting.areas) {
      const total = talliesIn(totals, areas.get(own) ?? -1);
      for (const [index, tally] of tallies.entries()) mergeAt(total, index, tally);
    }
  }
  for (const tallies of totals.values()) tallies.forEach(settlePersons);
  return totals;
}

function countingFor(standing: Standing, isCase: boolean, { moments }: Counted): Counting {
  const counts = new Map(measures.map((measure, index) => [measure.id, standing.counts[index] === true]));
  const isPersonal = new Set(
    measures.flatMap(({ id, ...measure }) => ('per' in measure && measure.per !== null ? [id] : [])),
  );
  return new Counting(moments, ({ id }) => counts.get(id) === true && !(isCase && isPersonal.has(id)));
}

function addGiven(tallies: readonly Tally[], { standing }: Part, figures: GivenFigures | undefined): void {
  if (figures === undefined) return;
  for (const [index, measure] of measures.entries()) {
    const tally = tallies[index];
    if (tally === undefined || standing.counts[index] !== true) continue;
    if (canonical(measure) === canonical(figures.measure)) give(tally, figures.given);
  }
}

function talliesIn(areas: Map<number, readonly Tally[]>, area: number): readonly Tally[] {
  const tallies = areas.get(area) ?? measures.map(emptyTally);
  areas.set(area, tallies);
  return tallies;
}

function mergeAt(tallies: readonly Tally[], index: number, other: Tally): void {
  const tally = tallies[index];
  if (tally !== undefined) merge(tally, other);
}
