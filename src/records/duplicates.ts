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
  /** By hash: the number of an entry, or 0 for none; the next of the same hash follows. Never more than half full. */
  #slots = new Int32Array(2 * FEWEST);
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
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry] === hash && this.#scopes[entry] === scope && this.#isInHand(entry)) {
        const place = this.#places[entry] ?? 0;
        return { sheet: Math.floor(place / ROW_LIMIT), row: place % ROW_LIMIT };
      }
      slot = (slot + 1) & last;
    }
    this.#add(slot, { hash, scope, place: at.sheet * ROW_LIMIT + at.row });
    return undefined;
  }

  #registerOf(register: string): number {
    const number = this.#registers.get(register) ?? this.#registers.size;
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
    let hash = Math.imul(0x811c9dc5 ^ scope, 0x01000193);
    for (let i = 0; i < id.length; i++) {
      const character = id.charCodeAt(i);
      hash = Math.imul(hash ^ character, 0x01000193);
      if (character < WIDE) this.#characters[end++] = character;
      else {
        this.#characters[end++] = WIDE;
        this.#characters[end++] = character >> 8;
        this.#characters[end++] = character & 0xff;
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
    const last = slots.length - 1;
    for (let entry = 1; entry <= this.#entries; entry++) {
      let slot = (this.#hashes[entry] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

interface Entry {
  readonly hash: number;
  readonly scope: number;
  readonly place: number;
}

const FEWEST = 1024;
const WIDE = 0xff;
const MOST_REGISTERS = 64;
const ROW_LIMIT = 2 ** 32; // a place then fits a double with up to two million sheets

function grown<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
