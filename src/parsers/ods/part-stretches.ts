import type { Keeping } from '../keeping.ts';
import type { Parts } from '../xml/parts.ts';
import type { ZipEntry } from '../zip.ts';

/** Where something lies in a part, in bytes of its XML in UTF-8. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A part that is read once as a whole and then by stretches, which are kept if there is room. Those that are not are
 * inflated again, with all that stands before them.
 */
export class PartStretches {
  private readonly entry: ZipEntry;
  private readonly parts: Parts;
  private readonly keeping: Keeping;
  private readonly kept = new Map<Stretch, readonly Buffer[]>();
  private chunks: Buffer[] | undefined;
  /** The bytes of room that are taken. */
  private taken = 0;

  constructor(entry: ZipEntry, parts: Parts, keeping: Keeping) {
    this.entry = entry;
    this.parts = parts;
    this.keeping = keeping;
  }

  async *whole(): AsyncGenerator<Buffer> {
    const { entry, parts, keeping } = this;
    if (keeping.take(entry.size)) {
      this.taken = entry.size;
      this.chunks = [];
    }
    for await (const chunk of this.chunks === undefined ? parts.chunks(entry) : parts.largeChunks(entry)) {
      this.chunks?.push(chunk);
      yield chunk;
    }
  }

  /** Lets go of what is kept and lies in none of these. */
  keepOnly(stretches: readonly Stretch[]): void {
    const { chunks } = this;
    if (chunks === undefined) return;
    this.chunks = undefined;
    const size = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
    this.giveBack(this.taken - size);
    for (const stretch of stretches) this.kept.set(stretch, [...within(chunks, stretch)]);
  }

  async *read(stretch: Stretch): AsyncGenerator<Buffer> {
    const kept = this.kept.get(stretch);
    if (kept === undefined) return yield* withinAsync(this.parts.chunks(this.entry), stretch);
    yield* kept;
    // Rows are read once, behind a look at the first of them. What that look reads to its end is kept: it is little.
    if (kept.length <= 1 || !this.kept.delete(stretch)) return;
    this.giveBack(stretch.end - stretch.start);
  }

  private giveBack(bytes: number): void {
    const given = Math.min(Math.max(bytes, 0), this.taken); // in another encoding a part may be longer than its entry
    this.taken -= given;
    this.keeping.giveBack(given);
  }
}

function* within(chunks: readonly Buffer[], { start, end }: Stretch): Generator<Buffer> {
  let at = 0;
  for (const chunk of chunks) {
    if (at < end && at + chunk.length > start) yield chunk.subarray(Math.max(start - at, 0), end - at);
    at += chunk.length;
  }
}

async function* withinAsync(chunks: AsyncIterable<Buffer>, { start, end }: Stretch): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of chunks) {
    if (at + chunk.length > start) yield chunk.subarray(Math.max(start - at, 0), end - at);
    at += chunk.length;
    if (at >= end) return;
  }
}
