import type { ByteSource } from '../model/sheet.ts';
import { bytesOf } from './byte-window.ts';

/** One stream of a compound file: the container of .xls, .et, .doc and of everything encrypted by Office. */
export interface CompoundStream {
  readonly name: string;
  /** Its first bytes, as far as they lie together; empty for small streams, which are kept elsewhere. */
  readonly start: Buffer;
}

/** True if the bytes begin a compound file. */
export function isCompound(start: Buffer): boolean {
  return start.subarray(0, MAGIC.length).equals(MAGIC);
}

/** The streams of a compound file, or `undefined` where its directory cannot be followed. */
export async function readStreams(source: ByteSource): Promise<readonly CompoundStream[] | undefined> {
  const header = await bytesOf(source, 0, Math.min(HEADER_SIZE, source.size));
  if (header.length < HEADER_SIZE) return undefined;
  const sectorSize = 2 ** header.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) return undefined;
  const file = { source, header, sectorSize };
  const streams: CompoundStream[] = [];
  const seen = new Set<number>();
  for (let sector = header.readUInt32LE(48); sector < LAST_SECTOR; ) {
    if (seen.has(sector) || seen.size >= MOST_DIRECTORY_SECTORS) return undefined;
    seen.add(sector);
    const bytes = await sectorAt(file, sector);
    if (bytes === undefined) return undefined;
    streams.push(...(await streamsIn(bytes, file)));
    const next = await nextSector(file, sector);
    if (next === undefined) return undefined;
    sector = next;
  }
  return streams;
}

interface Compound {
  readonly source: ByteSource;
  readonly header: Buffer;
  readonly sectorSize: number;
}

const MAGIC = Buffer.from('D0CF11E0A1B11AE1', 'hex');
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa; // what lies above are marks, not sectors
const STREAM = 2;
const SMALLEST_STREAM = 4096; // smaller ones lie in the stream of small ones
const HEADER_TABLE = { at: 76, length: 109 };
const MOST_DIRECTORY_SECTORS = 4096;

async function sectorAt({ source, sectorSize }: Compound, sector: number): Promise<Buffer | undefined> {
  const at = (sector + 1) * sectorSize;
  // The last sector may be cut short.
  return at < source.size ? bytesOf(source, at, Math.min(at + sectorSize, source.size)) : undefined;
}

async function streamsIn(directory: Buffer, file: Compound): Promise<readonly CompoundStream[]> {
  const streams: CompoundStream[] = [];
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
    const entry = directory.subarray(at, at + ENTRY_SIZE);
    if (entry[66] !== STREAM) continue;
    const name = entry.toString('utf16le', 0, Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 64));
    const isLarge = entry.readUInt32LE(120) >= SMALLEST_STREAM;
    const start = isLarge ? await sectorAt(file, entry.readUInt32LE(116)) : undefined;
    streams.push({ name, start: start ?? Buffer.alloc(0) });
  }
  return streams;
}

/** The sector that the allocation table says comes next; tables beyond the header's own 109 (7 MB) are not followed. */
async function nextSector(file: Compound, sector: number): Promise<number | undefined> {
  const perTable = file.sectorSize / 4;
  const table = Math.floor(sector / perTable);
  if (table >= HEADER_TABLE.length) return LAST_SECTOR;
  const bytes = await sectorAt(file, file.header.readUInt32LE(HEADER_TABLE.at + table * 4));
  const at = (sector % perTable) * 4;
  return bytes === undefined || at + 4 > bytes.length ? undefined : bytes.readUInt32LE(at);
}
