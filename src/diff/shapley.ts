import { type Exact, exact } from '../model/exact.ts';

/**
 * The part of each player in what a game is worth: the mean of its effect over all orders in which the players may come.
 *
 * `worths` holds the worth of every set of players, the set read as a number with a bit for each player. The parts add
 * up to the worth of all less that of none. Source: L. S. Shapley, A value for n-person games (1953). Of two players
 * with the worths 0, 1, 3 and 6, the first has ((1 − 0) + (6 − 3)) / 2 = 2 and the second ((3 − 0) + (6 − 1)) / 2 = 4.
 */
export function shapley(worths: readonly Exact[]): readonly Exact[] {
  const players = Math.log2(worths.length);
  const scale = commonDenominator(worths);
  const scaled = worths.map(({ numerator, denominator }) => numerator * (scale / denominator));
  const all = factorial(players);
  return Array.from({ length: players }, (_, player) => {
    let sum = 0n;
    for (const [set, worth] of scaled.entries()) {
      const without = set & ~(1 << player);
      if (set === without) continue;
      const before = members(without); // players that came earlier in the orders that this step stands for
      sum += factorial(before) * factorial(players - before - 1) * (worth - (scaled[without] ?? 0n));
    }
    return exact(sum, all * scale);
  });
}

/** In integers over one denominator: half a thousand sums of fractions would each be brought to lowest terms. */
function commonDenominator(numbers: readonly Exact[]): bigint {
  let common = 1n;
  for (const { denominator } of numbers) {
    if (common % denominator !== 0n) common *= denominator / gcd(common, denominator);
  }
  return common;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}

function members(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
