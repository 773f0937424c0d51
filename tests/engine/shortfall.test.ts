import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortfallOf } from '../../src/engine/shortfall.ts';
import { exact } from '../../src/model/exact.ts';
import { meets } from '../../src/profiles/threshold.ts';
import { decimal, threshold } from './numbers.ts';
import { tallyOf } from './tally-of.ts';

describe('the shortfall of a proportion', () => {
  test.each([
    ['>= 97%', { n: 95, d: 99, u: 1 }, 2],
    ['>= 97%', { n: 97, d: 100 }, 0],
    ['>= 97%', { n: 96, d: 100 }, 1],
    ['>= 97%', { n: 98, d: 100 }, 0],
    ['>= 97%', { n: 0, d: 1 }, 1],
    ['>= 97%', { n: 32, d: 33 }, 1], // 32.01 are needed, so 33
    ['>= 97%', { n: 95, d: 100, xt: 50, xf: 50, x: 50 }, 2],
    ['= 100%', { n: 9, d: 10 }, 1],
    ['= 100%', { n: 9, d: 9, u: 1 }, 1],
    ['= 100%', { n: 10, d: 10 }, 0],
    ['<= 0.1%', { n: 1, d: 1000 }, 0],
    ['<= 0.1%', { n: 2, d: 1000 }, 1],
    ['<= 0.1%', { n: 1, d: 999 }, 1], // 0.999 are allowed, so none
    ['<= 0.1%', { n: 1, d: 999, u: 1 }, 0],
    ['= 0%', { n: 3, d: 10 }, 3],
    ['= 0%', { n: 0, d: 10 }, 0],
    ['= 50%', { n: 3, d: 10 }, null],
    ['90%..95%', { n: 3, d: 10 }, null],
    ['>= 97%', { n: 0, d: 0 }, null],
    ['>= 97%', { n: 0, d: 0, u: 1 }, 1],
    ['>= 97%', { n: 0, d: 0, xt: 1, xf: 1, x: 1 }, null],
  ])('%s, %o: %s', (text, kept, shortfall) => {
    const { measure, tally } = tallyOf('proportion', kept);
    expect(shortfallOf(measure, tally, threshold(text, '%'))).toBe(shortfall);
  });

  test.each([
    [1, 0],
    [3, 2],
  ])('of %i in a thousand against at most 1 ‰: %i', (n, shortfall) => {
    const { measure, tally } = tallyOf('proportion', { n, d: 1000 }, '9e');
    expect(shortfallOf(measure, tally, threshold('<= 1‰', '‰'))).toBe(shortfall);
  });

  test.each([
    ['>= 95%', ['94.5', '100'], 1],
    ['>= 95%', ['95', '100.5'], 1], // 95.475 are needed, so 96
    ['>= 95%', ['95.5', '100.5'], 1],
    ['<= 10%', ['10.5', '100'], 1],
    ['<= 10%', ['10.5', '105.9'], 1], // 10.59 are allowed, so 10
    ['<= 10%', ['10', '100.9'], 0],
  ] as const)('%s, given %o: %i, rounded up', (text, [numerator, denominator], shortfall) => {
    const given = { numerator: decimal(numerator), denominator: decimal(denominator) };
    const { measure, tally } = tallyOf('proportion', { given });
    expect(shortfallOf(measure, tally, threshold(text, '%'))).toBe(shortfall);
  });

  test('is for proportions with a threshold alone', () => {
    const [sum, ratio, count] = [
      tallyOf('sum', { x: 1n, y: 2n }),
      tallyOf('ratio', { a: 1, b: 2 }),
      tallyOf('count', { n: 1 }),
    ];
    for (const { measure, tally } of [sum, ratio, count])
      expect(shortfallOf(measure, tally, threshold('<= 0%', '%'))).toBeNull();
    const { measure, tally } = tallyOf('proportion', { n: 1, d: 2 });
    expect(shortfallOf(measure, tally, null)).toBeNull();
  });

  test('is what it takes, and no less', () => {
    const numbers = fc.tuple(fc.nat(200), fc.nat(200)).map(([n, more]) => ({ n, d: n + more }));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), ({ n, d }, percent) => {
        fc.pre(d > 0);
        const limit = threshold(`>= ${percent}%`, '%');
        const { measure, tally } = tallyOf('proportion', { n, d });
        const short = shortfallOf(measure, tally, limit) ?? Number.NaN;
        expect(meets(limit, exact(100 * (n + short), d))).toBe(true);
        if (short > 0) expect(meets(limit, exact(100 * (n + short - 1), d))).toBe(false);
      }),
    );
  });
});
