import { describe, expect, test } from 'vitest';
import { type Tone, toneColours } from '../../src/workbook/package/look.ts';
import { StyleBook } from '../../src/workbook/package/style-book.ts';

const NO_FILLS = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';

/** Styles with some further fills, from number 2 on, and some cell formats. */
function stylesOf(formats: readonly string[], fills = ''): StyleBook {
  return new StyleBook(
    `<styleSheet><fills>${NO_FILLS}${fills}</fills><cellXfs>${formats.join('')}</cellXfs></styleSheet>`,
  );
}

const solid = (inner: string) => `<fill><patternFill patternType="solid">${inner}</patternFill></fill>`;

function lastFill(book: StyleBook): string {
  return (
    book
      .toString()
      .match(/<fill>.*?<\/fill>/g)
      ?.at(-1) ?? ''
  );
}

describe('a mark', () => {
  test.each<[string, string, string]>([
    ['keeps the colour before it', solid('<fgColor rgb="FF00FF00"/>'), 'rgb="FF00FF00"'],
    ['keeps a colour of the theme', solid('<fgColor theme="4"/>'), 'theme="4"'],
    ['stands on a solid fill without a colour', solid(''), 'indexed="64"'],
  ])('%s', (_, fill, before) => {
    const book = stylesOf(['<xf fillId="0"/>', '<xf fillId="2"/>'], fill);
    book.marked(1, 'error');
    expect(lastFill(book)).toContain(`<fgColor rgb="${toneColours.error}"/><bgColor ${before}/>`);
  });

  test.each([
    ['in a format without a fill', '<xf numFmtId="0"/>'],
    ['in a format of a fill that is not there', '<xf fillId="99"/>'],
  ])('%s is put on nothing', (_, format) => {
    const book = stylesOf([format]);
    expect(book.unmarked(book.marked(0, 'notice'))).toBe(book.unmarked(book.marked(0, 'error')));
    expect(lastFill(book)).toContain('<bgColor indexed="64"/>');
  });

  test('of a format that is not there has the first format', () => {
    const book = stylesOf(['<xf numFmtId="14" fillId="0"/>']);
    expect(book.marked(99, 'error')).toBe(book.marked(0, 'error'));
  });

  test('on a mark keeps what was before both', () => {
    const book = stylesOf(['<xf fillId="0"/>', '<xf fillId="2"/>'], solid('<fgColor rgb="FF00FF00"/>'));
    expect(book.unmarked(book.marked(book.marked(1, 'error'), 'notice'))).toBe(1);
  });

  test('changes no cell where the list of formats was empty', () => {
    const book = stylesOf([]);
    expect(book.marked(0, 'error')).toBe(1);
    expect(book.toString()).toMatch(/<cellXfs count="2"><xf numFmtId="0" [^>]*\/><xf /);
  });
});

// Programs drop formats that no cell uses: the one from before the mark may be gone when the copy comes back.
describe('a mark whose format from before is gone comes off', () => {
  const mark = (tone: Tone, before: string) => solid(`<fgColor rgb="${toneColours[tone]}"/><bgColor ${before}/>`);

  test.each([
    ['to no fill', 'indexed="64"', '<xf fillId="0" applyFill="1"/>'],
    ['to its colour', 'rgb="FF00FF00"', '<xf fillId="3" applyFill="1"/>'],
  ])('%s', (_, before, wanted) => {
    const book = stylesOf(['<xf fillId="2" applyFill="1"/>'], mark('error', before));
    expect(book.unmarked(0)).toBe(1);
    expect(book.toString()).toContain(`<xf fillId="2" applyFill="1"/>${wanted}`);
  });
});
