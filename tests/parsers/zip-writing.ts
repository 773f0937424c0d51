import { crc32, deflateRawSync } from 'node:zlib';
import type { LedgerFile } from '../../src/model/sheet.ts';

/** An entry of a package to be written; what is given beyond name and contents is written as given, true or not. */
export interface WrittenEntry {
  readonly name: string;
  readonly contents: string | Uint8Array;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly crc?: number;
}

export interface PackageShape {
  /** Bytes before the first entry, as a self-extracting file has. */
  readonly prefix?: Uint8Array;
  readonly comment?: string;
  readonly isZip64?: boolean;
}

/** Writes a zip package. */
export function writeZip(entries: readonly WrittenEntry[], shape: PackageShape = {}): Buffer {
  const bodies: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { body, record } = writeEntry(entry, offset, shape.isZip64 === true);
    bodies.push(body);
    records.push(record);
    offset += body.length;
  }
  const directory = Buffer.concat(records);
  const end = writeEnd({ entries: entries.length, size: directory.length, offset }, shape);
  return Buffer.concat([shape.prefix ?? Buffer.alloc(0), ...bodies, directory, end]);
}

/** Bytes as the parsers take them. */
export function fileOf(name: string, bytes: Uint8Array | string): LedgerFile {
  const buffer = Buffer.from(bytes);
  return { name, source: { size: buffer.length, slice: async (start, end) => buffer.subarray(start, end) } };
}

function writeEntry(entry: WrittenEntry, offset: number, isZip64: boolean) {
  const contents = Buffer.from(entry.contents);
  const packed = entry.isStored === true ? contents : deflateRawSync(contents);
  const name = Buffer.from(entry.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(entry.flags ?? 1 << 11, 2);
  common.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), 4);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(entry.crc ?? crc32(contents), 10);
  common.writeUInt32LE(isZip64 ? 0xffffffff : packed.length, 14);
  common.writeUInt32LE(isZip64 ? 0xffffffff : (entry.size ?? contents.length), 18);
  common.writeUInt16LE(name.length, 22);
  const extra = isZip64 ? zip64Extra([entry.size ?? contents.length, packed.length, offset]) : Buffer.alloc(0);
  common.writeUInt16LE(extra.length, 24);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(isZip64 ? 0xffffffff : offset, 10);
  const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, extra, packed]);
  const record = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, name, extra]);
  return { body, record };
}

function zip64Extra(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, i) => {
    field.writeBigUInt64LE(BigInt(value), 4 + i * 8);
  });
  return field;
}

interface DirectorySpan {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

function writeEnd({ entries, size, offset }: DirectorySpan, { comment = '', isZip64 = false }: PackageShape): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(isZip64 ? 0xffff : entries, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : entries, 10);
  end.writeUInt32LE(isZip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const simple = Buffer.concat([end, Buffer.from(comment, 'latin1')]);
  return isZip64 ? Buffer.concat([zip64End({ entries, size, offset }), simple]) : simple;
}

function zip64End({ entries, size, offset }: DirectorySpan): Buffer {
  const record = Buffer.alloc(76);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.write('PK\x06\x07', 56, 'latin1');
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
