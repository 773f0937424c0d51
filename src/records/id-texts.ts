import { grown } from '../model/grown.ts';

/**
 * Ids by number, from 1, as characters one behind the other: a million texts of the language take three times the memory,
 * keep alive what they were cut from, and have the collector look at them again and again.
 */
export class IdTexts {
  /** Most characters as one byte, any other as three, the first of which is no character. */
  #characters = new Uint8Array(16 * FEWEST);
  /** By number: where an id begins, and the next one, which is the one in hand behind the last. */
  #starts = new Uint32Array(FEWEST);
  #count = 0;
  #end = 0;

  /** Takes an id in hand. */
  take(id: string): void {
    let end = this.#starts[this.#count + 1] ?? 0;
    if (end + 3 * id.length > this.#characters.length)
      this.#characters = grown(this.#characters, new Uint8Array(2 * (end + 3 * id.length)));
    const characters = this.#characters;
    for (let i = 0; i < id.length; i++) {
      const character = id.charCodeAt(i);
      if (character < WIDE) characters[end++] = character;
      else {
        characters[end++] = WIDE;
        characters[end++] = character >> 8;
        characters[end++] = character & 0xff;
      }
    }
    this.#end = end;
  }

  /** Keeps the id in hand, and returns its number. */
  keep(): number {
    this.#count++;
    if (this.#count + 2 > this.#starts.length)
      this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
    this.#starts[this.#count + 1] = this.#end;
    return this.#count;
  }

  /**
   * How the id in hand stands to one that was kept: below 0 before it, 0 if they are the same, above 0 behind it. The
   * shorter comes first, as numbers do that are counted up.
   */
  compare(kept: number): number {
    const start = this.#starts[kept] ?? 0;
    const own = this.#starts[this.#count + 1] ?? 0;
    const length = this.#end - own;
    const longer = length - ((this.#starts[kept + 1] ?? 0) - start);
    if (longer !== 0) return longer;
    const characters = this.#characters;
    for (let i = 0; i < length; i++) {
      const differs = (characters[own + i] ?? 0) - (characters[start + i] ?? 0);
      if (differs !== 0) return differs;
    }
    return 0;
  }

  /** A hash of the id in hand: FNV-1a, its bits mixed once more, for the ids of a register differ in their last digits alone. */
  hash(seed: number): number {
    let hash = Math.imul(0x811c9dc5 ^ seed, 0x01000193);
    for (let i = this.#starts[this.#count + 1] ?? 0; i < this.#end; i++)
      hash = Math.imul(hash ^ (this.#characters[i] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }
}

const FEWEST = 1024;
const WIDE = 0xff;
