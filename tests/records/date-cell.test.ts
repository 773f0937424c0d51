import { describe, expect, test } from 'vitest';
import { type DayRange, isoDate } from '../../src/model/day.ts';
import type { RawCell } from '../../src/model/sheet.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { required } from '../../src/records/column.ts';
import { CellFault, decoder } from '../../src/records/decode.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';

const words = vocabulary();

/** What a date column reads: the days from and to, `empty`, `unknown`, or the code of what is wrong. */
function read(raw: RawCell, { year = 2025, date1904 = false } = {}): string {
  const decoded = decoder(required('date', '日期'), words, { year, date1904 })(raw);
  if (decoded === EMPTY) return 'empty';
  if (decoded === UNKNOWN) return 'unknown';
  if (decoded instanceof CellFault) return decoded.code;
  const { first, last } = decoded as DayRange; // a date column reads nothing else
  return first === last ? isoDate(first) : `${isoDate(first)} … ${isoDate(last)}`;
}

describe('a day', () => {
  test.each([
    ['2025-03-07'],
    ['2025-3-7'],
    ['2025/3/7'],
    ['2025/03/07'],
    ['2025.3.7'],
    ['2025.03.07'],
    ['20250307'],
    ['2025年3月7日'],
    ['2025年03月07日'],
    ['2025 年 3 月 7 日'],
    [' 2025-03-07 '],
    ['２０２５年３月７日'],
    ['２０２５－０３－０７'],
    ['２０２５．３．７'],
    ['25.3.7'],
    ['25/3/7'],
    ['25-3-7'],
    ['25-03-07'],
    ['2025-03-07 10:30'],
    ['2025-03-07 10:30:00'],
    ['2025-03-07 00:00:00.000'],
    ['2025-03-07T10:30:00'],
    ['2025-03-07T10:30:00Z'],
    ['2025-03-07T10:30:00.000+08:00'],
    ['2025/3/7 0:00'],
    ['2025/3/7 下午 3:20:05'],
    ['2025/3/7 3:20:05 PM'],
    ['2025年3月7日10时30分'],
    ['2025年3月7日 10时30分15秒'],
    ['2025年3月7日 10:30'],
    ['25.3.7 10:30'],
    ['45723'],
    ['45723.5'],
    ['45723.999'],
  ])('“%s”', (text) => {
    expect(read(text)).toBe('2025-03-07');
  });

  test.each<[RawCell]>([
    [20_250_307],
    [45_723],
    [45_723.75],
    [{ serial: 45_723 }],
    [{ serial: 45_723.999 }],
    [{ serial: 20_250_307 }],
  ])('as the number %j', (raw) => {
    expect(read(raw)).toBe('2025-03-07');
  });
});

describe('a year of two digits is of this century up to the year of the period', () => {
  test.each([
    ['25.6.30', 2025, '2025-06-30'],
    ['26.6.30', 2025, '1926-06-30'],
    ['26.6.30', 2026, '2026-06-30'],
    ['00.1.1', 2025, '2000-01-01'],
    ['99.12.31', 2025, '1999-12-31'],
    ['99/12/31', 2099, '2099-12-31'],
    ['25-3-7', 2024, '1925-03-07'],
    ['24.2.29', 2025, '2024-02-29'],
    ['25.2.29', 2025, 'invalid-date'],
  ])('%s in %i: %s', (text, year, day) => {
    expect(read(text, { year })).toBe(day);
  });
});

describe('a number under a date format that no program shows as a day', () => {
  test.each([2_958_466, 20_250_230, 20_250_307.5, 99_990_101, 1e20])(
    'is none, unless it is the digits of one: %d',
    (serial) => {
      expect(read({ serial })).toBe('invalid-date');
    },
  );

  test('begins behind 9999-12-31, in either system of days', () => {
    expect([read({ serial: 2_958_465 }), read({ serial: 2_957_003 }, { date1904: true })]).toEqual([
      '9999-12-31',
      '9999-12-31',
    ]);
    expect(read({ serial: 2_957_004 }, { date1904: true })).toBe('invalid-date');
    expect(read({ serial: 20_250_307 }, { date1904: true })).toBe('2025-03-07');
  });
});

describe('serial numbers from 10000 to 60000 are days', () => {
  test.each<[RawCell, string, string]>([
    [9_999, 'invalid-date', 'invalid-date'],
    [9_999.5, 'invalid-date', 'invalid-date'],
    [10_000, '1927-05-18', '1931-05-19'],
    [60_000, '2064-04-08', '2068-04-09'],
    [60_000.5, '2064-04-08', '2068-04-09'],
    [60_001, 'invalid-date', 'invalid-date'],
    ['9999', 'invalid-date', 'invalid-date'],
    ['10000', '1927-05-18', '1931-05-19'],
    ['60000', '2064-04-08', '2068-04-09'],
    ['60000.25', '2064-04-08', '2068-04-09'],
    ['60001', 'invalid-date', 'invalid-date'],
    ['02025', 'invalid-date', 'invalid-date'],
    ['2025 3', 'invalid-date', 'invalid-date'],
    ['2025 03 07', 'invalid-date', 'invalid-date'],
    ['60001.0', 'invalid-date', 'invalid-date'],
  ])('%j: %s, and in the system of 1904 %s', (raw, in1900, in1904) => {
    expect([read(raw), read(raw, { date1904: true })]).toEqual([in1900, in1904]);
  });

  test.each<[number, string]>([
    [59, '1900-02-28'],
    [60, 'invalid-date'],
    [61, '1900-03-01'],
    [2, '1900-01-02'],
    [70_000, '2091-08-25'],
    [-1, 'invalid-date'],
  ])('under a date format any day is one: %i is %s', (serial, day) => {
    expect(read({ serial })).toBe(day);
  });

  test('under a date format in the system of 1904', () => {
    expect(read({ serial: 44_261 }, { date1904: true })).toBe('2025-03-07');
  });
});

