import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { bytesOf, piecesOf } from './byte-window.ts';
import { damaged } from './refusal.ts';
import type { ZipArchive, ZipEntry } from './zip.ts';
import { HEADER_SIZE } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
const INFLATED_CHUNK = 256 * 1024;
const LEAST_CHUNK = 64; // zlib's own bound
const SHORT = 64 * 1024; // bytes that are inflated in less time than another thread takes to begin
const MOST_GROWTH = 64 * 1024; // bytes; what cannot be compressed grows by far less
const LARGEST_CHUNK = 8 * 1024 * 1024;

/** The bytes of an entry as they lie in the package, compressed or not. */
export async function* rawChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { start, end } = await extentOf(archive, entry);
  yield* piecesOf(archive.file.source, start, end);
}

/** Where the bytes of an entry lie. */
async function extentOf(archive: ZipArchive, entry: ZipEntry) {
  const { source } = archive.file;
  const header = await bytesOf(source, entry.headerOffset, entry.headerOffset + HEADER_SIZE);
  const isHeader = header.length === HEADER_SIZE && header.toString('latin1', 0, 4) === 'PK\x03\x04';
  if (!isHeader) throw archive.refuse(damagedEntry(entry));
  // The local header says only where the bytes begin; its other claims are not believed.
  const start = entry.headerOffset + HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = start + entry.compressedSize;
  if (end > source.size) throw archive.refuse(damagedEntry(entry));
  return { start, end };
}

/** The contents of an entry, a chunk at a time: never more than it declares, and what its checksum says. */
export async function* inflatedChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  yield* checked(archive, entry, contents(archive, entry));
}

async function* checked(
  archive: ZipArchive,
  entry: ZipEntry,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  let size = 0;
  let crc = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > entry.size) throw archive.refuse(damagedEntry(entry));
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw archive.refuse(damagedEntry(entry));
}

/** The contents of an entry as a whole. */
export async function readEntry(archive: ZipArchive, entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of largeChunks(archive, entry)) chunks.push(chunk);
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}

/**
 * The contents of an entry in few, large chunks, for one that may lie in memory as a whole: while one is looked at, another thread
 * inflates the next, and there are too few of them for the handing over to cost anything.
 */
export async function* largeChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  // Of an entry that claims to grow by being compressed nothing is held: its claim to be small may be a lie.
  if (entry.compressedSize > entry.size + MOST_GROWTH) {
    yield* inflatedChunks(archive, entry);
    return;
  }
  const mustInflate = isDeflated(archive, entry);
  const { start, end } = await extentOf(archive, entry);
  const packed = await bytesOf(archive.file.source, start, end);
  yield* checked(archive, entry, mustInflate ? inflateAll(archive, entry, packed) : [packed]);
}

async function* inflateAll(archive: ZipArchive, entry: ZipEntry, packed: Buffer): AsyncGenerator<Buffer> {
  // One byte more than it declares: what is longer is seen to be. So much room at once, as long as the claim is modest.
  const chunkSize = Math.min(Math.max(entry.size + 1, LEAST_CHUNK), LARGEST_CHUNK);
  try {
    if (entry.size <= SHORT) {
      yield inflateRawSync(packed, { chunkSize, maxOutputLength: chunkSize });
      return;
    }
    const inflater = createInflateRaw({ chunkSize });
    inflater.end(packed);
    for await (const chunk of inflater) yield chunk;
  } catch (error) {
    throw isZlibFault(error) ? archive.refuse(damagedEntry(entry)) : error;
  }
}

function contents(archive: ZipArchive, entry: ZipEntry): AsyncIterable<Buffer> {
  return isDeflated(archive, entry) ? inflate(archive, entry) : rawChunks(archive, entry);
}

function isDeflated({ refuse }: ZipArchive, { method }: ZipEntry): boolean {
  if (method === STORED || method === DEFLATED) return method === DEFLATED;
  throw refuse({
    zh: `用了不支持的压缩方法（${method}）。请用 Excel、WPS 或 LibreOffice 另存一份。`,
    en: `is packed by a method that is not supported (${method}). Save a copy in Excel, WPS or LibreOffice.`,
  });
}

async function* inflate(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: INFLATED_CHUNK });
  const feeding = feed(inflater, rawChunks(archive, entry));
  try {
    for await (const chunk of inflater) yield chunk;
  } catch (error) {
    throw isZlibFault(error) ? archive.refuse(damagedEntry(entry)) : error;
  } finally {
    // Bytes behind the end of the compressed ones would wait for room for ever.
    inflater.destroy();
    await feeding;
  }
}

async function feed(inflater: InflateRaw, chunks: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (inflater.destroyed) return;
      if (!inflater.write(chunk)) await roomIn(inflater);
    }
    inflater.end();
  } catch (error) {
    inflater.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function roomIn(inflater: InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      inflater.off('drain', done).off('close', done);
      resolve();
    };
    inflater.on('drain', done).on('close', done);
  });
}

function isZlibFault(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return error.code.startsWith('Z_') || error.code === 'ERR_BUFFER_TOO_LARGE';
}

function damagedEntry({ name }: ZipEntry) {
  return damaged(
    `“${name}”的内容解不开或与目录不符`,
    `the contents of “${name}” do not inflate to what the directory says`,
  );
}
