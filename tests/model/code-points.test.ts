import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCodePoints } from '../../src/model/code-points.ts';

test.each([
  ['', 'a'],
  ['a', 'aa'],
  ['B', 'a'],
  ['东', '西'],
  ['\uff21', '𠀀'], // by UTF-16 the other way round
  ['𠀀', '𠀁'],
])('%j comes before %j', (first, second) => {
  expect(byCodePoints(first, second)).toBeLessThan(0);
  expect(byCodePoints(second, first)).toBeGreaterThan(0);
});

test('texts stand as their UTF-8 does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffff', '𠀀', '𠀁'), maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(byCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
