import { grown } from '../../model/grown.ts';

/**
 * The shared strings of a workbook, kept as the bytes of their UTF-8 until a cell asks for one: of a million strings most
 * are names and numbers of columns that nobody reads, and as texts they take twice the memory.
 */
export class StringTable {
  #size = 0;
  /** By string: where it ends in its block. The next one begins there, but for the first of a block. */
  #ends = new Uint32Array(FEWEST);
  readonly #blocks: Block[] = [];
  /** The texts of the first strings: the words that a register repeats are met early. */
  readonly #texts: string[] = [];

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    const block = this.#roomFor(length);
    this.#makeRoom(1);
    block.bytes.write(text, block.end);
    block.end += length;
    this.#ends[this.#size++] = block.end;
  }

  /** Adds strings whose UTF-8 lies one behind the other, each up to its end. */
  addAll(texts: Uint8Array, ends: Int32Array): void {
    if (ends.length === 0) return;
    const block = this.#roomFor(texts.length);
    block.bytes.set(texts, block.end);
    this.#makeRoom(ends.length);
    for (const end of ends) this.#ends[this.#size++] = block.end + end;
    block.end += ends.at(-1) ?? 0;
  }

  /** The string of this number, from 0; `undefined` where there is none. */
  textOf(index: number): string | undefined {
    return this.#texts[index] ?? this.#read(index);
  }

  #read(index: number): string | undefined {
    const end = this.#ends[index];
    const block = end === undefined || index >= this.#size ? undefined : this.#blockOf(index);
    if (block === undefined) return undefined;
    const text = block.bytes.toString('utf8', index === block.first ? 0 : this.#ends[index - 1], end);
    if (index < MOST_TEXTS) this.#texts[index] = text;
    return text;
  }

  /** Makes room to say of so many more strings where they end. */
  #makeRoom(strings: number): void {
    const size = this.#size + strings;
    if (size > this.#ends.length) this.#ends = grown(this.#ends, new Uint32Array(2 * size));
  }

  /** A block that has room for so many bytes. */
  #roomFor(length: number): Block {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.end + length <= last.bytes.length) return last;
    // Blocks grow: few strings need little room, and code that makes one is compiled having seen it.
    const size = Math.min(FIRST_BLOCK * 2 ** this.#blocks.length, BLOCK);
    const block = { first: this.#size, bytes: Buffer.allocUnsafeSlow(Math.max(size, length)), end: 0 };
    this.#blocks.push(block);
    return block;
  }

  #blockOf(index: number): Block | undefined {
    let [low, high] = [0, this.#blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return this.#blocks[low];
  }
}

interface Block {
  /** The number of its first string. */
  readonly first: number;
  readonly bytes: Buffer;
  end: number;
}

const FEWEST = 1024;
const FIRST_BLOCK = 8 * 1024;
const BLOCK = 1 << 20;
const MOST_TEXTS = 1 << 15;
