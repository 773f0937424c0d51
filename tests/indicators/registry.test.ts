import { describe, expect, test } from 'vitest';
import { indicatorIds, isMeasureId, measureIds, measureOf, measures } from '../../src/indicators/catalogue.ts';
import { indicators, type MeasureId } from '../../src/indicators/indicators.ts';

test('there are seventeen indicators, 1 to 17 in order', () => {
  expect(indicatorIds).toEqual(Array.from({ length: 17 }, (_, index) => String(index + 1)));
});

test('there are 37 measures in the order of the list', () => {
  expect(measureIds.join(' ')).toBe(
    '1a 1b 1c 2 3a 3b 4 5 6 7a 7b 8a 8b 8c 9a 9b 9c 9d 9e 10a 10b 11 12a 12b 12c 13a 13b 13c 13d 14a 14b 15a 15b 15c 16 17a 17b',
  );
  expect(measures).toHaveLength(37);
});

test('a measure is named after its indicator, and a letter where there are several', () => {
  for (const { id, measures: own } of indicators) {
    const letters = own.length === 1 ? [''] : [...'abcde'].slice(0, own.length);
    expect(own.map((measure) => measure.id)).toEqual(letters.map((letter) => id + letter));
  }
});

test.each(measures)('$id stands under its indicator', ({ id, indicator }) => {
  expect(id.replace(/[a-e]$/, '')).toBe(indicator);
  expect(measureOf(id).id).toBe(id);
  expect(isMeasureId(id)).toBe(true);
});

test.each(['', '0', '1', '1d', '1A', '18', '8d', 'constructor'])('“%s” is no measure', (text) => {
  expect(isMeasureId(text)).toBe(false);
});

describe.each(['zh', 'en'] as const)('names in %s', (language) => {
  test.each([
    ['measures', measures],
    ['indicators', indicators],
  ] as const)('%s have one each, and no two the same', (_, all) => {
    const names = all.map(({ name }) => name[language]);
    for (const name of names) expect(name).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[A-Z][\w ,()-]+$/);
    expect(new Set(names).size).toBe(all.length);
  });
});

type Facts = readonly [id: MeasureId, type: string, unit: string, window: string];

test.each<Facts>([
  ['1a', 'ratio', '%', 'year'],
  ['1b', 'proportion', '%', '3y'],
  ['1c', 'proportion', '%', '3y'],
  ['2', 'proportion', '%', 'year'],
  ['3a', 'proportion', '%', 'year'],
  ['3b', 'sum', '%', 'year'],
  ['4', 'proportion', '%', 'year'],
  ['5', 'proportion', '%', 'stock'],
  ['6', 'proportion', '%', 'stock'],
  ['7a', 'ratio', 'per100', '3y'],
  ['7b', 'count', 'count', '3y'],
  ['8a', 'proportion', '%', 'stock'],
  ['8b', 'proportion', '%', 'year'],
  ['8c', 'ratio', 'ratio', 'year'],
  ['9a', 'proportion', '%', 'year'],
  ['9b', 'proportion', '%', 'year'],
  ['9c', 'proportion', '%', 'year'],
  ['9d', 'count', 'count', '3y'],
  ['9e', 'proportion', '‰', '3y'],
  ['10a', 'proportion', '%', 'stock'],
  ['10b', 'proportion', '%', 'year'],
  ['11', 'proportion', '%', 'year'],
  ['12a', 'proportion', '%', 'year'],
  ['12b', 'proportion', '%', 'year'],
  ['12c', 'proportion', '%', 'year'],
  ['13a', 'count', 'count', '3y'],
  ['13b', 'proportion', '%', 'year'],
  ['13c', 'count', 'count', 'year'],
  ['13d', 'proportion', '%', 'year'],
  ['14a', 'proportion', '%', 'stock'],
  ['14b', 'proportion', '%', 'stock'],
  ['15a', 'proportion', '%', 'year'],
  ['15b', 'sum', '%', 'year'],
  ['15c', 'ratio', '%', 'stock'],
  ['16', 'proportion', '%', 'stock'],
  ['17a', 'proportion', '%', 'stock'],
  ['17b', 'sum', '%', 'stock'],
])('%s is a %s in %s, window %s', (id, type, unit, window) => {
  expect(measureOf(id)).toMatchObject({ type, unit, window });
});

test('only proportions and 7a can ask for a least number: 400 births for 7a, none elsewhere', () => {
  for (const { id, type, minN } of measures)
    expect([id, minN]).toEqual([id, id === '7a' ? 400 : type === 'proportion' ? 0 : null]);
});

test('8b is 9a under another number', () => {
  const { id, name, indicator, sameAs, ...rest } = measureOf('8b');
  expect({ id, indicator, sameAs }).toEqual({ id: '8b', indicator: '8', sameAs: '9a' });
  expect(name).not.toEqual(measureOf('9a').name);
  expect(measureOf('9a')).toMatchObject(rest);
  expect(measures.filter((measure) => measure.sameAs !== undefined)).toHaveLength(1);
});
