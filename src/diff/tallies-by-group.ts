import type { GivenFigures } from '../engine/given-figures.ts';
import { merge, type Tally } from '../engine/tally.ts';
import { type AreaTallies, tallyGroup } from './group-tallies.ts';
import { areasOf, type Part, visitParts } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { MomentTable } from './moments.ts';
import type { PersonCases } from './persons.ts';
import type { Reading } from './reading.ts';
import { type Group, groups } from './state.ts';
import { isRecounted, unchangedIn } from './unchanged.ts';

export interface Basis {
  readonly comparison: Comparison;
  readonly moments: MomentTable;
  readonly cases: readonly PersonCases[];
  readonly given: ReadonlyMap<object, GivenFigures>;
}

/** The tallies of every group, at all moments. */
export function talliesOf(
  matchings: readonly RegisterMatching[],
  basis: Basis,
): ReadonlyMap<Group, readonly AreaTallies[]> {
  const { moments, comparison, cases } = basis;
  const all = moments.all.map((_, index) => index);
  const tallied = new Map(
    groups
      .filter((group) => group !== 'unchanged')
      .map((group) => [group, tallyAt(matchings, all, { group, ...basis })] as const),
  );
  const villages = matchings.filter(({ register }) => isRecounted(register));
  const ends = [
    {
      reading: comparison.before,
      areas: comparison.areas.ofBefore,
      at: moments.atBefore,
      others: ['left', 'before-edit'],
    },
    {
      reading: comparison.after,
      areas: comparison.areas.ofAfter,
      at: moments.atAfter,
      others: ['entered', 'after-edit'],
    },
  ] as const;
  const unchanged = all.map((index): AreaTallies => {
    const end = ends.find(({ at }) => at === index);
    if (end === undefined) return only(tallyAt(matchings, [index], { group: 'unchanged', ...basis }));
    const others = end.others.flatMap((group) => tallied.get(group)?.slice(index, index + 1) ?? []);
    const rest = unchangedIn({ reading: end.reading, areas: end.areas, others, cases });
    return united(rest, only(tallyAt(villages, [index], { group: 'unchanged', ...basis })));
  });
  return new Map([...tallied, ['unchanged', unchanged]]);
}

function tallyAt(
  matchings: readonly RegisterMatching[],
  at: readonly number[],
  { group, comparison, moments, cases, given }: Basis & { readonly group: Group },
): readonly AreaTallies[] {
  const byRegister = new Map(cases.map((one) => [one.register, one]));
  const isCase = (part: Part) => byRegister.get(part.entry.register)?.isCase(part) === true;
  const each = (visit: (part: Part) => void) => {
    for (const matching of matchings) visitParts(matching, { group, comparison }, visit);
  };
  const days = at.flatMap((index) => moments.all.slice(index, index + 1));
  return tallyGroup(each, { moments: days, areas: areasOf(group, comparison), given, isCase });
}

function only([tallies = new Map()]: readonly AreaTallies[]): AreaTallies {
  return tallies;
}

/** Two tallies as one: what one has of villages, and given figures, the other leaves out. */
function united(one: AreaTallies, other: AreaTallies): AreaTallies {
  const areas = new Map([...one]);
  for (const [area, tallies] of other) {
    const known = areas.get(area);
    if (known === undefined) areas.set(area, tallies);
    else for (const [index, tally] of tallies.entries()) mergeInto(known[index], tally);
  }
  return areas;
}

function mergeInto(tally: Tally | undefined, other: Tally): void {
  if (tally !== undefined) merge(tally, other);
}

/** The figures that the months' registers of counts give. */
export function givenOf(readings: readonly Reading[]): ReadonlyMap<object, GivenFigures> {
  return new Map(readings.flatMap(({ counted }) => counted.counted.given.map((figures) => [figures.record, figures])));
}
