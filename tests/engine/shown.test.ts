import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown } from '../../src/engine/shown.ts';
import { exact } from '../../src/model/exact.ts';
import type { Unit } from '../../src/model/report.ts';
import { meets } from '../../src/profiles/threshold.ts';
import { decimal, threshold } from './numbers.ts';

describe('a number as it is shown', () => {
  test.each<[string, string, Unit, string]>([
    ['95', '>= 95%', '%', '95.00'],
    ['94.997', '>= 95%', '%', '94.997'],
    ['94.994', '>= 95%', '%', '94.99'],
    ['94.9999999', '>= 95%', '%', '94.9999999'],
    ['94.99999999999999999999', '>= 95%', '%', '94.99999999999999999999'],
    ['95.004', '>= 95%', '%', '95.00'],
    ['95.004', '<= 95%', '%', '95.004'],
    ['99.996', '= 100%', '%', '99.996'],
    ['100.004', '= 100%', '%', '100.004'],
    ['0.104', '<= 0.1%', '%', '0.104'],
    ['0.1', '<= 0.1%', '%', '0.10'],
    ['0.125', '<= 0.125%', '%', '0.125'],
    ['1.004', '<= 1‰', '‰', '1.004'],
    ['102.996', '103..107', 'per100', '102.996'],
    ['107.004', '103..107', 'per100', '107.004'],
    ['105.005', '103..107', 'per100', '105.01'],
    ['0.2504', '<= 0.25', 'ratio', '0.2504'],
    ['0.004', '= 0%', '%', '0.004'],
    ['0', '= 0', 'count', '0'],
    ['2', '= 0', 'count', '2'],
    ['2.5', '= 0', 'count', '2.50'],
  ])('%s against %s: %s %s', (value, limit, unit, text) => {
    expect(shown(decimal(value), threshold(limit, unit), unit)).toBe(text);
  });

  test('has two decimals where there is no threshold', () => {
    expect(shown(exact(200, 3), null, '%')).toBe('66.67');
  });

  test('is ∞ without a limit, and nothing where there is none', () => {
    expect(shown('unbounded', threshold('<= 1', 'ratio'), 'ratio')).toBe('∞');
    expect(shown(null, null, '%')).toBeNull();
  });

  test('never looks like a hit where it is a miss, nor the other way round', () => {
    const limits = fc.constantFrom('>= 95%', '<= 95%', '= 95%', '94.99%..95%');
    const value = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 10 ** 9 }));
    fc.assert(
      fc.property(value, limits, ([above, scale], limit) => {
        const number = decimal('95');
        const near = exact(number.numerator * BigInt(scale) + BigInt(above), scale);
        const read = threshold(limit, '%');
        const text = shown(near, read, '%') ?? '';
        expect(meets(read, decimal(text))).toBe(meets(read, near));
      }),
    );
  });
});
