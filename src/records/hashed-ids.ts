import { grown } from '../model/grown.ts';
import type { KeptIds } from './kept-ids.ts';

/** Ids found by their hash; one is the same only if its scope and all its characters are. */
export class HashedIds {
  readonly #ids: KeptIds;
  /** By hash: the number of an entry; the next of the same hash follows. Never more than half full. */
  #slots = new Int32Array(2 * FEWEST);
  /**
   * By slot: some more bits of its hash, or 0 where it is free. Nearly every id is new, and to see that takes no more
   * than this, which is small enough for the processor to have at hand.
   */
  #tags = new Uint8Array(2 * FEWEST);
  #count = 0;
  /** By entry, from 1: its hash, and its number among all ids. */
  #hashes = new Int32Array(FEWEST);
  #numbers = new Uint32Array(FEWEST);

  constructor(ids: KeptIds) {
    this.#ids = ids;
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the id in hand, whose hash this is, or 0 if it is not here. */
  find(hash: number): number {
    const last = this.#slots.length - 1; // all bits set: their number is a power of two
    const tag = tagOf(hash);
    let slot = hash & last;
    for (let there = this.#tags[slot]; there !== 0; there = this.#tags[slot]) {
      const entry = there === tag ? (this.#slots[slot] ?? 0) : 0;
      if (entry !== 0 && this.#hashes[entry] === hash) {
        const number = this.#numbers[entry] as number;
        if (this.#ids.is(number)) return number;
      }
      slot = (slot + 1) & last;
    }
    return 0;
  }

  /** Takes an id that is not here. */
  add(hash: number, number: number): void {
    const entry = ++this.#count;
    if (entry === this.#hashes.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#numbers[entry] = number;
    this.#enter(entry);
  }

  #enter(entry: number): void {
    const hash = this.#hashes[entry] ?? 0;
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#tags[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = entry;
    this.#tags[slot] = tagOf(hash);
  }

  #grow(): void {
    const size = 2 * this.#hashes.length;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#numbers = grown(this.#numbers, new Uint32Array(size));
    this.#slots = new Int32Array(2 * size);
    this.#tags = new Uint8Array(2 * size);
    for (let entry = 1; entry < this.#count; entry++) this.#enter(entry); // the last is entered by whoever adds it
  }
}

/** The upper bits of a hash, never 0: those that do not say which slot it is. */
function tagOf(hash: number): number {
  return 1 + (hash >>> 25);
}

const FEWEST = 1024;
