import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cellsOnly } from '../../src/parsers/foreign/biff.ts';
import { biff8, number, u16, type WrittenRecord, xls } from './biff8-writing.ts';
import { compoundOf } from './compound-writing.ts';
import { open, readFirst } from './workbook-writing.ts';
import { fileOf, writeZip } from './zip-writing.ts';

const one = number(0, 0, 1);
const cellsOf = async (bytes: Buffer) => (await readFirst(fileOf('a.xls', bytes))).rows.map(({ cells }) => [...cells]);

test('a sheet of Excel 97 is read', async () => {
  expect(await cellsOf(xls([one, number(0, 255, 2), number(65_535, 0, 3)]))).toEqual([
    [1, ...Array(254).fill(null), 2],
    [3],
  ]);
});

test('all that is no cell is passed over, whatever it holds', async () => {
  const bomb = writeZip([
    { name: 'theme/theme/theme1.xml', contents: deflateRawSync(Buffer.alloc(100)), size: 0x7fffffff },
  ]);
  const others: WrittenRecord[] = [
    [0x0896, Buffer.concat([u16(0x0896, 0, 0, 0, 0, 0, 0, 0), bomb])], // a theme
    [0x0092, u16(0xffff)], // a palette
    [0x0018, Buffer.alloc(9, 0xff)], // a name
    [0x0017, u16(0xffff)], // sheets that formulas refer to
    [0x01ae, u16(1, 0xffff)], // workbooks that formulas refer to
  ];
  const within: WrittenRecord[] = [
    [0x01b8, u16(0, 0xffff, 0, 0xffff)], // a link over the whole sheet
    [0x001c, u16(0, 0, 0, 1)], // a note
    [0x01b6, Buffer.alloc(3)], // a text in a drawing
    [0x003c, Buffer.alloc(3)], // and what continues it
    [0x0221, u16(0, 0xffff, 0xffff)], // a formula over many cells
    [0x04bc, u16(0, 0xffff, 0xffff)],
  ];
  expect(await cellsOf(xls([...within, one, ...within], others))).toEqual([[1]]);
});

test('of a formula nothing is read but its value', async () => {
  const value = number(0, 0, 7)[1];
  const tokens = Buffer.from([0x60, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]); // an array of 256 × 65,536 that is not there
  const formula = Buffer.concat([value, u16(0, 0, 0, 8), tokens]);
  expect(await cellsOf(xls([[0x0006, formula]]))).toEqual([[7]]);
});

test('columns that are hidden to the last, and beyond, are hidden to the last', async () => {
  const [sheet] = await open(fileOf('a.xls', xls([[0x007d, u16(3, 0xffff, 0, 0, 1, 0)], one])));
  expect(sheet?.hiddenColumns).toEqual([{ first: 3, last: 255 }]);
});

describe('a workbook is damaged', () => {
  const whole = biff8([one]);
  test.each<[string, Buffer, RegExp]>([
    ['without a beginning', Buffer.alloc(10), /does not begin/],
    ['without anything', Buffer.alloc(0), /does not begin/],
    ['cut within a record', whole.subarray(0, whole.length - 10), /does not end/],
    ['cut between records', whole.subarray(0, whole.length - 4), /does not end/],
    ['with a record that reaches beyond it', biff8([one]).fill(0xff, whole.length - 2), /does not end/],
    ['with a sheet that is elsewhere', biff8([one], [], 77), /not where it should be/],
    ['with a cell beyond the last column', biff8([number(0, 256, 1)]), /record of a cell/],
    ['with a number cut short', biff8([[0x0203, Buffer.alloc(13)]]), /record of a cell/],
    [
      'with a cell whose text is longer than its record',
      biff8([[0x0204, u16(0, 0, 0, 0xffff, 0)]]),
      /a text is shorter/,
    ],
    ['with a result whose text is longer than its record', biff8([[0x0207, u16(0xffff, 0)]]), /a text is shorter/],
    ['with more records of merges than a sheet needs', biff8(Array(16_385).fill([0x00e5, u16(0)])), /another number/],
    ['with more merges than it holds', biff8([[0x00e5, u16(2, 0, 0, 0, 1)]]), /another number/],
    ['with more formats than there can be', biff8([], Array(1025).fill([0x041e, u16(9, 0, 0)])), /another number/],
  ])('%s', async (_, stream, message) => {
    const bytes = cellsOnly(stream);
    expect('refused' in bytes && bytes.refused.en).toMatch(message);
  });

  test('and refused by its name', async () => {
    const cut = compoundOf({ Workbook: whole.subarray(0, -4) });
    await expect(open(fileOf('a.xls', cut))).rejects.toThrow(
      'The file “a.xls” is damaged: the workbook within it does not end',
    );
  });

  test('or has a password, wherever it says so', () => {
    expect(cellsOnly(biff8([], [[0x002f, u16(1)]]))).toMatchObject({
      refused: { en: expect.stringContaining('password') },
    });
  });
});

test('a text may go on in another record', () => {
  const text: WrittenRecord[] = [
    [0x0204, u16(0, 0, 0, 6, 0)],
    [0x003c, Buffer.from([0, 0x61, 0x61, 0x61, 0x61, 0x61])],
  ];
  expect(cellsOnly(biff8(text))).toBeInstanceOf(Buffer);
});

test('what lies behind the last sheet is filling', () => {
  const stream = biff8([one]);
  expect(cellsOnly(Buffer.concat([stream, Buffer.alloc(700)]))).toEqual(cellsOnly(stream));
});