describe('a month or a year is all of its days', () => {
  const march = '2025-03-01 … 2025-03-31';
  test.each<[RawCell, string]>([
    ['2025年3月', march],
    ['2025年03月', march],
    ['2025.03', march],
    ['2025.3', march],
    ['2025-3', march],
    ['2025-03', march],
    ['2025/3', march],
    ['202503', march],
    [202_503, march],
    ['2025.10', '2025-10-01 … 2025-10-31'],
    ['2025.1', '2025-01-01 … 2025-01-31'],
    ['2024年2月', '2024-02-01 … 2024-02-29'],
    ['2025年', '2025-01-01 … 2025-12-31'],
    ['1976', '1976-01-01 … 1976-12-31'],
    [1976, '1976-01-01 … 1976-12-31'],
    ['1976年', '1976-01-01 … 1976-12-31'],
  ])('%j', (raw, days) => {
    expect(read(raw)).toBe(days);
  });
});

describe('what is no date', () => {
  test.each<[RawCell]>([
    ['2025-02-30'],
    ['2025-13-01'],
    ['2025-00-10'],
    ['2025-04-31'],
    ['2025年2月29日'],
    ['2025-13'],
    ['202513'],
    ['20250230'],
    ['25.3'],
    ['3月7日'],
    ['2025-3/7'],
    ['2025..3.7'],
    ['去年'],
    ['见附件'],
    ['250307'],
    ['2025030'],
    ['0'],
    [2025.1],
    [2025.03],
    [202_513],
    [20_250_230],
    [0],
    [1],
    [99_999],
    [-45_723],
    [true],
  ])('%j', (raw) => {
    expect(read(raw)).toBe('invalid-date');
  });
});

describe('placeholders are empty, with a notice', () => {
  test.each<[RawCell]>([
    ['1900-01-00'],
    ['1900/1/0'],
    ['1900年1月0日'],
    ['1900-01-00 00:00:00'],
    ['1900-01-01'],
    ['1900/1/1'],
    ['19000101'],
    ['1899-12-30'],
    ['1899/12/30'],
    ['1904-01-01'],
    ['1904.1.1'],
    ['0000-00-00'],
    ['0000-00-00 00:00:00'],
    ['00000000'],
    [{ serial: 0 }],
    [{ serial: 0.5 }],
    [{ serial: 1 }],
    [19_000_101],
  ])('%j', (raw) => {
    expect(read(raw)).toBe('sentinel-date');
  });

  test('in the system of 1904 day 0 is its first', () => {
    expect(read({ serial: 0 }, { date1904: true })).toBe('sentinel-date');
    expect(read({ serial: 1 }, { date1904: true })).toBe('1904-01-02');
  });

  test.each(['1900-01-02', '1899-12-29', '1899-12-31', '1904-01-02', '1903-12-31'])('%s is a day', (text) => {
    expect(read(text)).toBe(text);
  });
});

describe('words in a date column', () => {
  test.each([
    null,
    '',
    '  ',
    '-',
    '—',
    '——',
    '/',
    '\\',
    'N/A',
    'n/a',
    'NA',
    '空',
    '暂无',
    '無',
    '无',
    '－',
    '暫無',
    'Ｎ／Ａ',
    'N / A',
  ])('“%s” is empty', (raw) => {
    expect(read(raw)).toBe('empty');
  });

  test.each(['不详', '未知', '待查', '不詳', '不 详', '不详（待核）', '不详（户口本遗失，已联系补办）'])(
    '“%s” is unknown, and that is all right',
    (raw) => {
      expect(read(raw)).toBe('unknown');
    },
  );
});

test('a word for nothing with a remark that says something is no date, and none is missing', () => {
  expect(read('无（已于2025-03-05补做）')).toBe('invalid-date');
});

test.each([
  '2025-03-07',
  '2024-02-29',
  '2025-02-29',
  '2025-02-30',
  '2025-00-10',
  '2025-13-01',
  '2025-01-00',
  '1900-01-01',
  '1899-12-30',
  '0000-00-00',
  '0999-01-01',
  '2025-0 -07',
])('%s, the quick way, is read as with slashes', (text) => {
  expect(read(text)).toBe(read(text.replaceAll('-', '/')));
});
