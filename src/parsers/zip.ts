import { type LedgerFile, shownName } from '../model/sheet.ts';
import { bytesOf } from './byte-window.ts';
import type { Limits } from './limits.ts';
import { beyondLimit, damaged, type Refusal, refusalOf } from './refusal.ts';
import { type DirectoryEnd, readDirectory, type ZipEntry } from './zip-directory.ts';

export type { ZipEntry } from './zip-directory.ts';

/** A package opened by its central directory, the only thing believed about its contents. */
export interface ZipArchive {
  readonly file: LedgerFile;
  readonly limits: Limits;
  readonly refuse: Refusal;
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** The entry of a name; part names of a package differ in more than case. */
  entry(name: string): ZipEntry | undefined;
}

/** Opens a package: reads its directory and refuses what no honest package has. */
export async function openZip(file: LedgerFile, limits: Limits): Promise<ZipArchive> {
  const refuse = refusalOf(shownName(file));
  const end = await findEnd(file, refuse);
  if (end.entries > limits.entries) throw refuse(beyondLimit(limits, 'entries'));
  const directory = await bytesOf(file.source, end.offset, end.offset + end.size);
  const entries = readDirectory(directory, end, refuse);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (byName.has(key)) throw refuse(twice(entry.name));
    byName.set(key, entry);
  }
  return { file, limits, refuse, entries, entry: (name) => byName.get(name.toLowerCase()) };
}

const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIZE = 20;

async function findEnd({ source }: LedgerFile, refuse: Refusal): Promise<DirectoryEnd> {
  const tailStart = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = await bytesOf(source, tailStart, source.size);
  const at = tail.lastIndexOf('PK\x05\x06', tail.length - END_SIZE, 'latin1');
  if (tail.length < END_SIZE || at < 0) throw refuse(truncated);
  const zip64 = await findZip64(source, tailStart + at, tail.subarray(Math.max(0, at - LOCATOR_SIZE), at));
  const found = zip64 ?? {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    start: tailStart + at,
  };
  // The directory lies right before its end record; what its own offset lacks, all the offsets lack.
  const shift = found.start - found.size - found.offset;
  if (shift < 0) throw refuse(truncated);
  return { offset: found.offset + shift, size: found.size, entries: found.entries, shift };
}

async function findZip64(source: LedgerFile['source'], endAt: number, locator: Buffer) {
  if (locator.length < LOCATOR_SIZE || locator.toString('latin1', 0, 4) !== 'PK\x06\x07') return undefined;
  // A shifted package cannot be zip64 here: the locator's own offset would have to be guessed.
  const start = Number(locator.readBigUInt64LE(8));
  if (start + 56 > endAt) return undefined;
  const record = await bytesOf(source, start, start + 56);
  if (record.toString('latin1', 0, 4) !== 'PK\x06\x06') return undefined;
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
    start,
  };
}

const truncated = damaged(
  '压缩包不完整，找不到目录，多半没有下载或复制完',
  'the package is cut short and its directory is not there, most often after a broken download',
);

function twice(name: string) {
  return damaged(
    `压缩包里有两个“${name}”，不知以哪个为准`,
    `the package holds “${name}” twice, so there is no telling which counts`,
  );
}
