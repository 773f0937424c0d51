import { CFB } from '@e965/xlsx';

/** A workbook as Excel 5 and 95 wrote it, with text in an older code page; `b` holds bytes in that code page. */
export function writeBiff5(codePage: number | undefined, sheetName: Buffer, cells: readonly Buffer[]): Buffer {
  const sheet = Buffer.concat([
    record(BOF, u16(0x0500, 0x0010, 0, 0)),
    ...cells.map((text, column) => record(LABEL, Buffer.concat([u16(0, column, 15, text.length), text]))),
    record(EOF, Buffer.alloc(0)),
  ]);
  const globals = (position: number) =>
    Buffer.concat([
      record(BOF, u16(0x0500, 0x0005, 0, 0)),
      ...(codePage === undefined ? [] : [record(CODE_PAGE, u16(codePage))]),
      record(BOUND_SHEET, Buffer.concat([u16(position, 0, 0), Buffer.from([sheetName.length]), sheetName])),
      record(EOF, Buffer.alloc(0)),
    ]);
  const stream = Buffer.concat([globals(globals(0).length), sheet, Buffer.alloc(4096)]);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Book', stream);
  // With type `buffer` the container comes as a Buffer, whatever its declared type.
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

const BOF = 0x0809;
const EOF = 0x000a;
const CODE_PAGE = 0x0042;
const BOUND_SHEET = 0x0085;
const LABEL = 0x0204;

function record(type: number, data: Buffer): Buffer {
  return Buffer.concat([u16(type, data.length), data]);
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    bytes.writeUInt16LE(value, i * 2);
  });
  return bytes;
}
