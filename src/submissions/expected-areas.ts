import type { Area } from '../model/area.ts';
import { grouped } from '../model/grouped.ts';
import type { ExpectedVillage } from './expected-villages.ts';

/**
 * Finds the area of a village of the list: by its code, else by a name that only one village bears. Towns tell two of one
 * name apart, where both say theirs: the rows of a ledger that lists no villages tell none.
 */
export function areaFinder(expected: readonly ExpectedVillage[], areas: readonly Area[]) {
  const byCode = new Map(areas.flatMap(({ code }, area) => (code === null ? [] : [[code, area] as const])));
  const [areasSaying, villagesSaying] = [byWord(areas), byWord(expected)];
  return (village: ExpectedVillage): number | undefined => {
    const coded = village.code === null ? undefined : byCode.get(village.code);
    if (coded !== undefined) return coded;
    const fits = ({ thing }: Numbered<Area>) => mayBeOne(village, thing);
    const [only, ...others] = wordsOf(village).flatMap((word) => areasSaying.get(word)?.filter(fits) ?? []);
    if (only === undefined || others.length > 0) return undefined;
    const claimants = villagesSaying.get(only.thing.name)?.filter(({ thing }) => mayBeOne(thing, only.thing));
    return claimants?.length === 1 ? only.number : undefined;
  };
}

interface Numbered<T> {
  readonly word: string;
  readonly thing: T;
  readonly number: number;
}

function byWord<T extends Area>(things: readonly T[]): ReadonlyMap<string, readonly Numbered<T>[]> {
  const said = things.flatMap((thing, number) => wordsOf(thing).map((word) => ({ word, thing, number })));
  return grouped(said, ({ word }) => word);
}

/** What the rows of a ledger may call a village. */
function wordsOf({ code, name }: Area): readonly string[] {
  return [...new Set([name, code ?? name])];
}

/** Whether nothing that two villages of one name say tells them apart. */
function mayBeOne(one: Area, other: Area): boolean {
  const contradict = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return !contradict(one.town, other.town) && !contradict(one.code, other.code);
}
