import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../src/engine/interval.ts';
import { shortfallOf } from '../../src/engine/shortfall.ts';
import { measureOf } from '../../src/indicators/catalogue.ts';
import { exact } from '../../src/model/exact.ts';
import { threshold } from './numbers.ts';
import { tallyOf } from './tally-of.ts';

describe('all of them is 100 % or 1000 ‰', () => {
  test.each([
    ['= 1000‰', 4],
    ['= 100‰', null],
    ['<= 1000‰', 0],
  ])('of 6 in 10 against %s, %s are missing or too many', (text, shortfall) => {
    const { measure, tally } = tallyOf('proportion', { n: 6, d: 10 }, '9e');
    expect(shortfallOf(measure, tally, threshold(text, '‰'))).toBe(shortfall);
  });

  test('at most all of them is never missed', () => {
    const { measure, tally } = tallyOf('proportion', { n: 3, d: 4 });
    expect(shortfallOf(measure, tally, threshold('<= 100%', '%'))).toBe(0);
  });

  test('both ends of an interval are in the unit of the measure', () => {
    expect(intervalOf(measureOf('9a'), exact(95), exact(99))?.[1]).toBeCloseTo(98.41773610058524, 9);
    expect(intervalOf(measureOf('9e'), exact(95), exact(99))?.[1]).toBeCloseTo(984.1773610058524, 9);
  });
});
