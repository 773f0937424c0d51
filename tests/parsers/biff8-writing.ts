import { compoundOf } from './compound-writing.ts';

/** A record of BIFF: its kind, and what stands in it. */
export type WrittenRecord = readonly [kind: number, contents: Buffer];

/** The bytes of 16-bit numbers. */
export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    bytes.writeUInt16LE(value, i * 2);
  });
  return bytes;
}

/** A number in a cell; rows and columns count from 0. */
export function number(row: number, column: number, value: number): WrittenRecord {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return [0x0203, Buffer.concat([u16(row, column, 0), bytes])];
}

/** The stream of a workbook of Excel 97 to 2003, with one sheet. */
export function biff8(
  sheet: readonly WrittenRecord[],
  globals: readonly WrittenRecord[] = [],
  sheetAt?: number,
): Buffer {
  const [begin, end] = [
    (what: number): WrittenRecord => [0x0809, u16(0x0600, what, 0, 0, 0, 0, 0, 0)],
    [0x000a, u16()] as const,
  ];
  const first = (at: number) => {
    const name = Buffer.from('a');
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    return bytesOf([
      begin(5),
      ...globals,
      [0x0085, Buffer.concat([place, u16(0), Buffer.from([name.length, 0]), name])],
      end,
    ]);
  };
  return Buffer.concat([first(sheetAt ?? first(0).length), bytesOf([begin(16), ...sheet, end])]);
}

/** The same as a file. */
export function xls(...of: Parameters<typeof biff8>): Buffer {
  return compoundOf({ Workbook: biff8(...of) });
}

function bytesOf(records: readonly WrittenRecord[]): Buffer {
  return Buffer.concat(records.flatMap(([kind, contents]) => [u16(kind, contents.length), contents]));
}
