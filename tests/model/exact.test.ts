import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceil,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  toFixed,
  toNumber,
  toText,
} from '../../src/model/exact.ts';

const integer = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const rational = fc.tuple(integer, fc.bigInt({ min: 1n, max: 10n ** 40n })).map(([n, d]) => exact(n, d));

describe('an exact number', () => {
  test('is kept in lowest terms, with a positive denominator', () => {
    expect(exact(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(exact(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
  });

  test('has no denominator 0', () => {
    expect(() => exact(1, 0)).toThrow(RangeError);
    expect(() => divide(exact(1), exact(0))).toThrow(RangeError);
  });

  test('has no double in it: 0.1 + 0.2 is 0.3', () => {
    expect(add(exact(1, 10), exact(2, 10))).toEqual(exact(3, 10));
  });

  test('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        if (!isZero(b)) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(subtract(a, b).numerator)));
      }),
    );
  });

  test.each([
    [7, 2, 3n, 4n],
    [-7, 2, -4n, -3n],
    [6, 2, 3n, 3n],
    [-6, 2, -3n, -3n],
    [0, 5, 0n, 0n],
  ])('%i/%i lies from %i to %i', (n, d, below, above) => {
    expect([floor(exact(n, d)), ceil(exact(n, d))]).toEqual([below, above]);
  });
});

describe('a decimal is read', () => {
  test.each([
    ['12', 12, 1],
    ['-12.345', -2469, 200],
    ['+0.5', 1, 2],
    ['5.', 5, 1],
    ['1e-7', 1, 10_000_000],
    ['1.5E+2', 150, 1],
    ['-0', 0, 1],
  ])('%s as %i/%i', (text, n, d) => {
    expect(parseDecimal(text)).toEqual(exact(n, d));
  });

  test.each(['', '.5', '1,000', '95%', '1e', 'NaN', 'Infinity', '0x10', '1 2', ' 1', '--1', '1e1000'])(
    'but not “%s”',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );
});

describe('an exact number is written', () => {
  test.each([
    [exact(952, 10), 2, '95.20'],
    [exact(1, 8), 2, '0.13'],
    [exact(-1, 8), 2, '-0.12'],
    [exact(5, 2), 0, '3'],
    [exact(94997, 1000), 2, '95.00'],
    [exact(94997, 1000), 3, '94.997'],
    [exact(1, 1000), 2, '0.00'],
    [exact(-1, 1000), 2, '0.00'],
  ])('%o with %i decimals as %s', (number, decimals, text) => {
    expect(toFixed(number, decimals)).toBe(text);
  });

  test.each([
    [exact(95), '95'],
    [exact(1, 10), '0.1'],
    [exact(-1, 8), '-0.125'],
    [exact(1, 3), '1/3'],
  ])('%o in full as %s', (number, text) => {
    expect(toText(number)).toBe(text);
  });

  test('in full it reads back as the same', () => {
    const decimal = fc.tuple(integer, fc.nat(40)).map(([n, places]) => exact(n, 10n ** BigInt(places)));
    fc.assert(
      fc.property(decimal, (number) => {
        expect(parseDecimal(toText(number))).toEqual(number);
      }),
      { endOnFailure: true },
    );
  });
});

describe('the nearest double', () => {
  test.each([
    [exact(1, 3), 1 / 3],
    [exact(9500, 99), 9500 / 99],
    [exact(10n ** 25n), 1e25],
    [exact(-(2n ** 80n), 3n), -(2 ** 80) / 3],
    [exact(10n ** 300n, 10n ** 310n), 1e-10],
    [exact(10n ** 300n, 7n), 1e300 / 7],
    [exact(1n, 10n ** 300n), 1e-300],
  ])('%o', (number, double) => {
    expect(toNumber(number)).toBe(double);
  });

  test.each([
    [2n ** 53n + 1n, 2 ** 53],
    [2n ** 53n + 3n, 2 ** 53 + 4],
    [-(2n ** 53n) - 1n, -(2 ** 53)],
  ])('halfway at %i it is the even one', (number, double) => {
    expect(toNumber(exact(number))).toBe(double);
  });

  test('a hair beyond halfway it is the further one', () => {
    expect(toNumber(exact((2n ** 53n + 1n) * 10n ** 60n + 1n, 10n ** 60n))).toBe(2 ** 53 + 2);
    expect(toNumber(exact((2n ** 53n + 1n) * 10n ** 60n - 1n, 10n ** 60n))).toBe(2 ** 53);
  });

  test('of a decimal is the double that the same text is in JavaScript', () => {
    const text = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.integer({ min: -60, max: 20 }))
      .map(([isNegative, digits, power]) => `${isNegative ? '-' : ''}${digits}e${power}`);
    fc.assert(
      fc.property(text, (decimal) => {
        const number = parseDecimal(decimal);
        expect(number === undefined ? undefined : toNumber(number)).toBe(Number(decimal) + 0); // no negative zero
      }),
      { numRuns: 2000 },
    );
  });

  test('of a double is itself', () => {
    const double = fc.double({ min: -1e300, max: 1e300, noNaN: true }).filter((x) => Math.abs(x) > 1e-290);
    fc.assert(
      fc.property(double, (x) => {
        expect(toNumber(parseDecimal(x.toExponential()) ?? exact(0))).toBe(x);
      }),
    );
  });

  test('no double lies nearer', () => {
    const share = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 50n }), fc.bigInt({ min: 1n, max: 10n ** 50n }))
      .map(([n, d]) => exact(n, d));
    const distance = (a: Exact, b: number) => {
      const apart = subtract(a, exactlyOf(b));
      return compare(apart, exact(0)) < 0 ? subtract(exact(0), apart) : apart;
    };
    fc.assert(
      fc.property(share, (number) => {
        const double = toNumber(number);
        const step = 2 ** (Math.floor(Math.log2(double)) - 53); // the gap below a power of two; half the gap elsewhere
        for (const other of [double - step, double + step, double - 2 * step, double + 2 * step])
          expect(compare(distance(number, double), distance(number, other))).toBeLessThanOrEqual(0);
      }),
      { endOnFailure: true },
    );
  });
});

/** The very number that a double is. */
function exactlyOf(double: number): Exact {
  const places = Math.max(0, 60 - Math.floor(Math.log2(Math.abs(double))));
  return exact(BigInt(double * 2 ** places), 2n ** BigInt(places));
}
