import { damaged, type Refusal } from './refusal.ts';

/** An entry as the central directory tells of it, with all that a copy of its raw bytes needs. */
export interface ZipEntry {
  /** The name with `/` between folders and none in front. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins in the file. */
  readonly headerOffset: number;
  /** Its whole record in the central directory. */
  readonly record: Uint8Array;
}

/** Where the central directory is, and how far the offsets in it are off, as in a self-extracting file. */
export interface DirectoryEnd {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
  readonly shift: number;
}

const RECORD_SIZE = 46;
export const HEADER_SIZE = 30; // of a local header, without the name and what else stands behind
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;

/** The entries that a central directory lists, each checked. */
export function readDirectory(directory: Buffer, end: DirectoryEnd, refuse: Refusal): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let n = 0; n < end.entries; n++) {
    const record = recordAt(directory, at);
    if (record === undefined) throw refuse(brokenDirectory);
    const entry = readRecord(record, end.shift);
    check(entry, end, refuse);
    entries.push(entry);
    at += record.length;
  }
  if (overlap(entries)) throw refuse(overlapping);
  return entries;
}

/** Whether the bytes of an entry are those of another too, as in a package made to inflate to more than it could hold. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.headerOffset - b.headerOffset);
  return inOrder.some(({ headerOffset, compressedSize }, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && next.headerOffset < headerOffset + HEADER_SIZE + compressedSize;
  });
}

function recordAt(directory: Buffer, at: number): Buffer | undefined {
  if (at + RECORD_SIZE > directory.length || directory.toString('latin1', at, at + 4) !== 'PK\x01\x02')
    return undefined;
  const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
  const length = RECORD_SIZE + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  return at + length > directory.length ? undefined : directory.subarray(at, at + length);
}

function readRecord(record: Buffer, shift: number): ZipEntry {
  const nameEnd = RECORD_SIZE + record.readUInt16LE(28);
  const nameBytes = record.subarray(RECORD_SIZE, nameEnd);
  const flags = record.readUInt16LE(8);
  const extra = record.subarray(nameEnd, nameEnd + record.readUInt16LE(30));
  const sizes = [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)];
  const [size = 0, compressedSize = 0, offset = 0] = withZip64(sizes, extra);
  return {
    // Old packers write backslashes and an older code page; part names of a workbook are ASCII either way.
    name: nameBytes
      .toString((flags & UTF8_NAME) !== 0 ? 'utf8' : 'latin1')
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    nameBytes,
    flags,
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    size,
    compressedSize,
    headerOffset: offset + shift,
    record,
  };
}

/** Sizes that do not fit 32 bits stand in an extra field, in order, only those that did not fit. */
function withZip64(sizes: readonly number[], extra: Buffer): readonly number[] {
  const field = extraField(extra, ZIP64_EXTRA);
  let at = 0;
  return sizes.map((size) => {
    if (size !== IN_ZIP64 || field === undefined || at + 8 > field.length) return size;
    at += 8;
    return Number(field.readBigUInt64LE(at - 8));
  });
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

function check(entry: ZipEntry, end: DirectoryEnd, refuse: Refusal): void {
  if ((entry.flags & ENCRYPTED) !== 0) throw refuse(encrypted);
  if (entry.name.split('/').includes('..')) throw refuse(outside);
  if (entry.headerOffset < 0 || entry.headerOffset + entry.compressedSize > end.offset) throw refuse(brokenDirectory);
}

const brokenDirectory = damaged('压缩包的目录读不通', 'the directory of the package cannot be read');

const overlapping = damaged('压缩包里的文件互相重叠', 'entries of the package lie upon each other');

const outside = damaged('压缩包里有指向包外的名称（..）', 'the package has names that point out of it (..)');

const encrypted = {
  zh: '的压缩包有密码。请去掉密码后另存一份。',
  en: 'is a package with a password. Save a copy without one.',
};
