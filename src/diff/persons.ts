import { emptyTally, meet, type Person, samePerson, type Tally } from '../engine/tally.ts';
import { measures } from '../indicators/catalogue.ts';
import type { Moment } from '../measures/condition.ts';
import type { RegisterName } from '../records/registers.ts';
import { type Part, personOf, visitParts } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { MomentTable } from './moments.ts';
import { type Grouped, type Names, namesOfCases, type PersonMeasure } from './person-names.ts';
import type { Replacement } from './replacement.ts';
import { type Sighting, type Sightings, sightingsOf } from './sightings.ts';
import { groups, isThere, type State } from './state.ts';

/** Persons of one measure whose records differ between the months, by area and id: these are counted state by state. */
export interface PersonCases {
  readonly measure: number;
  readonly register: RegisterName;
  /** The areas that have such persons. */
  readonly areas: ReadonlySet<number>;
  namesIn(area: number): ReadonlySet<string>;
  isCase(part: Part): boolean;
  /** The persons of an area as they are in a state, not yet counted. */
  tallyIn(area: number, state: State, at: Moment): Tally;
}

/** The persons of every measure that counts persons. */
export function personCases(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
  { moments, replacement }: { readonly moments: MomentTable; readonly replacement: Replacement },
): readonly PersonCases[] {
  return measures.flatMap((measure, index) => {
    if (measure.type !== 'proportion' || measure.per === null) return [];
    const matching = matchings.find(({ register }) => register === measure.among.register);
    if (matching === undefined) return [];
    const own: PersonMeasure = { ...measure, per: measure.per };
    const all: Grouped = groups.map((group) => [group, (visit) => visitParts(matching, { group, comparison }, visit)]);
    const names = namesOfCases(own, all, {
      at: moments.all.flatMap((list) => list.slice(index, index + 1)),
      isContested: ({ standing }) => replacement.counts(standing, index) === null,
    });
    const sightings = sightingsOf({ measure: own, names, matching, comparison }, all);
    return [casesOf({ measure: own, index, names, replacement }, sightings)];
  });
}

const NOBODY: ReadonlySet<string> = new Set();

interface Cases {
  readonly measure: PersonMeasure;
  readonly index: number;
  readonly names: Names;
  readonly replacement: Replacement;
}

function casesOf({ measure, index, names, replacement }: Cases, sightings: Sightings): PersonCases {
  const isCounted = ({ group, standing }: Sighting, state: State) =>
    isThere(group, state) && replacement.countsIn(standing, index, state);
  return {
    measure: index,
    register: measure.among.register,
    areas: new Set(names.keys()),
    namesIn: (area) => names.get(area) ?? NOBODY,
    isCase(part) {
      const person = personOf(part, measure.per);
      return person !== undefined && names.get(part.area)?.has(person) === true;
    },
    tallyIn(area, state, at) {
      const tally = emptyTally(measure);
      if (tally.type !== 'proportion') return tally;
      for (const [id, seen] of sightings.get(area) ?? []) {
        const counted = seen.filter((sighting) => isCounted(sighting, state));
        const person = personIn(measure, counted, { state, at });
        if (person !== undefined) meet(tally, id, person);
      }
      return tally;
    },
  };
}

/** A person by the records that count, in the reading order of the month whose edits hold. */
function personIn(
  { among, which }: PersonMeasure,
  sightings: readonly Sighting[],
  { state, at }: { readonly state: State; readonly at: Moment },
): Person | undefined {
  const order = state.edited ? 'after' : 'before';
  return [...sightings]
    .sort((a, b) => a[order] - b[order])
    .map(({ record }): Person => ({ scope: among.test(record, at), meets: which.test(record, at) }))
    .reduce<Person | undefined>((known, seen) => (known === undefined ? seen : samePerson(known, seen)), undefined);
}
