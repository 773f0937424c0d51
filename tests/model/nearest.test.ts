import { expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

test.each([
  ['tresholds', ['profile', 'thresholds', 'windows'], 'thresholds'],
  ['Window', ['profile', 'thresholds', 'windows'], 'windows'],
  ['window', ['windows', 'window'], 'window'],
  ['minn', ['min_n', 'words'], 'min_n'],
  ['9f', ['9a', '9e', '10a'], '9a'],
  ['落地日', ['落实日期', '落地日期'], '落地日期'],
  ['colour', ['profile', 'thresholds'], null],
  ['x', [], null],
])('%s is nearest to %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test('a word without end costs no more than a long one', () => {
  expect(nearest('x'.repeat(1_000_000), ['profile'])).toBeNull();
});
