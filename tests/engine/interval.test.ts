import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf, wilson } from '../../src/engine/interval.ts';
import { measureOf } from '../../src/indicators/catalogue.ts';
import { exact } from '../../src/model/exact.ts';

describe('the interval', () => {
  // Computed to 40 digits with Python's decimal from the formula; 50 of 100 is 0.404 … 0.596 in textbooks.
  test.each([
    [95, 99, 0.9006797874974577, 0.9841773610058524],
    [50, 100, 0.4038315303659956, 0.5961684696340044],
    [1, 10, 0.017876213095072906, 0.4041500267952385],
    [1, 1000, 0.00017654637062607803, 0.005642558597957935],
  ])('of %i in %i: %d … %d', (part, whole, low, high) => {
    const [from, to] = wilson(part, whole);
    expect(from).toBeCloseTo(low, 14);
    expect(to).toBeCloseTo(high, 14);
  });

  test('of none and of all', () => {
    const z2 = 1.959963984540054 ** 2;
    expect(wilson(0, 10)[0]).toBe(0);
    expect(wilson(0, 10)[1]).toBeCloseTo(z2 / (10 + z2), 12);
    expect(wilson(10, 10)[0]).toBeCloseTo(10 / (10 + z2), 12);
    expect(wilson(10, 10)[1]).toBe(1);
  });

  test('is within 0 and 1, and holds the share', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 3000 }), (some, whole) => {
        const part = some % (whole + 1);
        const [low, high] = wilson(part, whole);
        expect(0 <= low && low <= part / whole && part / whole <= high && high <= 1).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('solves (p − n/d)² = z²·p(1 − p)/d', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (some, d) => {
        const n = some % (d + 1);
        for (const p of wilson(n, d)) {
          expect((p - n / d) ** 2).toBeCloseTo((1.959963984540054 ** 2 * p * (1 - p)) / d, 10);
        }
      }),
    );
  });

  test('is in the measure’s own unit', () => {
    expect(intervalOf(measureOf('9a'), exact(95), exact(99))?.[0]).toBeCloseTo(90.06797874974578, 9);
    expect(intervalOf(measureOf('9e'), exact(95), exact(99))?.[0]).toBeCloseTo(900.6797874974578, 9);
  });

  test('of 7a is that of the boys among all, as boys to 100 girls', () => {
    const [low, high] = wilson(206, 406);
    const [from, to] = intervalOf(measureOf('7a'), exact(206), exact(200)) ?? [];
    expect(from).toBeCloseTo((100 * low) / (1 - low), 9);
    expect(to).toBeCloseTo((100 * high) / (1 - high), 9);
    expect(from).toBeCloseTo(84.81484343320714, 10);
    expect(to).toBeCloseTo(125.08423726979738, 10);
  });

  test('is of nothing where there is nothing, and of no other measure', () => {
    expect(intervalOf(measureOf('9a'), exact(0), exact(0))).toBeNull();
    expect(intervalOf(measureOf('7a'), exact(400), exact(0))).toBeNull();
    expect(intervalOf(measureOf('1a'), exact(1), exact(2))).toBeNull();
    expect(intervalOf(measureOf('8c'), exact(1), exact(2))).toBeNull();
    expect(intervalOf(measureOf('15b'), exact(1), exact(2))).toBeNull();
    expect(intervalOf(measureOf('9d'), exact(1), null)).toBeNull();
  });
});
