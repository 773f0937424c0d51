import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, toText } from '../../src/model/exact.ts';
import type { RawCell } from '../../src/model/sheet.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { required } from '../../src/records/column.ts';
import { CellFault, decoder } from '../../src/records/decode.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';

const words = vocabulary();

/** What a number column reads: the number (money in fen), `empty`, `unknown`, or the code of what is wrong. */
function read(kind: 'int' | 'money' | 'decimal', raw: RawCell): string {
  const decoded = decoder(required(kind, '数'), words, { year: 2025, date1904: false })(raw);
  if (decoded === EMPTY) return 'empty';
  if (decoded === UNKNOWN) return 'unknown';
  if (decoded instanceof CellFault) return decoded.code;
  return typeof decoded === 'number' ? String(decoded) : toText(decoded as Exact); // a number column reads nothing else
}

describe('a whole number', () => {
  test.each<[RawCell, string]>([
    [0, '0'],
    [12, '12'],
    ['12', '12'],
    ['012', '12'],
    [' 12 ', '12'],
    ['１２', '12'],
    ['1,234', '1234'],
    ['1，234', '1234'],
    ['１，２３４，５６７', '1234567'],
    ['3人', '3'],
    ['3 人', '3'],
    ['3元', '3'],
    ['3例', '3'],
    ['3次', '3'],
    ['3名', '3'],
    ['3户', '3'],
    ['3戶', '3'],
    ['2025年', '2025'],
    ['2025年度', '2025'],
    ['1,234人', '1234'],
    ['1 234', '1234'],
    ['1 234 567 人', '1234567'],
    ['12.0', '12'],
    [12.000_000_4, '12'],
    [11.999_999_6, '12'],
  ])('%j is %s', (raw, number) => {
    expect(read('int', raw)).toBe(number);
  });

  test.each<[RawCell]>([
    [3.5],
    [12.000_01],
    ['3.5'],
    [-1],
    ['-1'],
    [-0.000_000_1],
    ['95%'],
    ['95％'],
    ['3万'],
    ['1,23'],
    ['12,34'],
    ['1 234人左右'],
    ['1 2'],
    ['12 34'],
    ['1 234,567'],
    ['约3人'],
    ['三'],
    ['3人人'],
    ['人'],
    ['2025年6月'],
    [1e16],
    [true],
    [{ serial: 45_723 }],
  ])('%j is none', (raw) => {
    expect(read('int', raw)).toBe('invalid-number');
  });
});

describe('money has at most two decimals', () => {
  test.each<[RawCell, string]>([
    [0, '0'],
    [12, '1200'],
    [12.3, '1230'],
    [12.34, '1234'],
    ['12.34', '1234'],
    ['12.340', '1234'],
    ['1,234.5', '123450'],
    ['1,234.50元', '123450'],
    ['１２．３４', '1234'],
    [0.1 + 0.2, '30'],
    [12.340_000_9, '1234'],
    [12.339_999_1, '1234'],
    ['12.3400009', '1234'],
    [9_999_999_999.99, '999999999999'],
  ])('%j is %s fen', (raw, fen) => {
    expect(read('money', raw)).toBe(fen);
  });

  test.each<[RawCell]>([
    [12.345],
    ['12.345'],
    [12.340_001_1],
    ['12.3400011'],
    [12.338_998],
    [-0.01],
    ['-12.34'],
    ['3.5万元'],
    ['3.5萬元'],
    ['100%'],
    ['1,23.4'],
    ['￥12.34'],
    ['12.34.5'],
  ])('%j is none', (raw) => {
    expect(read('money', raw)).toBe('invalid-number');
  });

  test('every amount in whole fen is read as it is, as number and as text', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000_000 }), (fen) => {
        const yuan = (fen / 100).toFixed(2);
        expect([read('money', Number(yuan)), read('money', yuan)]).toEqual([String(fen), String(fen)]);
      }),
    );
  });
});

describe('a decimal is kept as written', () => {
  test.each<[RawCell, string]>([
    [91, '91'],
    [0.1, '0.1'],
    ['0.1', '0.1'],
    ['12.345', '12.345'],
    ['1,234.5', '1234.5'],
    ['3人', '3'],
    [-2, '-2'], // said to be wrong where it is used, with its row
    [1e-7, '0.0000001'],
  ])('%j is %s', (raw, number) => {
    expect(read('decimal', raw)).toBe(number);
  });

  test.each<[RawCell]>([['95%'], ['1/3'], ['一百'], [false]])('%j is none', (raw) => {
    expect(read('decimal', raw)).toBe('invalid-number');
  });
});

describe('words in a number column', () => {
  test.each([null, '', '-', '—', '/', 'N/A', '空', '暂无', '无'])('“%s” is empty', (raw) => {
    expect([read('int', raw), read('money', raw), read('decimal', raw)]).toEqual(['empty', 'empty', 'empty']);
  });

  test.each(['不详', '未知', '待查'])('“%s” is unknown', (raw) => {
    expect([read('int', raw), read('money', raw), read('decimal', raw)]).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
