/** A sheet as Excel 2 wrote it, of two million numbers: the library takes some seconds for so many. */
export function manyCells(): Buffer {
  const [rows, columns, size] = [20_000, 100, 19];
  const number = Buffer.from(`03000f00${'00'.repeat(15)}`, 'hex');
  const cells = Buffer.alloc(rows * columns * size, number);
  for (let cell = 0; cell < rows * columns; cell++) {
    cells.writeUInt16LE(Math.floor(cell / columns), cell * size + 4);
    cells.writeUInt16LE(cell % columns, cell * size + 6);
  }
  return Buffer.concat([Buffer.from('0900040002001000', 'hex'), cells, Buffer.from('0a000000', 'hex')]);
}
