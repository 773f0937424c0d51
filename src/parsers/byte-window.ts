import type { ByteSource } from '../model/sheet.ts';

/** The bytes of a source from `start` up to `end`, as a Buffer over the same memory. */
export async function bytesOf(source: ByteSource, start: number, end: number): Promise<Buffer> {
  const bytes = await source.slice(start, end);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The bytes from `start` up to `end`, a piece at a time. */
export async function* piecesOf(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE) yield await bytesOf(source, at, Math.min(at + PIECE, end));
}

const PIECE = 256 * 1024;
