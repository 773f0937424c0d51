import type { GivenFigures } from '../engine/given-figures.ts';
import { mergeIfThere } from '../engine/tally.ts';
import { measures } from '../indicators/catalogue.ts';
import { type CountingBasis, type TalliesByArea, tallyGroup } from './group-tallies.ts';
import { monthOf, type Part, visitParts } from './grouped-entries.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { MomentTable } from './moments.ts';
import type { PersonCases } from './persons.ts';
import type { Reading } from './reading.ts';
import type { Replacement } from './replacement.ts';
import type { Standing } from './standing.ts';
import { type Group, groups } from './state.ts';
import { isRecounted, unchangedIn } from './unchanged.ts';

export interface Basis {
  readonly comparison: Comparison;
  readonly moments: MomentTable;
  readonly cases: readonly PersonCases[];
  readonly replacement: Replacement;
  readonly given: ReadonlyMap<object, GivenFigures>;
}

/** Tallies at each moment. */
export type TalliesAt = readonly TalliesByArea[];

/** The tallies of one group. */
export interface GroupTallies {
  /** Of what counts in every state in which the group is there. */
  readonly settled: TalliesAt;
  /** Of the rest, by standing. */
  readonly contested: ReadonlyMap<Standing, TalliesAt>;
}

/** The tallies of every group, at all moments. */
export function talliesOf(matchings: readonly RegisterMatching[], basis: Basis): ReadonlyMap<Group, GroupTallies> {
  const all = basis.moments.all.map((_, index) => index);
  const settled = new Map<Group, TalliesAt>(
    groups
      .filter((group) => group !== 'unchanged')
      .map((group) => [group, tallyAt(matchings, all, { group, ...basis })] as const),
  );
  settled.set('unchanged', unchangedAt(all, { matchings, others: settled, basis }));
  return new Map(
    groups.map((group) => [
      group,
      { settled: settled.get(group) ?? [], contested: contestedIn(matchings, all, { group, ...basis }) },
    ]),
  );
}

interface Unchanged {
  readonly matchings: readonly RegisterMatching[];
  /** The settled tallies of the other groups. */
  readonly others: ReadonlyMap<Group, TalliesAt>;
  readonly basis: Basis;
}

/** The settled tallies of what is unchanged: at the months' own moments by what their runs have counted. */
function unchangedAt(all: readonly number[], { matchings, others, basis }: Unchanged): TalliesAt {
  const { moments, comparison, cases, replacement } = basis;
  const villages = matchings.filter(({ register }) => isRecounted(register));
  const ends = [
    {
      at: moments.atBefore,
      month: monthOf('left', comparison),
      groups: ['left', 'before-edit', 'before-window', 'before-settings'],
    },
    {
      at: moments.atAfter,
      month: monthOf('entered', comparison),
      groups: ['entered', 'after-edit', 'after-window', 'after-settings'],
    },
  ] as const;
  return all.map((index): TalliesByArea => {
    const end = ends.find(({ at }) => at === index);
    if (end === undefined) return only(tallyAt(matchings, [index], { group: 'unchanged', ...basis }));
    const own = end.groups.flatMap((group) => others.get(group)?.slice(index, index + 1) ?? []);
    const rest = unchangedIn({ ...end.month, others: own, cases, replacement });
    return united(rest, only(tallyAt(villages, [index], { group: 'unchanged', ...basis })));
  });
}

type InGroup = Basis & { readonly group: Group };

function tallyAt(matchings: readonly RegisterMatching[], at: readonly number[], basis: InGroup): TalliesAt {
  const { group, comparison, replacement } = basis;
  const each = (visit: (part: Part) => void) => {
    for (const matching of matchings) visitParts(matching, { group, comparison }, visit);
  };
  return tallyParts(each, at, {
    ...basis,
    counts: (standing, measure) => replacement.counts(standing, measure) === true,
  });
}

/** The tallies of the entries that count in some states alone. */
function contestedIn(
  matchings: readonly RegisterMatching[],
  at: readonly number[],
  basis: InGroup,
): ReadonlyMap<Standing, TalliesAt> {
  const { group, comparison, replacement } = basis;
  const counts = (standing: Standing, measure: number) => replacement.counts(standing, measure) === null;
  const parts = new Map<Standing, Part[]>();
  const isContested = new Map<Standing, boolean>();
  const take = (part: Part) => {
    const { standing } = part;
    const is = isContested.get(standing) ?? measures.some((_, measure) => counts(standing, measure));
    isContested.set(standing, is);
    if (!is) return;
    const known = parts.get(standing);
    if (known === undefined) parts.set(standing, [part]);
    else known.push(part);
  };
  if (replacement.isContested) for (const matching of matchings) visitParts(matching, { group, comparison }, take);
  const tallied = (own: readonly Part[]) => tallyParts((visit) => own.forEach(visit), at, { ...basis, counts });
  return new Map([...parts].map(([standing, own]) => [standing, tallied(own)]));
}

function tallyParts(
  each: (visit: (part: Part) => void) => void,
  at: readonly number[],
  { group, comparison, moments, cases, given, counts }: InGroup & Pick<CountingBasis, 'counts'>,
): TalliesAt {
  const byRegister = new Map(cases.map((one) => [one.register, one]));
  const isCase = (part: Part) => byRegister.get(part.entry.register)?.isCase(part) === true;
  const days = at.flatMap((index) => moments.all.slice(index, index + 1));
  return tallyGroup(each, { moments: days, areas: monthOf(group, comparison).areas, given, isCase, counts });
}

function only([tallies = new Map()]: TalliesAt): TalliesByArea {
  return tallies;
}

/** Two tallies as one: what one has of villages, and given figures, the other leaves out. */
function united(one: TalliesByArea, other: TalliesByArea): TalliesByArea {
  const areas = new Map([...one]);
  for (const [area, tallies] of other) {
    const known = areas.get(area);
    if (known === undefined) areas.set(area, tallies);
    else for (const [index, tally] of tallies.entries()) mergeIfThere(known[index], tally);
  }
  return areas;
}

/** The figures that the months' registers of counts give. */
export function givenOf(readings: readonly Reading[]): ReadonlyMap<object, GivenFigures> {
  return new Map(readings.flatMap(({ counted }) => counted.tallied.given.map((figures) => [figures.record, figures])));
}
