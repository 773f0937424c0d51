import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, normaliseWord } from '../../src/records/normalise.ts';

describe('a word to be looked up', () => {
  test.each([
    ['出生日期', '出生日期'],
    [' 出 生　日\t期\n', '出生日期'],
    ['出生日期（公历）', '出生日期'],
    ['出生日期(公历)', '出生日期'],
    ['（必填）出生日期（公历）', '出生日期'],
    ['出生(a(b)c)日期', '出生日期'],
    ['出生日期((公历)', '出生日期('],
    ['出生日期(公历', '出生日期(公历'],
    ['出生日期)', '出生日期)'],
    ['（公历）', '(公历)'],
    ['性别[男女]', '性别'],
    ['孩次［第几孩］〔必填〕', '孩次'],
    ['【必填】出生日期{公历}', '出生日期'],
    ['出生[日(期]', '出生[日(期]'],
    ['出生([日)期', '出生([日)期'],
    ['【】', '【】'],
    ['birth_date', 'BIRTH_DATE'],
    ['ｉｕｄ', 'IUD'],
    ['n/a', 'N/A'],
    ['①', '1'],
    ['', ''],
    ['  ', ''],
  ])('“%s” is %s', (text, word) => {
    expect(normaliseWord(text)).toBe(word);
  });

  test('is the same once it is normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const word = normaliseWord(text);
        fc.pre(!/^[([{【〔].*[)\]}】〕]$/.test(word) && word.normalize('NFKC') === word);
        expect(normaliseWord(word)).toBe(word);
      }),
    );
  });

  test('costs no more than a look, however deep its brackets are', () => {
    const depth = 16_000;
    const before = process.cpuUsage();
    expect(normaliseWord(`措施${'('.repeat(depth)}${')'.repeat(depth)}`)).toBe('措施');
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(1); // seconds; it takes a hundredth of one
  });
});

describe('a text that was written to take long', () => {
  test.each([
    ['brackets behind each other', `${'措'.repeat(10_000)}${'(a)'.repeat(7_000)}`, '措'.repeat(10_000)],
    ['marks upon one letter', `a${'\u0300\u0315'.repeat(15_000)}`, `A${'\u0300\u0315'.repeat(15_000)}`],
    ['a word that stands for eighteen letters', '\ufdfa'.repeat(30_000), '\ufdfa'.repeat(30_000)],
  ])('takes no more than a look: %s', (_, text, word) => {
    const before = process.cpuUsage();
    for (let times = 0; times < 20; times++) expect(normaliseWord(text) === word).toBe(true);
    expect(cleanText(text).length).toBe(text.length);
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(1); // seconds; it takes some hundredths of one
  });
});

test.each([
  [' 王 芳 ', '王 芳'],
  ['　Ａ００１　', 'A001'],
  ['B0001', 'B0001'],
  ['柳岗镇（东）', '柳岗镇(东)'],
  ['b0001', 'b0001'],
])('a text that is kept: “%s” is “%s”', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});
