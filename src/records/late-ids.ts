import { grown } from '../model/grown.ts';
import type { IdTexts } from './id-texts.ts';

/** Ids that did not come in order, found by their hash; one is the same only if all its characters are. */
export class LateIds {
  readonly #texts: IdTexts;
  /** By hash: the number of an entry; the next of the same hash follows. Never more than half full. */
  #slots = new Int32Array(2 * FEWEST);
  /**
   * By slot: some more bits of its hash, or 0 where it is free. Nearly every id is new, and to see that takes no more
   * than this, which is small enough for the processor to have at hand.
   */
  #tags = new Uint8Array(2 * FEWEST);
  #count = 0;
  /** By entry, from 1: its hash, the scope that it was met in, and its number among all ids. */
  #hashes = new Int32Array(FEWEST);
  #scopes = new Int32Array(FEWEST);
  #numbers = new Int32Array(FEWEST);

  constructor(texts: IdTexts) {
    this.#texts = texts;
  }

  /** The number of the id in hand, whose hash this is, or 0 if it was not met in this scope. */
  find(hash: number, scope: number): number {
    const last = this.#slots.length - 1; // all bits set: their number is a power of two
    const tag = tagOf(hash);
    let slot = hash & last;
    for (let there = this.#tags[slot]; there !== 0; there = this.#tags[slot]) {
      const entry = there === tag ? (this.#slots[slot] ?? 0) : 0;
      if (entry !== 0 && this.#hashes[entry] === hash && this.#scopes[entry] === scope) {
        const number = this.#numbers[entry] ?? 0;
        if (this.#texts.compare(number) === 0) return number;
      }
      slot = (slot + 1) & last;
    }
    return 0;
  }

  /** Takes an id that was not found. */
  add(hash: number, scope: number, number: number): void {
    const entry = ++this.#count;
    if (entry === this.#hashes.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#scopes[entry] = scope;
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
    this.#scopes = grown(this.#scopes, new Int32Array(size));
    this.#numbers = grown(this.#numbers, new Int32Array(size));
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
