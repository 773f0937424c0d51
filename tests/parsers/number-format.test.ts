import { describe, expect, test } from 'vitest';
import { isDateFormat } from '../../src/parsers/xlsx/number-format.ts';

describe('a built-in number format', () => {
  test.each([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])('%i shows days', (id) => {
    expect(isDateFormat(id, undefined)).toBe(true);
  });

  test.each([
    0, 1, 2, 4, 9, 10, 11, 12, 13, 18, 19, 20, 21, 23, 26, 32, 33, 34, 35, 37, 45, 46, 47, 48, 49, 55, 56, 59,
  ])('%i shows none', (id) => {
    expect(isDateFormat(id, undefined)).toBe(false);
  });

  test('is what the workbook says of it, if it says anything', () => {
    expect(isDateFormat(14, '0.00')).toBe(false);
    expect(isDateFormat(2, 'yyyy-mm-dd')).toBe(true);
  });
});

describe('a number format of the workbook', () => {
  test.each([
    'yyyy-mm-dd',
    'YYYY/M/D;@',
    'm/d/yy h:mm',
    'yyyy"年"m"月"d"日"',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月"',
    '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'mmm-yy',
    'mmmmm',
    'd',
    'm',
    '[$-804]aaaa',
    'e年',
    'mm/dd hh:mm:ss',
    'yyyy-mm-dd hh:mm:ss.000',
    '[Red]yyyy-mm-dd',
    'General;yyyy-mm-dd',
    '"第"d"天"',
  ])('%s shows days', (code) => {
    expect(isDateFormat(200, code)).toBe(true);
  });

  test.each([
    'General',
    '',
    '@',
    '0',
    '#,##0.00',
    '0.00E+00',
    '##0.0E+0',
    '0%',
    '# ?/?',
    '0"年"',
    '0"day"',
    '0\\d',
    '#,##0_d',
    '*d0',
    '[Red]0',
    '[$USD] 0.00',
    '0.00 USD',
    'h:mm',
    'hh:mm:ss',
    '[h]:mm',
    '[mm]:ss',
    'mm:ss.0',
    'h:mm AM/PM',
    'h"时"mm"分"',
    '上午/下午h"时"mm"分"',
    '"yyyy-mm-dd"',
    '\\y\\m\\d',
  ])('%s shows none', (code) => {
    expect(isDateFormat(200, code)).toBe(false);
  });

  test.each(['['.repeat(50_000), '"'.repeat(50_001), '\\'.repeat(50_001), 'E'.repeat(50_000), '[h'.repeat(50_000)])(
    'a code made to take long takes none',
    (code) => {
      const start = performance.now();
      isDateFormat(200, code);
      expect(performance.now() - start).toBeLessThan(50);
    },
  );
});
