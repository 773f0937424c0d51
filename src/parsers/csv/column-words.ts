import { grown } from '../../model/grown.ts';

/**
 * The texts of a column by their bytes. A column that says a few words over and over gives the same text each time, and
 * what is then looked up by it need not be hashed anew.
 */
export class ColumnWords {
  readonly #texts: string[] = [''];
  /** By entry: the hash of its bytes, how many they are, and where in `words` they begin, four by four. */
  #hashes = new Int32Array(FEWEST);
  #lengths = new Uint8Array(FEWEST);
  #starts = new Int32Array(FEWEST);
  #words = new Int32Array(4 * FEWEST);
  #end = 0;
  /** By hash: the number of an entry; the next of the same hash follows. Never more than half full. */
  #slots = new Int32Array(2 * FEWEST);
  #asked = 0;
  #isOpen = true;

  /** The text of some bytes that the column has had before, or `undefined`. The bytes must have three more behind them. */
  find(bytes: DataView, start: number, length: number): string | undefined {
    if (!this.#isOpen || length > LONGEST) return undefined;
    this.#asked++;
    const hash = hashOf(bytes, start, length);
    const last = this.#slots.length - 1; // all bits set: their number is a power of two
    let slot = hash & last;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry] === hash && this.#lengths[entry] === length && this.#isAt(entry, bytes, start, length))
        return this.#texts[entry];
      slot = (slot + 1) & last;
    }
    return undefined;
  }

  /** Remembers the text of some bytes that were not found. */
  learn(text: string, bytes: DataView, start: number, length: number): void {
    if (!this.#isOpen || length > LONGEST) return;
    const known = this.#texts.length - 1;
    if (known >= FEWEST / 2 && 2 * known > this.#asked) this.#close();
    else if (known < MOST) this.#add(text, bytes, start, length);
  }

  #isAt(entry: number, bytes: DataView, start: number, length: number): boolean {
    let at = this.#starts[entry] ?? 0;
    for (let i = 0; i < length; i += 4) if (this.#words[at++] !== wordAt(bytes, start, i, length)) return false;
    return true;
  }

  #add(text: string, bytes: DataView, start: number, length: number): void {
    const entry = this.#texts.push(text) - 1;
    if (entry === this.#hashes.length) this.#grow();
    if (this.#end + LONGEST / 4 > this.#words.length)
      this.#words = grown(this.#words, new Int32Array(2 * this.#words.length));
    const hash = hashOf(bytes, start, length);
    this.#hashes[entry] = hash;
    this.#lengths[entry] = length;
    this.#starts[entry] = this.#end;
    for (let i = 0; i < length; i += 4) this.#words[this.#end++] = wordAt(bytes, start, i, length);
    enter(this.#slots, hash, entry);
  }

  #grow(): void {
    const size = 2 * this.#hashes.length;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#lengths = grown(this.#lengths, new Uint8Array(size));
    this.#starts = grown(this.#starts, new Int32Array(size));
    this.#slots = new Int32Array(2 * size);
    for (let entry = 1; entry < size / 2; entry++) enter(this.#slots, this.#hashes[entry] ?? 0, entry);
  }

  /** Gives a column up that hardly ever says the same: ids, names. */
  #close(): void {
    this.#isOpen = false;
    this.#texts.length = 0;
    this.#words = new Int32Array(0);
  }
}

function enter(slots: Int32Array, hash: number, entry: number): void {
  const last = slots.length - 1;
  let slot = hash & last;
  while (slots[slot] !== 0) slot = (slot + 1) & last;
  slots[slot] = entry;
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

const FEWEST = 1024;
const MOST = 20_000; // words; a column of more is read anew
const LONGEST = 64; // bytes
