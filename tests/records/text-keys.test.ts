import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextKeys } from '../../src/records/text-keys.ts';

test('two texts have one key if they are the same, and only then', () => {
  const long = fc
    .tuple(
      fc.constantFrom('a', 'ab', 'b'),
      fc.constantFrom(0, 5000, 15_999, 16_000, 16_001, 32_000),
      fc.constantFrom('', 'x', '\x000'),
    )
    .map(([letters, times, ending]) => letters.repeat(times) + ending);
  const keys = new TextKeys();
  fc.assert(
    fc.property(long, long, (one, other) => {
      expect(keys.keyOf(one) === keys.keyOf(other)).toBe(one === other);
    }),
  );
});

test('a short text is its own key', () => {
  expect(new TextKeys().keyOf('东风村')).toBe('东风村');
});

test('thousands of long texts are told apart by what they say, not only by their lengths', () => {
  const [keys, places] = [new TextKeys(), new Map<string, number>()];
  const names = Array.from({ length: 4000 }, (_, number) => 'a'.repeat(30_000) + String(number).padStart(6, '0'));
  const before = process.cpuUsage();
  for (const [number, name] of names.entries()) places.set(keys.keyOf(name), number);
  expect(places.get(keys.keyOf(names[1234] ?? ''))).toBe(1234);
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(10); // seconds; it takes less than one
});
