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

/** The bytes from `start` up to `end`, a piece at a time. */
export async function* piecesOf(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE) yield await bytesOf(source, at, Math.min(at + PIECE, end));
}

const PIECE = 256 * 1024;
const SMALL = 256 * 1024; // hundreds of files may be open at once
