import { describe, expect, test } from 'vitest';
import type { Bound, ExactFigures } from '../../src/engine/figures.ts';
import { verdict } from '../../src/engine/verdict.ts';
import { exact, parseDecimal } from '../../src/model/exact.ts';
import type { Status } from '../../src/model/report.ts';
import { threshold } from './numbers.ts';

/** A bound as text: a decimal, `∞`, or `-` for one that does not exist. */
function bound(text: string): Bound {
  if (text === '-') return null;
  return text === '∞' ? 'unbounded' : (parseDecimal(text) ?? null);
}

function figures(range: string, rest: Partial<ExactFigures> = {}): ExactFigures {
  const [low = '-', high = low] = range.split(' ');
  const nothing = { numerator: exact(0), denominator: exact(1), unknown: 0, value: null };
  return { ...nothing, low: bound(low), high: bound(high), isNothing: false, base: exact(100), ...rest };
}

function judged(range: string, limit: string, rest?: Partial<ExactFigures>): Status {
  return verdict(figures(range, rest), { threshold: threshold(limit, 'ratio'), minN: 0, window: 'year', source: null });
}

describe('a threshold and a range of values', () => {
  test.each<[limit: string, range: string, status: Status]>([
    ['>= 95', '95 95', 'pass'],
    ['>= 95', '95.0001 96', 'pass'],
    ['>= 95', '94.9999 94.9999', 'fail'],
    ['>= 95', '94.9999 95', 'undetermined'],
    ['>= 95', '0 94.9999', 'fail'],
    ['>= 95', '0 ∞', 'undetermined'],
    ['>= 95', '95 ∞', 'pass'],
    ['>= 95', '∞ ∞', 'pass'],
    ['<= 0.1', '0.1 0.1', 'pass'],
    ['<= 0.1', '0 0.1', 'pass'],
    ['<= 0.1', '0 0.10001', 'undetermined'],
    ['<= 0.1', '0.10001 1', 'fail'],
    ['<= 0.1', '0 ∞', 'undetermined'],
    ['<= 0.1', '0.2 ∞', 'fail'],
    ['<= 0.1', '∞ ∞', 'fail'],
    ['= 100', '100 100', 'pass'],
    ['= 100', '99.9 100', 'undetermined'],
    ['= 100', '0 99.9999', 'fail'],
    ['= 100', '100.0001 200', 'fail'],
    ['= 100', '99 101', 'undetermined'],
    ['= 100', '∞ ∞', 'fail'],
    ['= 100', '100 ∞', 'undetermined'],
    ['= 100', '100.1 ∞', 'fail'],
    ['= 0', '0 0', 'pass'],
    ['= 0', '0 1', 'undetermined'],
    ['= 0', '1 1', 'fail'],
    ['103..107', '103 107', 'pass'],
    ['103..107', '103 103', 'pass'],
    ['103..107', '107 107', 'pass'],
    ['103..107', '102.9999 103', 'undetermined'],
    ['103..107', '107 107.0001', 'undetermined'],
    ['103..107', '102 102.9999', 'fail'],
    ['103..107', '107.0001 108', 'fail'],
    ['103..107', '102 108', 'undetermined'],
    ['103..107', '105 ∞', 'undetermined'],
    ['103..107', '108 ∞', 'fail'],
    ['103..107', '∞ ∞', 'fail'],
    ['103..107', '0 ∞', 'undetermined'],
  ])('%s, %s: %s', (limit, range, status) => {
    expect(judged(range, limit)).toBe(status);
  });

  test.each(['>= 0', '<= 100', '= 0', '0..100'])('a bound that does not exist decides nothing: %s', (limit) => {
    expect(judged('- -', limit)).toBe('undetermined');
    expect(judged('0 -', limit)).toBe('undetermined');
    expect(judged('- 0', limit)).toBe('undetermined');
  });
});

describe('before any threshold', () => {
  test('a measure without one is off, even where nothing is in scope', () => {
    const settings = { threshold: null, minN: 400, window: 'year', source: null } as const;
    expect(verdict(figures('0 0'), settings)).toBe('off');
    expect(verdict(figures('- -', { isNothing: true }), settings)).toBe('off');
  });

  test('nothing in scope is not applicable, however small', () => {
    const settings = { threshold: threshold('>= 0', 'ratio'), minN: 400, window: 'year', source: null } as const;
    expect(verdict(figures('- -', { isNothing: true, base: exact(0) }), settings)).toBe('not-applicable');
  });

  test.each([
    [399, 400, 'small-sample'],
    [400, 400, 'pass'],
    [0, 1, 'small-sample'],
    [0, 0, 'pass'],
  ] as const)('%i of at least %i: %s', (base, minN, status) => {
    const settings = { threshold: threshold('>= 0', 'ratio'), minN, window: 'year', source: null } as const;
    expect(verdict(figures('50 50', { base: exact(base) }), settings)).toBe(status);
    expect(verdict(figures('50 50', { base: exact(2 * base, 2) }), settings)).toBe(status);
  });

  test('a small sample is told before a bound that does not exist', () => {
    const settings = { threshold: threshold('>= 0', 'ratio'), minN: 400, window: 'year', source: null } as const;
    expect(verdict(figures('- -', { base: exact(11) }), settings)).toBe('small-sample');
  });
});
