import { grown } from '../../model/grown.ts';

/**
 * The words of a column by their bytes, as long as they are few: the same text is given each time, and what is then looked
 * up by it need not be hashed anew. A column that has said many things is given up: to find one of thousands takes as
 * long as to make a text. Places in bytes must have three more bytes behind them.
 */
export class ColumnWords {
  readonly #texts: string[] = [''];
  /** By entry, from 1: the hash of its bytes, how many they are, and the bytes themselves, four by four. */
  readonly #hashes = new Int32Array(MOST + 1);
  readonly #lengths = new Uint8Array(MOST + 1);
  #words = new Int32Array(FEWEST * WORDS);
  /** By hash: the number of an entry; the next of the same hash follows. Never more than half full. */
  readonly #slots = new Int32Array(SLOTS);
  #isOpen = true;

  /** Whether a text of so many bytes may be a word. */
  takes(length: number): boolean {
    return this.#isOpen && length <= LONGEST;
  }

  /** The text of some bytes that may be a word and have been before, or `undefined`. */
  find(bytes: DataView, start: number, length: number): string | undefined {
    const hash = hashOf(bytes, start, length);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const entry = this.#slots[(hash + probe) & LAST_SLOT] ?? 0;
      if (entry === 0) return undefined;
      if (this.#hashes[entry] === hash && this.#lengths[entry] === length && this.#isAt(entry, bytes, start, length))
        return this.#texts[entry];
    }
    this.#giveUp(); // nobody's words collide so often, unless they are made to
    return undefined;
  }

  /** Remembers the text of some bytes that may be a word and were not found: one of its own, for it may stay until the end. */
  learn(text: string, bytes: DataView, start: number, length: number): void {
    if (this.#texts.length > MOST) this.#giveUp();
    if (!this.#isOpen) return;
    const entry = this.#texts.push(text) - 1;
    if ((entry + 1) * WORDS > this.#words.length)
      this.#words = grown(this.#words, new Int32Array(2 * this.#words.length));
    const hash = hashOf(bytes, start, length);
    this.#hashes[entry] = hash;
    this.#lengths[entry] = length;
    for (let i = 0; i < length; i += 4) this.#words[entry * WORDS + i / 4] = wordAt(bytes, start, i, length);
    let slot = hash & LAST_SLOT;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & LAST_SLOT;
    this.#slots[slot] = entry;
  }

  #giveUp(): void {
    this.#isOpen = false;
    this.#texts.length = 0;
    this.#words = new Int32Array(0);
  }

  #isAt(entry: number, bytes: DataView, start: number, length: number): boolean {
    let at = entry * WORDS;
    for (let i = 0; i < length; i += 4) if (this.#words[at++] !== wordAt(bytes, start, i, length)) return false;
    return true;
  }
}

/** Four bytes of a text, or what is left of it. */
function wordAt(bytes: DataView, start: number, at: number, length: number): number {
  const word = bytes.getInt32(start + at, true);
  const left = length - at;
  return left >= 4 ? word : word & ((1 << (8 * left)) - 1);
}

/** FNV-1a over words instead of bytes, its bits mixed once more: words may differ in their upper bytes alone. */
function hashOf(bytes: DataView, start: number, length: number): number {
  let hash = Math.imul(0x811c9dc5 ^ length, 0x01000193);
  for (let i = 0; i < length; i += 4) hash = Math.imul(hash ^ wordAt(bytes, start, i, length), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

const FEWEST = 16; // words: of most columns, and most files are small
const MOST = 1000;
const LONGEST = 64; // bytes of one
const WORDS = LONGEST / 4;
const SLOTS = 2048; // a power of two
const LAST_SLOT = SLOTS - 1;
const MOST_PROBES = 64;
