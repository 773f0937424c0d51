import type { ByteSource, LedgerFile } from '../model/sheet.ts';

/** The bytes of a source from `start` up to `end`, as a Buffer over the same memory. */
export async function bytesOf(source: ByteSource, start: number, end: number): Promise<Buffer> {
  const bytes = await source.slice(start, end);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A small file read at once: a package is asked for some thirty pieces, each of which takes as long as all of it. */
export async function atHand(file: LedgerFile): Promise<LedgerFile> {
  const { size } = file.source;
  if (size > SMALL) return file;
  const bytes = await bytesOf(file.source, 0, size);
  return { ...file, source: { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) } };
}

/** The bytes from `start` up to `end`, a piece at a time; while one is looked at, the next is fetched. */
export async function* piecesOf(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  const fetch = (at: number) => {
    const piece = bytesOf(source, at, Math.min(at + PIECE, end));
    piece.catch(() => {}); // whoever comes to it is told
    return piece;
  };
  let next = start < end ? fetch(start) : undefined;
  try {
    for (let at = start; next !== undefined; ) {
      const piece: Buffer = await next;
      at += PIECE;
      next = at < end ? fetch(at) : undefined;
      yield piece;
    }
  } finally {
    await next?.catch(() => {}); // nobody comes to it any more, but the file must not be closed under it
  }
}

const PIECE = 256 * 1024;
const SMALL = 128 * 1024; // hundreds of files may be open at once
