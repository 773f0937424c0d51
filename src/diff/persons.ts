import { emptyTally, type Person, samePerson, type Tally } from '../engine/tally.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Moment, Truth } from '../measures/condition.ts';
import type { Proportion } from '../measures/measure.ts';
import type { AnyRecord } from '../records/reading-context.ts';
import type { RegisterName } from '../records/registers.ts';
import { type Part, partsOf, personOf } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { MomentTable } from './moments.ts';
import type { Entry } from './reading.ts';
import { type Group, groups, isThere, type State } from './state.ts';

/** A record of a person, and its place in the reading order of each month that has it. */
interface Sighting {
  readonly record: AnyRecord;
  readonly group: Group;
  readonly before: number;
  readonly after: number;
}

/** Persons of one measure whose records differ between the months, by area and id: these are counted state by state. */
export interface PersonCases {
  readonly measure: number;
  readonly register: RegisterName;
  /** The areas that have such persons. */
  readonly areas: ReadonlySet<number>;
  isCase(part: Part): boolean;
  /** The persons of an area as they are in a state, not yet counted. */
  tallyIn(area: number, state: State, at: Moment): Tally;
}

type PersonMeasure = ListedMeasure & Proportion & { readonly per: string };

/** The persons of every measure that counts persons. */
export function personCases(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
  moments: MomentTable,
): readonly PersonCases[] {
  return measures.flatMap((measure, index) => {
    if (measure.type !== 'proportion' || measure.per === null) return [];
    const matching = matchings.find(({ register }) => register === measure.among.register);
    if (matching === undefined) return [];
    const own: PersonMeasure = { ...measure, per: measure.per };
    const all: Grouped = groups.map((group) => [group, () => partsOf(matching, group, comparison)]);
    const at = moments.all.flatMap((list) => list.slice(index, index + 1));
    const names = casesAmong(own, all, at);
    const sightings = sightingsOf({ measure: own, index, names, matching, comparison }, all);
    return [casesOf({ measure: own, index, names }, sightings)];
  });
}

type Grouped = readonly (readonly [Group, () => Iterable<Part>])[];
type Names = ReadonlyMap<number, ReadonlySet<string>>;

/** The persons of whom a record came, went or changed, and those whose records contradict each other: for them order tells. */
function casesAmong(measure: PersonMeasure, all: Grouped, at: readonly Moment[]): Names {
  const names = new Map<number, Set<string>>();
  const met = new Map<number, Map<string, readonly Truth[]>>();
  for (const [group, parts] of all) {
    for (const part of parts()) {
      const person = personOf(part, measure.per);
      if (person === undefined) continue;
      if (group !== 'unchanged') addName(names, part.area, person);
      else if (
        contradicts(
          meetingsIn(met, part.area),
          person,
          at.map((moment) => measure.which.test(part.entry.record, moment)),
        )
      )
        addName(names, part.area, person);
    }
  }
  return names;
}

function contradicts(met: Map<string, readonly Truth[]>, person: string, answers: readonly Truth[]): boolean {
  const known = met.get(person);
  met.set(person, known === undefined ? answers : known.map((answer, index) => answer ?? answers[index] ?? null));
  return (
    known?.some((answer, index) => answer !== null && answers[index] !== null && answer !== answers[index]) === true
  );
}

function meetingsIn(met: Map<number, Map<string, readonly Truth[]>>, area: number): Map<string, readonly Truth[]> {
  const own = met.get(area) ?? new Map<string, readonly Truth[]>();
  met.set(area, own);
  return own;
}

function addName(names: Map<number, Set<string>>, area: number, person: string): void {
  names.set(area, (names.get(area) ?? new Set()).add(person));
}

interface Cases {
  readonly measure: PersonMeasure;
  readonly index: number;
  readonly names: Names;
}

type Sightings = ReadonlyMap<number, ReadonlyMap<string, readonly Sighting[]>>;

function sightingsOf(
  {
    measure,
    index,
    names,
    matching,
    comparison,
  }: Cases & { readonly matching: RegisterMatching; readonly comparison: Comparison },
  all: Grouped,
): Sightings {
  if (names.size === 0) return new Map();
  const { before, after } = comparison;
  const [earlier, later] = [
    placesOf(before.entries.get(matching.register)),
    placesOf(after.entries.get(matching.register)),
  ];
  const partners = new Map(matching.unchanged.map((pair) => [pair.before, pair.after]));
  const found = new Map<number, Map<string, Sighting[]>>();
  for (const [group, parts] of all) {
    for (const part of parts()) {
      const person = personOf(part, measure.per);
      if (person === undefined || !names.get(part.area)?.has(person) || part.standing.counts[index] !== true) continue;
      const { entry } = part;
      const partner = partners.get(entry);
      // What one month alone has stands behind all that the other has.
      const places = {
        before: earlier.get(entry) ?? earlier.size + (later.get(entry) ?? 0),
        after: later.get(partner ?? entry) ?? later.size + (earlier.get(entry) ?? 0),
      };
      const own = found.get(part.area) ?? new Map<string, Sighting[]>();
      found.set(part.area, own);
      own.set(person, [...(own.get(person) ?? []), { record: entry.record, group, ...places }]);
    }
  }
  return found;
}

function placesOf(entries: readonly Entry[] = []): ReadonlyMap<Entry, number> {
  return new Map(entries.map((entry, index) => [entry, index]));
}

function casesOf({ measure, index, names }: Cases, sightings: Sightings): PersonCases {
  const { register } = measure.among;
  return {
    measure: index,
    register,
    areas: new Set(names.keys()),
    isCase(part) {
      const person = personOf(part, measure.per);
      return person !== undefined && names.get(part.area)?.has(person) === true;
    },
    tallyIn(area, state, at) {
      const tally = emptyTally(measure);
      if (tally.type !== 'proportion') return tally;
      for (const [id, seen] of sightings.get(area) ?? []) {
        const person = personIn(measure, seen, { state, at });
        if (person !== undefined) tally.persons.set(id, person);
      }
      return tally;
    },
  };
}

/** A person by the records that are there, in the reading order of the month whose edits hold. */
function personIn(
  { among, which }: PersonMeasure,
  sightings: readonly Sighting[],
  { state, at }: { readonly state: State; readonly at: Moment },
): Person | undefined {
  const order = state.edited ? 'after' : 'before';
  return sightings
    .filter(({ group }) => isThere(group, state))
    .sort((a, b) => a[order] - b[order])
    .map(({ record }): Person => ({ scope: among.test(record, at), meets: which.test(record, at) }))
    .reduce<Person | undefined>((known, seen) => (known === undefined ? seen : samePerson(known, seen)), undefined);
}
