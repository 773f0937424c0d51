import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/sheet.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { SheetScanner } from '../../src/parsers/xlsx/sheet-scanner.ts';
import { sheetXml } from './workbook-writing.ts';

const context = { strings: { textOf: (index: number) => `文${index}` }, dateStyles: [false, true], date1904: false };

function rowsOf(xml: string): readonly Row[] {
  const scanner = new SheetScanner({ context, limits: defaultLimits, refuse: refusalOf('a.xlsx') });
  const rows = scanner.push(Buffer.from(sheetXml(xml)));
  scanner.end();
  return rows;
}

/** The same XML as only the general reader of tags takes it. */
function spaced(xml: string): string {
  return xml.replaceAll('<c r', '<c  r').replaceAll('<row r', '<row  r');
}

const numbers = [1, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 1_048_576];
const columns = ['A', 'B', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'];
const cells = [
  ['a number', '', '<v>12</v>'],
  ['a number with decimals', '', '<v>0.125</v>'],
  ['a negative number', '', '<v>-7</v>'],
  ['a number of sixteen digits', '', '<v>1234567890123456</v>'],
  ['a number with an exponent', '', '<v>1.5E-3</v>'],
  ['a number by its type', ' t="n"', '<v>3</v>'],
  ['a date', ' s="1"', '<v>45000</v>'],
  ['a string', ' s="0" t="s"', '<v>7</v>'],
  ['a string of a formula', ' t="str"', '<v>甲</v>'],
  ['a truth', ' t="b"', '<v>1</v>'],
  ['an error', ' t="e"', '<v>#N/A</v>'],
  ['a style alone', ' s="12345"', '<v>1</v>'],
  ['an empty value', '', '<v></v>'],
] as const;

describe('what nearly every program writes is read as the general reader reads it', () => {
  test.each(numbers)('in row %i', (number) => {
    const xml = `<row r="${number}" spans="1:3">${columns.map((letters) => `<c r="${letters}${number}"><v>1</v></c>`).join('')}</row>`;
    const [row] = rowsOf(xml);
    expect(row?.number).toBe(number);
    expect(rowsOf(xml)).toEqual(rowsOf(spaced(xml)));
  });

  test.each(cells)('%s', (_, attributes, value) => {
    const xml = `<row r="12"><c r="A12"${attributes}>${value}</c><c r="B12"/><c r="C12"${attributes}/><c r="D12"><v>4</v></c></row>`;
    const [row] = rowsOf(xml);
    expect(row?.cells[3]).toBe(4);
    expect(rowsOf(xml)).toEqual(rowsOf(spaced(xml)));
  });

  test('behind a row that only the general reader takes', () => {
    const xml = '<row  r=\'1234\'><c r="A1234"><v>1</v></c></row>';
    expect(rowsOf(xml)).toEqual(rowsOf(spaced(xml)));
  });
});

const attributes = [
  '',
  ' spans="1:3"',
  ' spans="1:3" s="1" customFormat="1" ht="15.75" customHeight="1" x14ac:dyDescent="0.25"',
  ' hidden="1"',
  ' ht="1" hidden="true"',
  ' s="a>b"',
  ' ',
  ' s = "1"',
  " s='1'",
  ' s"1"',
  's="1"',
  ' s="1"t="2"',
  ' s',
  ' s ',
  ' s t="1"',
  ' s=="1"',
  ' ="1"',
  ' s="1',
];

test.each(attributes)('a row tag with “%s” is read, or refused, as the general reader does', (more) => {
  const xml = `<row r="12"${more}><c r="A12"><v>1</v></c></row><row r="13"><c r="A13"><v>2</v></c></row>`;
  const read = (text: string) => {
    try {
      return rowsOf(text);
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };
  expect(read(xml)).toEqual(read(spaced(xml)));
});

describe('a cell of another row is refused', () => {
  test.each([
    [1, 2],
    [1, 12],
    [12, 1],
    [12, 13],
    [12, 123],
    [123, 12],
    [123, 124],
    [1234, 123],
    [1234, 2234],
    [1234, 1235],
    [1234, 12_345],
    [12_345, 1234],
    [12_345, 12_346],
    [12_345, 22_345],
    [123_456, 123_457],
    [123_456, 223_456],
    [1_048_576, 1_048_575],
    [1_048_576, 48_576],
  ])('in row %i, one of row %i', (row, other) => {
    const xml = `<row r="${row}" spans="1:1"><c r="A${other}"><v>1</v></c></row>`;
    expect(() => rowsOf(xml)).toThrow(/another row/);
  });
});
