import { expect, test } from 'vitest';
import { emptyTally, merge } from '../../src/engine/tally.ts';
import { measures } from '../../src/indicators/catalogue.ts';

const types = ['proportion', 'ratio', 'sum', 'count'] as const;

test.each(types.flatMap((one) => types.filter((other) => other !== one).map((other) => [one, other] as const)))(
  'a %s and a %s are never merged',
  (one, other) => {
    const tallyOf = (type: string) => measures.filter((measure) => measure.type === type).map(emptyTally)[0];
    const [left, right] = [tallyOf(one), tallyOf(other)];
    if (left === undefined || right === undefined) throw new Error('There is no measure of a type.');
    expect(() => merge(left, right)).toThrow(`A ${one} cannot be merged with a ${other}.`);
  },
);
