import { describe, expect, test } from 'vitest';
import { type Bound, figuresOf } from '../../src/engine/figures.ts';
import { exact, toText } from '../../src/model/exact.ts';
import { tallyOf } from './tally-of.ts';

/** Value and bounds as text: fractions, `unbounded`, or `-` for what does not exist. */
function shape(...[type, kept, id]: Parameters<typeof tallyOf>) {
  const { measure, tally } = tallyOf(type, kept, id);
  const { numerator, denominator, unknown, value, low, high, isNothing, base } = figuresOf(measure, tally);
  const text = (bound: Bound) => (bound === null ? '-' : bound === 'unbounded' ? bound : toText(bound));
  return {
    of: `${toText(numerator)} ${denominator === null ? '' : toText(denominator)}`.trim(),
    unknown,
    range: [low, value, high].map(text).join(' '),
    isNothing,
    base: toText(base),
  };
}

describe('a proportion: n/(d+u+xf) … n/d … (n+u+xt)/(d+u+xt)', () => {
  test.each([
    [{ n: 95, d: 100 }, '95 95 95', 0],
    [{ n: 95, d: 99, u: 1 }, '95 9500/99 96', 1],
    [{ n: 1, d: 2, xt: 1, x: 1 }, '50 50 200/3', 1],
    [{ n: 1, d: 2, xf: 1, x: 1 }, '100/3 50 50', 1],
    [{ n: 1, d: 2, xt: 1, xf: 1, x: 1 }, '100/3 50 200/3', 1],
    [{ n: 1, d: 2, u: 1, xt: 2, xf: 1, x: 2 }, '25 50 80', 3],
    [{ n: 0, d: 0, u: 2 }, '0 - 100', 2],
    [{ n: 0, d: 0, u: 1, xt: 1, x: 1 }, '0 - 100', 2],
    [{ n: 0, d: 0, xt: 1, x: 1 }, '- - 100', 1],
    [{ n: 0, d: 0, xf: 1, x: 1 }, '0 - -', 1],
    [{ n: 0, d: 0, xt: 1, xf: 1, x: 1 }, '0 - 100', 1],
    [{ n: 0, d: 0 }, '- - -', 0],
  ])('%o: %s', (kept, range, unknown) => {
    expect(shape('proportion', kept)).toMatchObject({ range, unknown, isNothing: kept.d === 0 && unknown === 0 });
  });

  test('is based on those in scope that are known', () => {
    expect(shape('proportion', { n: 1, d: 2, u: 3, xt: 1, x: 1 })).toMatchObject({ of: '1 2', base: '2' });
  });

  test('in ‰ is of a thousand', () => {
    expect(shape('proportion', { n: 1, d: 1000 }, '9e').range).toBe('1 1 1');
  });

  test('adds what is given', () => {
    const given = { numerator: exact(5, 2), denominator: exact(4) };
    expect(shape('proportion', { n: 1, d: 2, u: 1, given })).toMatchObject({
      of: '3.5 6',
      range: '50 175/3 450/7',
      base: '6',
    });
    expect(shape('proportion', { given: { numerator: exact(0), denominator: exact(0) } }).isNothing).toBe(true);
  });
});

describe('a ratio: a/(b+b?) … a/b … (a+a?)/b', () => {
  test.each([
    [{ a: 1, b: 4 }, '0.25 0.25 0.25'],
    [{ a: 1, b: 4, aMaybe: 1 }, '0.25 0.25 0.5'],
    [{ a: 1, b: 4, bMaybe: 1 }, '0.2 0.25 0.25'],
    [{ a: 1, b: 4, bUnbounded: true }, '0 0.25 0.25'],
    [{ a: 0, b: 0 }, '- - -'],
    [{ a: 1, b: 0 }, 'unbounded - unbounded'],
    [{ a: 0, b: 0, aMaybe: 1 }, '0 - unbounded'],
    [{ a: 1, b: 0, bMaybe: 2 }, '0.5 - unbounded'],
    [{ a: 1, b: 0, bUnbounded: true }, '0 - unbounded'],
    [{ a: 0, b: 0, bMaybe: 1 }, '0 - -'],
    [{ a: 0, b: 4 }, '0 0 0'],
  ])('%o: %s', (kept, range) => {
    expect(shape('ratio', kept).range).toBe(range);
  });

  test.each([
    [{ a: 0, b: 0 }, true],
    [{ a: 1 }, false],
    [{ b: 1 }, false],
    [{ aMaybe: 1 }, false],
    [{ bMaybe: 1 }, false],
    [{ bUnbounded: true }, false],
  ])('of %o there is nothing: %s', (kept, isNothing) => {
    expect(shape('ratio', kept).isNothing).toBe(isNothing);
  });

  test('counts each record of which something is not known once, and is based on both sides', () => {
    expect(shape('ratio', { a: 206, b: 200, aMaybe: 2, bMaybe: 2, unknown: 3 }, '7a')).toMatchObject({
      of: '206 200',
      unknown: 3,
      base: '406',
    });
  });

  test('adds what is given', () => {
    const given = { numerator: exact(1), denominator: exact(2) };
    expect(shape('ratio', { a: 1, b: 2, aMaybe: 1, given }).range).toBe('0.5 0.5 0.75');
  });
});

describe('a sum: ΣX/ΣY, with no bounds where a record is left out', () => {
  test.each([
    [{ x: 95n, y: 100n }, '95 100', '95 95 95', 0],
    [{ x: 95n, y: 100n, leftOut: 2 }, '95 100', '- 95 -', 2],
    [{ x: 0n, y: 0n, leftOut: 1 }, '0 0', '- - -', 1],
    [{ x: 0n, y: 0n }, '0 0', '- - -', 0],
  ])('%o', (kept, of, range, unknown) => {
    expect(shape('sum', kept)).toMatchObject({ of, range, unknown, isNothing: kept.y === 0n && unknown === 0 });
  });

  test('of money is in yuan, though it is kept in fen', () => {
    expect(shape('sum', { x: 5n, y: 10n }, '3b')).toMatchObject({ of: '0.05 0.1', range: '50 50 50' });
    expect(shape('sum', { x: 10n ** 20n + 1n, y: 10n ** 20n }, '17b').of).toBe(
      '1000000000000000000.01 1000000000000000000',
    );
  });

  test('adds what is given, in yuan', () => {
    const given = { numerator: exact(1), denominator: exact(2) };
    expect(shape('sum', { x: 50n, y: 100n, given }, '3b').of).toBe('1.5 3');
  });
});

describe('a number of events: n … n + n?', () => {
  test.each([
    [{ n: 0, maybe: 0 }, '0 0 0', 0],
    [{ n: 1, maybe: 2 }, '1 1 3', 2],
    [{ n: 1, given: { numerator: exact(2), denominator: exact(0) } }, '3 3 3', 0],
  ])('%o: %s', (kept, range, unknown) => {
    expect(shape('count', kept)).toMatchObject({ range, unknown, isNothing: false });
  });

  test('has no denominator', () => {
    expect(shape('count', { n: 1 }).of).toBe('1');
  });
});
