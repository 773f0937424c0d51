import { measures } from '../../src/indicators/catalogue.ts';
import { builtInNames } from '../../src/profiles/built-in-profiles.ts';
import { type Random, random } from '../ledgers/random.ts';

/** A configuration with other thresholds, windows and least bases for a few measures, as JSON. */
export function randomConfiguration(seed: number): string {
  const numbers = random(seed + 1_000_000);
  const windowed = measures.filter(({ id, window }) => window !== 'stock' && id !== '8b');
  const based = measures.filter(({ id, type }) => type === 'proportion' || id === '7a');
  return JSON.stringify({
    profile: numbers.pick(['district-17', 'district-17', ...builtInNames]),
    year_start: numbers.pick(['01-01', '10-01', '07-01', '03-01']),
    thresholds: some(measures, numbers, ({ unit, type }) => threshold(numbers, { unit, type })),
    windows: some(windowed, numbers, () => numbers.pick(['year', '3y'])),
    min_n: some(based, numbers, () => numbers.whole(0, 20)),
  });
}

function some<T extends { readonly id: string }, V>(
  items: readonly T[],
  numbers: Random,
  value: (item: T) => V,
): Readonly<Record<string, V>> {
  return Object.fromEntries(numbers.some(items, numbers.whole(0, 12)).map((item) => [item.id, value(item)]));
}

function threshold(numbers: Random, { unit, type }: { readonly unit: string; readonly type: string }): string {
  const mark = unit === '%' || unit === '‰' ? unit : '';
  const number = type === 'count' ? numbers.whole(0, 3) : numbers.whole(0, 200) / 2;
  return numbers.pick([
    'off',
    `>= ${number}${mark}`,
    `<= ${number}${mark}`,
    `= ${number}${mark}`,
    `${number}${mark}..${number + numbers.whole(0, 30)}${mark}`,
  ]);
}
