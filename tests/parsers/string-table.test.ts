import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { LongTexts } from '../../src/parsers/long-texts.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { SharedStrings } from '../../src/parsers/xlsx/shared-strings.ts';
import { StringTable } from '../../src/parsers/xlsx/string-table.ts';

import { stringsXml } from './workbook-writing.ts';

function tableOf(texts: readonly string[]): StringTable {
  const table = new StringTable(new LongTexts(defaultLimits, refusalOf('a.xlsx')));
  for (const text of texts) table.add(text);
  return table;
}

test('a string comes back as it was put in, however often it is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const table = tableOf(texts);
      for (const _ of [1, 2]) expect(texts.map((_, index) => table.textOf(index))).toEqual(texts);
    }),
  );
});

test('strings of many megabytes are kept in more than one block, and none across two', () => {
  const texts = Array.from({ length: 70_000 }, (_, index) => `${index}${'青溪镇'.repeat(index % 9)}`);
  const table = tableOf([...texts, 'x'.repeat(3_000_000), '尾']);
  expect(table.size).toBe(70_002);
  for (const index of [0, 1, 32_767, 32_768, 40_000, 69_999]) expect(table.textOf(index)).toBe(texts[index]);
  expect(table.textOf(70_000)?.length).toBe(3_000_000);
  expect(table.textOf(70_001)).toBe('尾');
});

test.each([-1, 2, 1.5, Number.NaN])('there is no string %s of two', (index) => {
  expect(tableOf(['甲', '乙']).textOf(index)).toBeUndefined();
});

test.each([0, 1, 63, 64, 65, 200, 32_767])('a string of %i bytes comes back, however the bytes are cut', (length) => {
  const texts = ['甲', 'x'.repeat(length), '乙'];
  const xml = Buffer.from(stringsXml(texts.map((text) => `<t>${text}</t>`)));
  for (const size of [xml.length, 1024, 97]) {
    const reader = new SharedStrings(defaultLimits, refusalOf('a.xlsx'));
    for (let at = 0; at < xml.length; at += size) reader.push(xml.subarray(at, at + size));
    reader.end();
    const read = Array.from({ length: reader.strings.size }, (_, index) => reader.strings.textOf(index));
    expect(read).toEqual(texts);
  }
});

test('strings come back whatever spellings stand side by side, however many of each', () => {
  const spellings: readonly (readonly [string, (text: string) => string])[] = [
    ['', () => '<si/>'],
    ['', () => '<si><t/></si>'],
    ['', () => '<si><t></t></si>'],
    ['', () => '<si ><t /></si>'],
    ['青溪镇', (text) => `<si><t>${text}</t></si>`],
    ['a&b', () => '<si><t>a&amp;b</t></si>'],
    ['两段', () => '<si><r><t>两</t></r><r><t>段</t></r></si>'],
  ];
  const run = fc.tuple(fc.nat(spellings.length - 1), fc.oneof(fc.nat(3), fc.nat(200), fc.constant(3000)));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), fc.integer({ min: 50, max: 5000 }), (runs, size) => {
      const listed = runs.flatMap(([spelling, times]) => Array<number>(times).fill(spelling));
      const written = listed.map((spelling) => spellings[spelling]?.[1](spellings[spelling][0]) ?? '');
      const xml = Buffer.from(`<sst>${written.join('')}</sst>`);
      const reader = new SharedStrings(defaultLimits, refusalOf('a.xlsx'));
      for (let at = 0; at < xml.length; at += size) reader.push(xml.subarray(at, at + size));
      reader.end();
      const { strings } = reader;
      const texts = listed.map((spelling) => spellings[spelling]?.[0]);
      expect(strings.size).toBe(texts.length);
      expect(texts.map((_, index) => strings.textOf(index))).toEqual(texts);
      expect(strings.textOf(texts.length)).toBeUndefined();
    }),
  );
});
