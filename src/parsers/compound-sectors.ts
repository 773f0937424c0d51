import type { ByteSource } from '../model/sheet.ts';
import { bytesOf } from './byte-window.ts';
import type { StreamPlace } from './compound-directory.ts';

/** The sectors of a compound file, and the tables that say which one follows which. */
export class CompoundSectors {
  readonly directoryStart: number;
  readonly #source: ByteSource;
  readonly #header: Buffer;
  readonly #size: number;
  #table: Buffer = Buffer.alloc(0);
  #smallTable: Buffer | undefined;

  /** Reads the header and the table of sectors; `undefined` where they are none. */
  static async open(source: ByteSource): Promise<CompoundSectors | undefined> {
    const header = await bytesOf(source, 0, Math.min(HEADER_SIZE, source.size));
    if (header.length < HEADER_SIZE) return undefined;
    const size = 2 ** header.readUInt16LE(30);
    if (size !== 512 && size !== 4096) return undefined;
    const sectors = new CompoundSectors(source, header, size);
    sectors.#table = await sectors.#readTable();
    return sectors;
  }

  private constructor(source: ByteSource, header: Buffer, size: number) {
    this.#source = source;
    this.#header = header;
    this.#size = size;
    this.directoryStart = header.readUInt32LE(48);
  }

  /** The sectors from this one to the last of their chain. */
  async readChain(start: number, most: number): Promise<Buffer | undefined> {
    const chain = chainIn(this.#table, start, most);
    return chain === undefined ? undefined : this.#readSectors(chain);
  }

  /** The bytes of a stream; `undefined` where its sectors go in circles, or are fewer than it needs. */
  async read({ start, size }: StreamPlace): Promise<Buffer | undefined> {
    if (size > this.#source.size) return undefined;
    const needed = Math.ceil(size / this.#size);
    const chain = chainIn(this.#table, start, this.#sectorCount)?.slice(0, needed);
    if (chain === undefined || chain.length < needed) return undefined;
    const bytes = await this.#readSectors(chain);
    return bytes === undefined || bytes.length < size ? undefined : bytes.subarray(0, size);
  }

  /** The same for a stream that is too small for sectors of its own. */
  async readSmall(root: StreamPlace, { start, size }: StreamPlace): Promise<Buffer | undefined> {
    this.#smallTable ??= await this.readChain(this.#header.readUInt32LE(60), this.#sectorCount);
    const all = await this.read(root);
    if (this.#smallTable === undefined || all === undefined) return undefined;
    const needed = Math.ceil(size / SMALL_SECTOR);
    const chain = chainIn(this.#smallTable, start, this.#smallTable.length / 4)?.slice(0, needed);
    if (chain === undefined || chain.length < needed) return undefined;
    const bytes = Buffer.concat(
      chain.map((sector) => all.subarray(sector * SMALL_SECTOR, (sector + 1) * SMALL_SECTOR)),
    );
    return bytes.length < size ? undefined : bytes.subarray(0, size);
  }

  get #sectorCount(): number {
    return Math.max(Math.ceil(this.#source.size / this.#size) - 1, 0);
  }

  /** Sectors of the table that the file cannot need are not read, however many are listed. */
  async #readTable(): Promise<Buffer> {
    const needed = Math.ceil(this.#sectorCount / (this.#size / 4));
    const places = await this.#tablePlaces(needed);
    const parts: Buffer[] = [];
    for (const place of places.slice(0, needed)) {
      parts.push((await this.#readSectors([place])) ?? Buffer.alloc(this.#size, 0xff));
    }
    return Buffer.concat(parts);
  }

  /** Where the table lies: the header says it of 109 sectors, and a chain of sectors of the others. */
  async #tablePlaces(needed: number): Promise<readonly number[]> {
    const places = placesIn(this.#header.subarray(76));
    const seen = new Set<number>();
    let next = this.#header.readUInt32LE(68);
    while (places.length < needed && next < LAST_SECTOR && !seen.has(next)) {
      seen.add(next);
      const sector = await this.#readSectors([next]);
      if (sector === undefined || sector.length < this.#size) break;
      places.push(...placesIn(sector.subarray(0, -4)));
      next = sector.readUInt32LE(sector.length - 4);
    }
    return places;
  }

  /** Sectors that lie side by side are read at once. The last one of the file may be cut short. */
  async #readSectors(sectors: readonly number[]): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let i = 0; i < sectors.length; ) {
      const first = sectors[i] ?? 0;
      let count = 1;
      while (sectors[i + count] === first + count) count += 1;
      const at = (first + 1) * this.#size;
      if (at >= this.#source.size) return undefined;
      parts.push(await bytesOf(this.#source, at, Math.min(at + count * this.#size, this.#source.size)));
      i += count;
    }
    return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }
}

const HEADER_SIZE = 512;
const SMALL_SECTOR = 64;
const LAST_SECTOR = 0xfffffffa; // what lies above are marks, not sectors

/** The chain that begins at a sector; `undefined` where it turns in circles or is longer than it may be. */
function chainIn(table: Buffer, start: number, most: number): readonly number[] | undefined {
  const chain: number[] = [];
  const seen = new Uint8Array(table.length / 4);
  for (let sector = start; sector < LAST_SECTOR; sector = table.readUInt32LE(sector * 4)) {
    if (sector >= seen.length || seen[sector] === 1 || chain.length >= most) return undefined;
    seen[sector] = 1;
    chain.push(sector);
  }
  return chain;
}

function placesIn(list: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at + 4 <= list.length; at += 4) {
    const place = list.readUInt32LE(at);
    if (place >= LAST_SECTOR) break;
    places.push(place);
  }
  return places;
}
