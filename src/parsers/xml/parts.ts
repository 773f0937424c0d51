import { setImmediate } from 'node:timers/promises';
import { beyondLimit } from '../refusal.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import { inflatedChunks, largeChunks } from '../zip-entry.ts';
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

  /** The same, inflated by larger chunks: quicker, for a part that may lie in memory as a whole. */
  largeChunks(entry: ZipEntry): AsyncIterable<Buffer> {
    this.claim(entry);
    return asUtf8(this.pieces(entry));
  }

  /** Feeds a part to a reader of chunks, to its end. */
  async feed(entry: ZipEntry, reader: ChunkReader): Promise<void> {
    const chunks = entry.size > WHOLE ? this.chunks(entry) : this.largeChunks(entry);
    for await (const chunk of chunks) {
      reader.push(chunk);
      await setImmediate(); // what other threads have inflated meanwhile is fetched, and they go on
    }
    reader.end();
  }

  private async *pieces(entry: ZipEntry): AsyncGenerator<Buffer> {
    let size = FIRST_PIECE;
    for await (const chunk of largeChunks(this.archive, entry)) {
      for (let at = 0; at < chunk.length; ) {
        yield chunk.subarray(at, at + size);
        at += size;
        size = Math.min(2 * size, PIECE);
      }
    }
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
// Pieces grow: a look at the first rows is handed little, and readers meet the end of a piece before they are compiled.
const FIRST_PIECE = 4 * 1024;
