import { beyondLimit } from '../refusal.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import { inflatedChunks, readEntry } from '../zip-entry.ts';
import { asUtf8 } from './part-encoding.ts';

/** The parts of a package that are read; together they stay within the limit of inflated bytes. */
export class Parts {
  private readonly archive: ZipArchive;
  private readonly claimed = new Set<ZipEntry>();
  private inflated = 0;

  constructor(archive: ZipArchive) {
    this.archive = archive;
  }

  find(name: string): ZipEntry | undefined {
    return this.archive.entry(name);
  }

  /** The chunks of a part's XML, in UTF-8. */
  chunks(entry: ZipEntry): AsyncIterable<Buffer> {
    this.claim(entry);
    return asUtf8(inflatedChunks(this.archive, entry));
  }

  /** The same, inflated in one go: quicker, for a part that may lie in memory as a whole. */
  wholeChunks(entry: ZipEntry): AsyncIterable<Buffer> {
    this.claim(entry);
    return asUtf8(this.pieces(entry));
  }

  /** A part as a whole. */
  async read(entry: ZipEntry): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Feeds a part to a reader of chunks, to its end. */
  async feed(entry: ZipEntry, reader: ChunkReader): Promise<void> {
    const chunks = entry.size > WHOLE ? this.chunks(entry) : this.wholeChunks(entry);
    for await (const chunk of chunks) reader.push(chunk);
    reader.end();
  }

  private async *pieces(entry: ZipEntry): AsyncGenerator<Buffer> {
    const bytes = await readEntry(this.archive, entry);
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  }

  private claim(entry: ZipEntry): void {
    if (this.claimed.has(entry)) return;
    this.claimed.add(entry);
    this.inflated += entry.size;
    const { limits, refuse } = this.archive;
    if (this.inflated > limits.inflated) throw refuse(beyondLimit(limits, 'inflated'));
  }
}

export interface ChunkReader {
  push(chunk: Buffer): void;
  end(): void;
}

const WHOLE = 64 * 1024 * 1024; // so much is little enough to lie in memory at once
const PIECE = 256 * 1024;
