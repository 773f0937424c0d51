import { expect, test } from 'vitest';
import { gb18030 } from './gb18030.ts';

test.each(['村名,服务编号', '孕环检', 'W99010100123', '（一）——√×'])('“%s” is decoded again as it was', (text) => {
  expect(new TextDecoder('gb18030').decode(gb18030(text))).toBe(text);
});

test('the characters take the bytes that the standard gives them', () => {
  expect([...gb18030('村A')]).toEqual([0xb4, 0xe5, 0x41]);
});

test('a character without a two-byte form is refused, not lost', () => {
  expect(() => gb18030('😀')).toThrow(RangeError);
});
