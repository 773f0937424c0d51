import { describe, expect, test } from 'vitest';
import { publish } from '../../src/publishing/publish.ts';
import { reported } from '../ledger-of.ts';
import { random } from '../ledgers/random.ts';
import { randomTables } from './random-tables.ts';
import { deductions } from './reader.ts';
import { reportOn } from './small-report.ts';

/** Measures that tell of each other. The others are trees of sums of their own. */
const families = [
  ['1a', '1b', '1c', '7a', '8c', '9e'],
  ['8a', '10a', '15c'],
  ['8b', '9a'],
  ['3a', '3b'],
  ['14a', '14b'],
  ['13b', '13d'],
  ['16'],
  ['7b'],
];

describe('one who knows all that the measures are, and solves every equation', () => {
  const report = reportOn({ a: ['T', 9, 40], b: ['T', 30, 60], c: ['T', 50, 80] });

  test('finds a number that was merely left out', () => {
    const left = { ...report, areas: report.areas.map((area) => (area.name === 'a' ? withoutNumerator(area) : area)) };
    expect(deductions(left, ['16'])).toEqual([
      { area: 'village 990', measure: '16', cell: 'numerator', least: 9, most: 9 },
    ]);
  });

  test('does not find it in what is published', () => {
    const published = publish(report, { least: 10, earlier: null, down: 'village' });
    expect(deductions(published, ['16'])).toEqual([
      { area: 'village 990', measure: '16', cell: 'numerator', least: 0, most: 39 },
      { area: 'village 991', measure: '16', cell: 'numerator', least: 0, most: 39 },
    ]);
  });

  test.each([
    [1, 10],
    [2, 10],
    [3, 5],
    [4, 5],
    [5, 5],
    [38, 5], // villages without the number to set their women against
    [59, 5],
    [110, 3],
    [8, 3],
    [9, 30],
  ])('recovers nothing of the district %i published from %i on', { timeout: 120_000 }, async (seed, least) => {
    const full = await reported(randomTables(random(seed)));
    const published = publish(full, { least, earlier: null, down: 'village' });
    const found = families.flatMap((family) => deductions(published, family));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ least: low, most }) => most - low < 1)).toEqual([]);
  });
});

function withoutNumerator<T extends { readonly measures: Readonly<Record<string, object>> }>(area: T): T {
  return { ...area, measures: { '16': { ...area.measures['16'], numerator: null } } };
}
