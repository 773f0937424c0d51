import { certain } from '../../model/certain.ts';
import type { ZipArchive, ZipEntry } from '../../parsers/zip.ts';
import { rawChunks } from '../../parsers/zip-entry.ts';
import type { PackedPart } from './packed-part.ts';

/** What becomes an entry of the package that is written: one copied as it lies, or a part of our own. */
export type ZipItem = { readonly copy: ZipEntry } | { readonly name: string; readonly part: PackedPart };

/** Writes a package. Copied entries keep their compressed bytes; new ones bear a fixed time, so that output repeats. */
export async function* zipOf(items: Iterable<ZipItem>, archive: ZipArchive | null): AsyncGenerator<Uint8Array> {
  const records: Buffer[] = [];
  let offset = 0;
  for (const item of items) {
    const pieces = 'part' in item ? await Promise.all(item.part.pieces) : [];
    const entry = headerOf(item, pieces);
    const header = localHeader(entry);
    records.push(directoryRecord(entry, offset));
    yield header;
    offset += header.length + entry.compressedSize;
    if ('part' in item) yield* pieces;
    else yield* rawChunks(certain(archive, 'package to copy from'), item.copy);
  }
  const directory = Buffer.concat(records);
  yield directory;
  yield endRecord(records.length, directory.length, offset);
}

interface Header {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Time and date as DOS has them, in one number. */
  readonly moment: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
}

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
const FIRST_OF_1980 = 0x210000;
const UTF8_NAME = 1 << 11;
// The sizes are known here and stand in front of the bytes, whether or not they did in the file that is copied.
const SIZES_BEHIND = 1 << 3;

function headerOf(item: ZipItem, pieces: readonly Uint8Array[]): Header {
  if ('copy' in item) {
    const { nameBytes, flags, method, crc, compressedSize, size, record } = item.copy;
    const moment = new DataView(record.buffer, record.byteOffset, record.byteLength).getUint32(12, true);
    return { name: nameBytes, flags: flags & ~SIZES_BEHIND, method, moment, crc, compressedSize, size };
  }
  const { crc, size } = item.part;
  const compressedSize = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const name = Buffer.from(item.name);
  return { name, flags: UTF8_NAME, method: DEFLATED, moment: FIRST_OF_1980, crc, compressedSize, size };
}

function localHeader(header: Header): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(LOCAL, 0);
  writeFacts(bytes, 4, header);
  return Buffer.concat([bytes, header.name]);
}

function directoryRecord(header: Header, offset: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(DIRECTORY, 0);
  bytes.writeUInt16LE(VERSION, 4);
  writeFacts(bytes, 6, header);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, header.name]);
}

/** The fields that a local header and its record in the directory share. */
function writeFacts(bytes: Buffer, at: number, { name, flags, method, moment, crc, compressedSize, size }: Header) {
  bytes.writeUInt16LE(VERSION, at);
  bytes.writeUInt16LE(flags, at + 2);
  bytes.writeUInt16LE(method, at + 4);
  bytes.writeUInt32LE(moment, at + 6);
  bytes.writeUInt32LE(crc, at + 10);
  bytes.writeUInt32LE(compressedSize, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(END, 0);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
