import type { ListedMeasure } from '../indicators/catalogue.ts';
import type { Moment, Truth } from '../measures/condition.ts';
import type { Proportion } from '../measures/measure.ts';
import { type Part, personOf } from './grouped-entries.ts';
import type { Group } from './state.ts';

/** A measure that counts persons, and the field that names them. */
export type PersonMeasure = ListedMeasure & Proportion & { readonly per: string };

/** Names of persons by area. */
export type Names = ReadonlyMap<number, ReadonlySet<string>>;

/** The parts of a register, group by group. */
export type Grouped = readonly (readonly [Group, (visit: (part: Part) => void) => void])[];

/**
 * The persons of whom a record came, went or changed, or counts in some states alone, and those whose records contradict
 * each other: for them order tells.
 */
export function namesOfCases(
  measure: PersonMeasure,
  all: Grouped,
  { at, isContested }: { readonly at: readonly Moment[]; readonly isContested: (part: Part) => boolean },
): Names {
  const names = new Map<number, Set<string>>();
  const met = new Map<number, Map<string, readonly Truth[]>>();
  for (const [group, each] of all) {
    each((part) => {
      const person = personOf(part, measure.per);
      if (person === undefined) return;
      if (group !== 'unchanged' || isContested(part) || contradicts(met, { measure, part, person, at }))
        addName(names, part.area, person);
    });
  }
  return names;
}

interface Meeting {
  readonly measure: PersonMeasure;
  readonly part: Part;
  readonly person: string;
  readonly at: readonly Moment[];
}

/** Whether a record answers otherwise than an earlier one of the same person. */
function contradicts(met: Map<number, Map<string, readonly Truth[]>>, { measure, part, person, at }: Meeting): boolean {
  const own = met.get(part.area) ?? new Map<string, readonly Truth[]>();
  met.set(part.area, own);
  const answers = at.map((moment) => measure.which.test(part.entry, moment));
  const known = own.get(person);
  own.set(person, known === undefined ? answers : known.map((answer, index) => answer ?? answers[index] ?? null));
  return known?.some((answer, index) => isOther(answer, answers[index] ?? null)) === true;
}

function isOther(one: Truth, other: Truth): boolean {
  return one !== null && other !== null && one !== other;
}

function addName(names: Map<number, Set<string>>, area: number, person: string): void {
  names.set(area, (names.get(area) ?? new Set()).add(person));
}
