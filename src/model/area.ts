import { byCodePoints } from './code-points.ts';
import { grouped } from './grouped.ts';

/** A village, or a name that stands for one. */
export interface Area {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
}

/** The order of areas in reports: by code, those without one behind, and then by name. */
export function compareAreas(a: AreaName, b: AreaName): number {
  if ((a.code === null) !== (b.code === null)) return a.code === null ? 1 : -1;
  return byCodePoints(a.code ?? '', b.code ?? '') || byCodePoints(a.name, b.name);
}

type AreaName = Pick<Area, 'code' | 'name'>;

/** The areas of two runs, or reports, as one list. */
export interface JointAreas {
  /** As the later run names them, where it has them; by code, where one of the two has it. */
  readonly areas: readonly Area[];
  /** The joint number of each area of the earlier run, by its number there. */
  readonly ofBefore: readonly number[];
  readonly ofAfter: readonly number[];
}

/** Finds the same areas in two runs: by code, else by name. */
export function joinAreas(before: readonly Area[], after: readonly Area[]): JointAreas {
  const joint = new Map<string, number>();
  const areas: Area[] = [];
  const numbered = (keys: readonly string[], own: readonly Area[]) =>
    keys.map((key, index) => {
      const known = joint.get(key);
      const area = own[index];
      if (area === undefined) return -1;
      if (known !== undefined) {
        if (areas[known]?.code === null) areas[known] = area;
        return known;
      }
      joint.set(key, areas.length);
      return areas.push(area) - 1;
    });
  const ofAfter = numbered(keysOf(after, before), after);
  return { areas, ofAfter, ofBefore: numbered(keysOf(before, after), before) };
}

/**
 * A village that one run knows by what its records say alone is the one which the other knows by its code, if that is its
 * name or its code.
 */
function keysOf(own: readonly Area[], other: readonly Area[]): readonly string[] {
  const codes = new Set(own.map(({ code }) => code));
  const words = other.flatMap((area) =>
    [...new Set([area.name, area.code ?? area.name])].map((word) => ({ word, area })),
  );
  const said = grouped(words, ({ word }) => word);
  const uses = new Map<string, number>();
  return own.map(keyOf).map((key) => {
    const use = (uses.get(key) ?? 0) + 1; // two villages without a code may bear one name
    uses.set(key, use);
    return use === 1 ? key : `${key}\u0001${use}`;
  });

  function keyOf({ code, name }: Area): string {
    if (code !== null) return `code ${code}`;
    const named = (said.get(name) ?? []).map(({ area }) => area);
    const [only, ...more] = named.filter((area) => area.code !== null && !codes.has(area.code));
    const isNamedThere = named.some((area) => area.code === null);
    return only === undefined || more.length > 0 || isNamedThere ? `name ${name}` : `code ${only.code}`;
  }
}
