import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapley } from '../../src/diff/shapley.ts';
import { add, divide, type Exact, exact, subtract, ZERO } from '../../src/model/exact.ts';

describe('the parts of the players', () => {
  test('of one player: all that changed', () => {
    expect(shapley([exact(1), exact(4)])).toEqual([exact(3)]);
  });

  test('of nobody: none', () => {
    expect(shapley([exact(7)])).toEqual([]);
  });

  test('of two: the mean of coming first and coming second', () => {
    expect(shapley([exact(0), exact(1), exact(3), exact(6)])).toEqual([exact(2), exact(4)]);
  });

  test('somebody who changes nothing has no part', () => {
    expect(shapley([exact(1, 3), exact(1, 3), exact(1, 2), exact(1, 2)])).toEqual([ZERO, exact(1, 6)]);
  });

  test('are the mean over all orders, one by one, as the definition has it', () => {
    const numbers = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 32, maxLength: 32 }), (drawn) => {
        const worths = drawn.map(([numerator, denominator]) => exact(numerator, denominator));
        expect(shapley(worths)).toEqual(meanOverOrders(worths, 5));
      }),
      { numRuns: 20 },
    );
  });
});

function meanOverOrders(worths: readonly Exact[], players: number): readonly Exact[] {
  const orders = permutations(Array.from({ length: players }, (_, player) => player));
  const sums = Array.from({ length: players }, () => ZERO);
  for (const order of orders) {
    let set = 0;
    for (const player of order) {
      const [before, after] = [worths[set] ?? ZERO, worths[set | (1 << player)] ?? ZERO];
      sums[player] = add(sums[player] ?? ZERO, subtract(after, before));
      set |= 1 << player;
    }
  }
  return sums.map((sum) => divide(sum, exact(orders.length)));
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}
