import { describe, expect, test } from 'vitest';
import { type CodeList, codeLists, EMPTY_UNLESS_CODE, emptyWords, unknownWords } from '../../src/records/code-lists.ts';
import { columnsOf, registerNames, registers } from '../../src/records/registers.ts';
import { exampleWords, noteWords, partWords, totalWords } from '../../src/records/row-words.ts';
import { mayBeTraditional, simplify } from '../../src/records/traditional.ts';
import { traditionalCharacters } from '../../src/records/traditional-characters.ts';

const DICTIONARY: string = 'opencc-js/dict/TSPhrases'; // a name that the compiler does not follow: it has no types
const { default: phrases } = (await import(DICTIONARY)) as { readonly default: string }; // lines of `from to`, joined by `|`

const BIRTH_ORDERS = ['第', '一二三四五六七八九', '孩', '胎', '及以上', '头孩', '多孩'];

/** Every word that is looked for in a ledger. */
const ours = [
  ...registerNames.flatMap((name) => [
    ...registers[name].names,
    ...Object.values(columnsOf(name)).flatMap(({ header, also }) => [header, ...also]),
  ]),
  ...Object.values<CodeList>(codeLists).flatMap((list) => Object.values(list).flat()),
  ...[...emptyWords, EMPTY_UNLESS_CODE, ...unknownWords, ...BIRTH_ORDERS],
  ...[...totalWords, ...partWords, ...exampleWords, ...noteWords],
];
const ourCharacters = new Set(ours.join(''));

/** The characters of a text that OpenCC turns into other characters, which are ours. */
function turnedIntoOurs(text: string): readonly string[] {
  const [from, to] = [[...text], [...simplify(text)]];
  return from.filter((character, index) => character !== to[index] && ourCharacters.has(to[index] ?? ''));
}

const han = Array.from({ length: 0x3_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /\p{Script=Han}/u.test(character) && character.normalize('NFKC') === character);

describe('traditional characters', () => {
  test('are those that OpenCC turns into characters of our words, one by one or in a phrase', () => {
    const found = new Set(
      [...han, ...phrases.split('|').map((line) => line.split(' ')[0] ?? '')].flatMap(turnedIntoOurs),
    );
    expect([...found].sort(byCode).join('')).toBe(traditionalCharacters);
  });

  test('our own words hold none: OpenCC leaves them as they are', () => {
    expect(ours.filter((word) => mayBeTraditional(word) || simplify(word) !== word)).toEqual([]);
  });

  test.each([
    ['婚姻狀況', '婚姻状况'],
    ['避孕節育措施', '避孕节育措施'],
    ['計畫內', '计划内'],
    ['訪视日期', '访视日期'],
    ['採取日期', '采取日期'],
    ['報表報送登記', '报表报送登记'],
  ])('%s is %s', (traditional, simplified) => {
    expect(mayBeTraditional(traditional)).toBe(true);
    expect(simplify(traditional)).toBe(simplified);
  });

  test.each(['东风村', '王芳', '柳岗镇', '张三', 'B0001', ''])('“%s” cannot be one of ours', (text) => {
    expect(mayBeTraditional(text)).toBe(false);
  });
});

function byCode(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
