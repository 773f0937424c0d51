import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes, isWide } from '../../src/reporters/display-width.ts';

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['~', 1],
    ['东风村', 6],
    ['ａ', 2], // full-width Latin
    ['ｱ', 1], // half-width Katakana
    ['～，。：；（）', 14],
    ['至少 97%', 8],
    ['𠀀', 2], // a surrogate pair: one ideograph
    ['e\u0301', 1], // a letter and an accent that joins it
    ['\u0301', 0],
    ['한', 2],
    ['\u1112\u1161\u11ab', 2], // the same syllable in three parts
    ['😀', 2],
    ['👨‍👩‍👧', 2], // three emoji joined into one
    ['👍🏽', 2], // an emoji and its skin colour
    ['❤️', 2], // a symbol asked to be an emoji
    ['❤', 1],
    ['🇨🇳', 2], // two letters that are a flag
    ['\u200d', 0],
    ['中\u0000文', 4],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each(['‰', '…', '—', '≥', '“', '·', '×'])('the ambiguous %s takes one column', (text) => {
    expect(displayWidth(text)).toBe(1);
  });
});

describe('isWide', () => {
  test.each([
    [0x10ff, false],
    [0x1100, true],
    [0x115f, true],
    [0x1160, false],
    [0x303e, true],
    [0x303f, false],
    [0x3041, true],
    [0x4e00, true],
    [0x9fff, true],
    [0xa4cf, true],
    [0xa4d0, false],
    [0xabff, false],
    [0xac00, true],
    [0xd7a3, true],
    [0xd7a4, false],
    [0xff00, false],
    [0xff01, true],
    [0xff60, true],
    [0xff61, false],
    [0x1f600, true],
    [0x1ffff, false],
    [0x20000, true],
    [0x3fffd, true],
    [0x3fffe, false],
  ])('U+%# is %s', (codePoint, wide) => {
    expect(isWide(codePoint)).toBe(wide);
  });
});

test('what joins stays together, and the parts make up the whole', () => {
  expect(graphemes('村👨‍👩‍👧e\u0301')).toEqual(['村', '👨‍👩‍👧', 'e\u0301']);
  expect(graphemes('村名')).toEqual(['村', '名']);
});

test('the marks of printed Chinese take as many columns together as one by one', () => {
  const printed = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    /[\x20-\x7e\xa0\xb7\xd7\u2010-\u2027\u2030\u2264\u2265\u221e\u3000-\u3029\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]/.test(
      character,
    ),
  );
  const wrong = printed.filter(
    (character) => displayWidth(`村${character}`) !== 2 + (isWide(character.charCodeAt(0)) ? 2 : 1),
  );
  expect(wrong).toEqual([]);
  expect(printed.filter((character) => graphemes(`${character}\u{1f600}`).length !== 2)).toEqual([]);
});
