import { jointNumber } from './joint-number.ts';

/** Things with the names that tell them apart: `undefined` for one that has no name of its own. */
export interface NamedList<T> {
  readonly things: readonly T[];
  readonly areas: readonly number[];
  readonly ids: readonly (string | undefined)[];
}

export interface Unpaired<T> {
  readonly left: readonly T[];
  readonly entered: readonly T[];
}

/**
 * Pairs the things of two lists that have one name, and hands on the rest. Two months of a ledger stand in much the
 * same order, so that most partners are found by walking in step; only the others are looked up.
 */
export function pairByName<T>(
  left: NamedList<T>,
  entered: NamedList<T>,
  pair: (one: T, other: T) => void,
): Unpaired<T> {
  const isPaired = new Uint8Array(left.things.length);
  const rest: number[] = [];
  let next = 0;
  const join = (place: number, other: number) => {
    const [one, partner] = [left.things[place], entered.things[other]];
    if (one === undefined || partner === undefined) return;
    isPaired[place] = 1;
    pair(one, partner);
  };
  for (let other = 0; other < entered.things.length; other++) {
    const place = placeAhead(left, next, { area: entered.areas[other], id: entered.ids[other] });
    if (place === undefined) rest.push(other);
    else {
      join(place, other);
      next = place + 1;
    }
  }
  const waiting = placesByName(left, isPaired);
  const unpaired = rest.filter((other) => {
    const place = waiting.get(jointNumber(entered.areas, other))?.get(entered.ids[other]);
    if (place !== undefined) join(place, other);
    return place === undefined;
  });
  return {
    left: left.things.filter((_, place) => isPaired[place] === 0),
    entered: unpaired.flatMap((other) => entered.things.slice(other, other + 1)),
  };
}

const FAR_AHEAD = 8; // as many rows as are struck out at one place in most months

interface Name {
  readonly area: number | undefined;
  readonly id: string | undefined;
}

function placeAhead<T>({ areas, ids }: NamedList<T>, next: number, { area, id }: Name): number | undefined {
  if (id === undefined) return undefined;
  const end = Math.min(next + FAR_AHEAD, ids.length);
  for (let place = next; place < end; place++) {
    if (ids[place] === id && areas[place] === area) return place;
  }
  return undefined;
}

function placesByName<T>({ areas, ids }: NamedList<T>, isPaired: Uint8Array) {
  const places = new Map<number, Map<string | undefined, number>>();
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place];
    if (id === undefined || isPaired[place] === 1) continue;
    const area = jointNumber(areas, place);
    const own = places.get(area) ?? new Map<string | undefined, number>();
    places.set(area, own.set(id, place));
  }
  return places;
}
