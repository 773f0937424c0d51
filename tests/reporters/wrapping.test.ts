import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { GLUE, pad, wrap } from '../../src/reporters/wrapping.ts';

describe('wrap', () => {
  test.each<[text: string, width: number, lines: string[]]>([
    ['', 10, ['']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 13, ['one two three']],
    ['东风村红旗村', 6, ['东风村', '红旗村']],
    ['东风村红旗村', 7, ['东风村', '红旗村']],
    ['东风村，红旗村', 6, ['东风', '村，红', '旗村']], // no line begins with a comma
    ['东风（红旗）', 6, ['东风', '（红', '旗）']], // nor ends with an opening bracket
    ['填成 2025-06-30 这样', 12, ['填成', '2025-06-30', '这样']], // a date stays whole
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']], // but for a word longer than the line
    [`达标${GLUE}6 未达标`, 5, ['达', '标 6', '未达', '标']], // a glued space is not broken
    ['  1a', 10, ['  1a']],
    ['东风\n红旗', 10, ['东风', '红旗']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('keeps every character but blanks, and every line within the width', () => {
    const texts = fc.string({ unit: fc.constantFrom('村', 'a', ' ', '，', '（', '9', '😀', 'e\u0301', '”') });
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('a text is filled up by columns, not by characters', () => {
  expect(pad('村', 4)).toBe('村  ');
  expect(pad('村', 4, 'right')).toBe('  村');
  expect(pad('村庄', 3)).toBe('村庄');
});
