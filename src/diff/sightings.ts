import type { RegisterRecord } from '../records/record.ts';
import { type Part, personOf } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Grouped, Names, PersonMeasure } from './person-names.ts';
import type { Standing } from './standing.ts';
import type { Group } from './state.ts';

/** A record of a person, and its place in the reading order of each month. */
export interface Sighting {
  readonly record: RegisterRecord;
  readonly standing: Standing;
  readonly group: Group;
  readonly before: number;
  readonly after: number;
}

/** By area and person. */
export type Sightings = ReadonlyMap<number, ReadonlyMap<string, readonly Sighting[]>>;

interface Wanted {
  readonly measure: PersonMeasure;
  readonly names: Names;
  readonly matching: RegisterMatching;
  readonly comparison: Comparison;
}

/** The records of the persons that are named. */
export function sightingsOf({ measure, names, matching, comparison }: Wanted, all: Grouped): Sightings {
  if (names.size === 0) return new Map();
  const { placeOf, sizes } = placing(matching, comparison);
  const found = new Map<number, Map<string, Sighting[]>>();
  for (const [group, each] of all) {
    each((part) => {
      const person = personOf(part, measure.per);
      if (person === undefined || !names.get(part.area)?.has(person)) return;
      const { before, after } = placeOf(part, group);
      // What one month alone has stands behind all that the other has.
      const sighting = {
        record: part.entry,
        standing: part.standing,
        group,
        before: before ?? sizes.before + (after ?? 0),
        after: after ?? sizes.after + (before ?? 0),
      };
      const own = found.get(part.area) ?? new Map<string, Sighting[]>();
      found.set(part.area, own);
      const known = own.get(person);
      if (known === undefined) own.set(person, [sighting]);
      else known.push(sighting);
    });
  }
  return found;
}

/** Where an entry stands in the reading order of the months that have it. */
function placing(matching: RegisterMatching, { before, after }: Comparison) {
  const { register, unchanged } = matching;
  const [earlier, later] = [before.entries.get(register) ?? [], after.entries.get(register) ?? []];
  const [ofEarlier, ofLater] = [placesOf(earlier), placesOf(later)];
  const partners = new Map(unchanged.before.map((entry, place) => [entry, unchanged.after[place]]));
  return {
    sizes: { before: earlier.length, after: later.length },
    placeOf(
      { entry }: Part,
      group: Group,
    ): { readonly before: number | undefined; readonly after: number | undefined } {
      const partner = group === 'unchanged' ? partners.get(entry) : undefined;
      return { before: ofEarlier.get(entry), after: ofLater.get(partner ?? entry) };
    },
  };
}

function placesOf(entries: readonly RegisterRecord[]): ReadonlyMap<RegisterRecord, number> {
  return new Map(entries.map((entry, index) => [entry, index]));
}
