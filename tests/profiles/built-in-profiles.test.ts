import { describe, expect, test } from 'vitest';
import { measureIds, measureOf, measures } from '../../src/indicators/catalogue.ts';
import { builtInNames, builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { printThreshold } from '../../src/profiles/threshold.ts';

// Transcribed by hand from the published table of thresholds, not from the profiles: rows are measures, columns are profiles.
const TABLE = `
    | district-17 | district-16 | township | community | township-strict | district-services | bureau | new-area | district-results | district-outreach
1a  | <= 100%  | <= 100% |        |        |          |        |        |        |          |
1b  | >= 97%   | >= 95%  |        | >= 95% | = 100%   |        | = 100% | >= 95% | >= 98%   |
1c  | <= 0.1%  | = 0%    |        |        |          |        |        |        | <= 0.5%  |
2   | >= 90%   | >= 85%  | >= 90% |        |          |        |        | >= 90% |          | >= 95%
3a  | = 100%   | = 100%  | = 100% | = 100% | = 100%   |        | = 100% |        | = 100%   |
3b  | = 100%   | = 100%  | = 100% | = 100% | = 100%   |        | = 100% |        | = 100%   |
4   | = 100%   | = 100%  |        |        | = 100%   |        |        | >= 80% |          |
5   | >= 90%   | >= 90%  |        |        |          |        |        |        |          |
6   | >= 90%   | >= 90%  |        |        |          | >= 70% |        |        |          |
7a  | 103..107 |         |        | <= 109 | 103..107 |        |        |        | 103..107 |
7b  | = 0      | = 0     |        |        |          |        |        |        |          |
8a  | >= 85%   | >= 85%  |        |        |          |        | = 100% |        |          | >= 88%
8b  | >= 95%   |         |        |        |          |        |        |        |          |
8c  | <= 0.25  | <= 0.25 |        |        |          |        |        |        |          |
9a  | >= 95%   | >= 95%  |        |        |          |        |        |        |          |
9b  | >= 95%   | >= 95%  |        |        | = 100%   | >= 90% |        |        |          | = 100%
9c  | >= 95%   | >= 95%  |        |        | = 100%   | >= 90% |        |        |          | = 100%
9d  | = 0      | = 0     |        |        |          |        |        |        |          |
9e  | <= 1‰    | <= 1‰   |        |        |          |        |        |        |          |
10a | >= 95%   | >= 80%  |        | >= 85% | >= 90%   | >= 80% | = 100% | >= 80% |          |
10b | >= 20%   | >= 20%  |        |        |          |        |        |        |          |
11  | >= 95%   | >= 95%  |        |        |          |        |        |        |          |
12a | >= 90%   | >= 90%  |        |        | >= 90%   |        |        |        |          | >= 95%
12b | >= 85%   | >= 85%  |        |        |          |        |        |        |          | >= 95%
12c | >= 85%   | >= 85%  |        |        |          |        |        |        |          | >= 95%
13a | = 0      | = 0     |        |        |          |        |        |        |          |
13b | >= 95%   | >= 95%  |        |        |          |        |        |        |          |
13c | = 0      |         |        |        |          |        |        |        |          |
13d | >= 95%   |         |        |        |          |        |        |        |          |
14a | >= 90%   |         |        |        | = 100%   |        |        |        |          |
14b | >= 80%   | >= 80%  |        |        |          | >= 85% |        | >= 85% |          | >= 95%
15a | = 100%   |         |        |        |          |        |        | >= 95% |          |
15b | >= 95%   | >= 95%  | >= 95% |        | = 100%   | >= 98% |        | >= 90% | >= 97%   |
15c | >= 98%   |         |        |        |          |        |        | >= 95% |          |
16  | = 100%   | = 100%  |        |        |          |        |        |        |          |
17a | = 100%   |         |        |        |          |        |        |        |          |
17b | >= 100%  |         |        |        |          |        |        |        |          |
`;

const [head = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const names = head.slice(1);

test('the built-in profiles are those of the table, in its order', () => {
  expect(builtInNames).toEqual(names);
});

test('the table has every measure once, in order', () => {
  expect(rows.map(([id]) => id)).toEqual(measureIds);
});

describe.each(builtInNames)('%s', (name) => {
  const profile = builtInProfile(name);
  const column = names.indexOf(name) + 1;

  test('has the thresholds of its column, and no other', () => {
    const printed = measures.map(({ id, unit }) => {
      const { threshold } = profile.measures[id];
      return [id, threshold === null ? '' : printThreshold(threshold, unit)];
    });
    expect(printed).toEqual(rows.map((row) => [row[0], row[column]]));
  });

  test('has settings for the 37 measures and nothing more', () => {
    expect(Object.keys(profile.measures).sort()).toEqual([...measureIds].sort());
  });

  test('counts births within policy over a year, but for the two lists of a district', () => {
    const windows = ['1b', '1c', '7a', '7b', '9d', '9e', '13a', '13c', '8a'] as const;
    const expected = name === 'district-17' || name === 'district-16' ? ['3y', '3y'] : ['year', 'year'];
    expect(windows.map((id) => profile.measures[id].window)).toEqual([
      ...expected,
      '3y',
      '3y',
      '3y',
      '3y',
      '3y',
      'year',
      'stock',
    ]);
  });

  test('leaves every other window as the measure declares it', () => {
    const others = measureIds.filter((id) => id !== '1b' && id !== '1c');
    expect(others.map((id) => profile.measures[id].window)).toEqual(others.map((id) => measureOf(id).window));
  });

  test('asks for 400 births in 7a and for no least base elsewhere', () => {
    expect(measureIds.filter((id) => profile.measures[id].minN !== 0)).toEqual(['7a']);
    expect(profile.measures['7a'].minN).toBe(400);
  });

  test('names the document of every threshold, in both languages, and never a file number', () => {
    for (const id of measureIds) {
      const { threshold, source } = profile.measures[id];
      if (threshold === null) continue;
      expect(source?.zh.startsWith(profile.title.zh), id).toBe(true);
      expect(source?.en.startsWith(profile.title.en), id).toBe(true);
      expect(source?.zh, id).not.toMatch(/\b00\d\b|\.txt/u);
    }
  });

  test('begins its year on 1 January', () => {
    expect(profile.yearStart).toEqual({ month: 1, date: 1 });
  });
});

test('a measure that is mentioned without a number is off, and still has its source', () => {
  const { threshold, source } = builtInProfile('district-16').measures['7a'];
  expect(threshold).toBeNull();
  expect(source?.zh).toContain('趋于正常');
});

test('a measure that is not mentioned has no source', () => {
  expect(builtInProfile('township').measures['7a'].source).toBeNull();
});

test('the items of the list of seventeen are the seventeen indicators', () => {
  const items = measures.map(
    ({ id }) => builtInProfile('district-17').measures[id].source?.en.match(/item (\d+)/)?.[1],
  );
  expect(items).toEqual(measures.map(({ indicator }) => indicator));
});
