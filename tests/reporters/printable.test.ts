import { expect, test } from 'vitest';
import { printable, printableData } from '../../src/reporters/printable.ts';

test.each([
  ['\u001b[31m红', '[31m红'], // the escape that begins a colour
  ['\u009b31m红', '31m红'], // the same in one character
  ['\u001b]0;title\u0007', ']0;title'],
  ['a\nb\r\nc\td', 'a b c d'],
  ['abc\u202edef', 'abcdef'], // right to left from here on
  ['\u2066abc\u2069', 'abc'],
  ['a\u200bb\ufeff', 'ab'],
  ['a\ud800b', 'ab'], // half a surrogate pair
  ['tag\u{e0041}', 'tag'],
  ['东风村（😀）', '东风村（😀）'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('every text of a report is made printable, and nothing else changes', () => {
  const data = { name: 'a\u001bb', list: ['\u0007', 1, null, true], deep: { '2': { zh: '村\u202e' } } };
  expect(printableData(data)).toEqual({ name: 'ab', list: ['', 1, null, true], deep: { '2': { zh: '村' } } });
});
