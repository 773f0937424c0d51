/** Where a record stands: the number of its sheet in the run, and its row. */
export interface RecordPlace {
  readonly sheet: number;
  readonly row: number;
}

/**
 * The ids already met, by register and area. Of two records with one id the first counts.
 *
 * A table of numbers: a million ids in the maps of the language take three times the memory, keep alive the texts they
 * were cut from, and have the collector look at them again and again. An entry is found by the hash of its id, and is
 * the same only if all its characters are.
 */
export class RecordIds {
  readonly #registers = new Map<string, number>();
  /** By hash: the number of an entry; the next of the same hash follows. Never more than half full. */
  #slots = new Int32Array(2 * FEWEST);
  /**
   * By slot: some more bits of its hash, or 0 where it is free. Nearly every id is new, and to see that takes no more
   * than this, which is small enough for the processor to have at hand.
   */
  #tags = new Uint8Array(2 * FEWEST);
  #entries = 0;
  /** By entry: the hash and the scope of its id, where its characters begin, and where its record stands. */
  #hashes = new Int32Array(FEWEST);
  #scopes = new Int32Array(FEWEST);
  #starts = new Uint32Array(FEWEST);
  #places = new Float64Array(FEWEST);
  /** The characters of all ids, and behind them those of the id in hand. */
  #characters = new Uint8Array(16 * FEWEST);
  #end = 0;

  /** Where the id was met before, or `undefined` and from now on it is known. Ids are compared as they stand. */
  firstOf(register: string, area: number, id: string, at: RecordPlace): RecordPlace | undefined {
    const scope = area * MOST_REGISTERS + this.#registerOf(register);
    const hash = this.#write(id, scope);
    const last = this.#slots.length - 1; // all bits set: their number is a power of two
    let slot = hash & last;
    const tag = tagOf(hash);
    for (let there = this.#tags[slot]; there !== 0; there = this.#tags[slot]) {
      const entry = there === tag ? (this.#slots[slot] ?? 0) : 0;
      if (entry !== 0 && this.#hashes[entry] === hash && this.#scopes[entry] === scope && this.#isInHand(entry)) {
        const place = this.#places[entry] ?? 0;
        return { sheet: Math.floor(place / ROW_LIMIT), row: place % ROW_LIMIT };
      }
      slot = (slot + 1) & last;
    }
    this.#add(slot, { hash, scope, place: at.sheet * ROW_LIMIT + at.row });
    return undefined;
  }

  #registerOf(register: string): number {
    const known = this.#registers.get(register);
    if (known !== undefined) return known;
    const number = this.#registers.size;
    this.#registers.set(register, number);
    return number;
  }

  /**
   * Takes an id in hand: most characters as one byte, any other as three, the first of which is no character. Returns its
   * hash: FNV-1a, its bits mixed once more, for the ids of a register differ in their last digits alone.
   */
  #write(id: string, scope: number): number {
    let end = this.#starts[this.#entries + 1] ?? 0;
    if (end + 3 * id.length > this.#characters.length)
      this.#characters = grown(this.#characters, new Uint8Array(2 * (end + 3 * id.length)));
    const characters = this.#characters;
    let hash = Math.imul(0x811c9dc5 ^ scope, 0x01000193);
    for (let i = 0; i < id.length; i++) {
      const character = id.charCodeAt(i);
      hash = Math.imul(hash ^ character, 0x01000193);
      if (character < WIDE) characters[end++] = character;
      else {
        characters[end++] = WIDE;
        characters[end++] = character >> 8;
        characters[end++] = character & 0xff;
      }
    }
    this.#end = end;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }

  #isInHand(entry: number): boolean {
    const start = this.#starts[entry] ?? 0;
    const own = this.#starts[this.#entries + 1] ?? 0;
    const length = this.#end - own;
    if ((this.#starts[entry + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#characters[start + i] !== this.#characters[own + i]) return false;
    return true;
  }

  /** Keeps the id in hand. */
  #add(slot: number, { hash, scope, place }: Entry): void {
    const entry = ++this.#entries;
    if (entry + 2 > this.#hashes.length) this.#growEntries();
    this.#hashes[entry] = hash;
    this.#scopes[entry] = scope;
    this.#starts[entry + 1] = this.#end;
    this.#places[entry] = place;
    this.#slots[slot] = entry;
    this.#tags[slot] = tagOf(hash);
    if (2 * entry > this.#slots.length) this.#growSlots();
  }

  #growEntries(): void {
    const size = 2 * this.#hashes.length;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#scopes = grown(this.#scopes, new Int32Array(size));
    this.#starts = grown(this.#starts, new Uint32Array(size));
    this.#places = grown(this.#places, new Float64Array(size));
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const tags = new Uint8Array(slots.length);
    const last = slots.length - 1;
    for (let entry = 1; entry <= this.#entries; entry++) {
      const hash = this.#hashes[entry] ?? 0;
      let slot = hash & last;
      while (tags[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = entry;
      tags[slot] = tagOf(hash);
    }
    this.#slots = slots;
    this.#tags = tags;
  }
}

interface Entry {
  readonly hash: number;
  readonly scope: number;
  readonly place: number;
}

/** The upper bits of a hash, never 0: those that do not say which slot it is. */
function tagOf(hash: number): number {
  return 1 + (hash >>> 25);
}

const FEWEST = 1024;
const WIDE = 0xff;
const MOST_REGISTERS = 64;
const ROW_LIMIT = 2 ** 32; // a place then fits a double with up to two million sheets

function grown<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
