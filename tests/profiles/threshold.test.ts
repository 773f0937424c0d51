import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, parseDecimal } from '../../src/model/exact.ts';
import type { Unit } from '../../src/model/report.ts';
import { meets, parseThreshold, printThreshold, type Threshold } from '../../src/profiles/threshold.ts';

function parsed(text: string, unit: Unit): Threshold {
  const threshold = parseThreshold(text, unit);
  if (threshold === 'off' || threshold.kind === 'problem') throw new Error(`${text} was meant to be a threshold`);
  return threshold;
}

describe('a threshold is read', () => {
  test.each<[string, Unit, string]>([
    ['>= 97%', '%', '>= 97%'],
    ['>=88.5%', '%', '>= 88.5%'],
    ['≥ 97％', '%', '>= 97%'],
    ['≤１‰', '‰', '<= 1‰'],
    ['＞＝97﹪', '%', '>= 97%'],
    ['＝ 100 %', '%', '= 100%'],
    ['<= 1‰', '‰', '<= 1‰'],
    ['103..107', 'per100', '103..107'],
    [' 103 .. 107 ', 'per100', '103..107'],
    ['103..103', 'per100', '103..103'],
    ['90..95%', '%', '90%..95%'],
    ['90%..95%', '%', '90%..95%'],
    ['<= 0.25', 'ratio', '<= 0.25'],
    ['<= 0.250', 'ratio', '<= 0.25'],
    ['= 0', 'count', '= 0'],
  ])('%s in %s as %s', (text, unit, printed) => {
    expect(printThreshold(parsed(text, unit), unit)).toBe(printed);
  });

  test('off is the word', () => {
    expect(parseThreshold('off', '%')).toBe('off');
    expect(parseThreshold(' off ', 'count')).toBe('off');
  });

  test('limits are exact: 0.1 % is a tenth', () => {
    expect(parsed('<= 0.1%', '%')).toEqual({ kind: 'at-most', limit: exact(1, 10) });
  });
});

describe('a text that is no threshold is refused', () => {
  test.each<[string, Unit, string | null]>([
    ['>= 97', '%', '>= 97%'],
    ['>= 97‰', '%', '>= 97%'],
    ['<= 1%', '‰', '<= 1‰'],
    ['103%..107%', 'per100', '103..107'],
    ['90%..95', '%', '90%..95%'],
    ['90‰..95%', '%', '90%..95%'],
    ['<= 0.25%', 'ratio', '<= 0.25'],
    ['= 0%', 'count', '= 0'],
    ['107..103', 'per100', '103..107'],
    ['97%', '%', null],
    ['> 97%', '%', null],
    ['< 97%', '%', null],
    ['== 97%', '%', null],
    ['=> 97%', '%', null],
    ['>= -1%', '%', null],
    ['>= .5%', '%', null],
    ['>= 1e2%', '%', null],
    ['>= 1,000%', '%', null],
    ['>= 97%%', '%', null],
    ['103-107', 'per100', null],
    ['103...107', 'per100', null],
    ['OFF', '%', null],
    ['false', '%', null],
    ['', '%', null],
  ])('“%s” in %s, with %j suggested', (text, unit, suggestion) => {
    expect(parseThreshold(text, unit)).toMatchObject({ kind: 'problem', suggestion });
  });

  test('the reason names the unit', () => {
    const problem = parseThreshold('<= 1', '‰');
    expect(problem).toMatchObject({ reason: { zh: expect.stringContaining('‰'), en: expect.stringContaining('‰') } });
  });
});

describe('a value meets', () => {
  test.each<[string, Unit, string, boolean]>([
    ['>= 95%', '%', '95', true],
    ['>= 95%', '%', '94.9999999', false],
    ['<= 0.1%', '%', '0.1', true],
    ['<= 0.1%', '%', '0.1000001', false],
    ['= 100%', '%', '100', true],
    ['= 100%', '%', '99.99', false],
    ['= 100%', '%', '100.01', false],
    ['103..107', 'per100', '102.99', false],
    ['103..107', 'per100', '103', true],
    ['103..107', 'per100', '107', true],
    ['103..107', 'per100', '107.01', false],
  ])('%s in %s at %s: %s', (text, unit, value, expected) => {
    expect(meets(parsed(text, unit), parseDecimal(value) ?? exact(-1))).toBe(expected);
  });

  test('94.997 never rounds up to 95', () => {
    expect(meets(parsed('>= 95%', '%'), exact(94_997, 1000))).toBe(false);
  });
});

const units: readonly Unit[] = ['%', '‰', 'per100', 'ratio', 'count'];
const limit = fc
  .tuple(fc.nat({ max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, decimals]) => exact(digits, 10n ** BigInt(decimals)));
const bound = fc.record({ kind: fc.constantFrom('at-least' as const, 'at-most' as const, 'equal' as const), limit });
const band = fc.tuple(limit, limit).map(([a, b]): Threshold => {
  const [low, high] = a.numerator * b.denominator <= b.numerator * a.denominator ? [a, b] : [b, a];
  return { kind: 'between', low, high };
});
const threshold: fc.Arbitrary<Threshold> = fc.oneof(bound, band);

test('what is printed reads back as the same', () => {
  fc.assert(
    fc.property(threshold, fc.constantFrom(...units), (one, unit) => {
      expect(parseThreshold(printThreshold(one, unit), unit)).toEqual(one);
    }),
  );
});

test('no text makes the reader throw, and what it accepts it prints as it reads', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[<>=≥≤]{0,2} ?\d{0,3}(\.\d{0,2})?[%‰]?(\.\.)?\d{0,3}[%‰]?$/));
  fc.assert(
    fc.property(text, fc.constantFrom(...units), (one, unit) => {
      const read = parseThreshold(one, unit);
      if (read === 'off' || read.kind === 'problem') return;
      expect(parseThreshold(printThreshold(read, unit), unit)).toEqual(read);
    }),
  );
});
