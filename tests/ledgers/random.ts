/** A repeatable stream of numbers: the same seed gives the same ledger on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `first` to `last`, both included. */
  whole(first: number, last: number): number;
  /** One of the choices, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  pick<T>(choices: readonly T[]): T;
  /** Some of the items, each at most once, in their own order. */
  some<T>(items: readonly T[], count: number): readonly T[];
}

/** The generator known as mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  const pick = <T>(choices: readonly T[]): T => at(choices, whole(0, choices.length - 1));
  return { next, whole, pick, weighted: (choices) => weighted(choices, next()), some: (...all) => some(next, ...all) };
}

function weighted<T>(choices: readonly (readonly [T, number])[], share: number): T {
  let left = share * choices.reduce((sum, [, weight]) => sum + weight, 0);
  const found = choices.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? at(choices, choices.length - 1))[0];
}

function some<T>(next: () => number, items: readonly T[], count: number): readonly T[] {
  const drawn = items.map((_, index) => ({ index, lot: next() }));
  const chosen = new Set(
    drawn
      .sort((a, b) => a.lot - b.lot || a.index - b.index)
      .slice(0, count)
      .map(({ index }) => index),
  );
  return items.filter((_, index) => chosen.has(index));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}
