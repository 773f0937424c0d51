import { grown } from '../../model/grown.ts';

/**
 * The shared strings of a workbook, kept as the bytes of their UTF-8 until a cell asks for one: of a million strings most
 * are names and numbers of columns that nobody reads, and as texts they take twice the memory.
 */
export class StringTable {
  #size = 0;
  /** By string: where it begins in its block. */
  #starts = new Uint32Array(FEWEST);
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
    this.#starts[this.#size++] = block.end;
    block.bytes.write(text, block.end);
    block.end += length;
  }

  /** Adds strings whose UTF-8 lies one behind the other, each up to its end. */
  addAll(texts: Uint8Array, ends: Int32Array): void {
    if (ends.length === 0) return;
    const block = this.#roomFor(texts.length);
    block.bytes.set(texts, block.end);
    this.#makeRoom(ends.length);
    let start = block.end;
    for (const end of ends) {
      this.#starts[this.#size++] = start;
      start = block.end + end;
    }
    block.end = start;
  }

  /** The string of this number, from 0; `undefined` where there is none. */
  textOf(index: number): string | undefined {
    return this.#texts[index] ?? this.#read(index);
  }

  #read(index: number): string | undefined {
    const start = this.#starts[index];
    const block = start === undefined || index >= this.#size ? undefined : this.#blockOf(index);
    if (start === undefined || block === undefined) return undefined;
    const isLast = index + 1 === this.#size || this.#blockOf(index + 1) !== block;
    const text = block.bytes.toString('utf8', start, isLast ? block.end : this.#starts[index + 1]);
    if (index < MOST_TEXTS) this.#texts[index] = text;
    return text;
  }

  /** Makes room to say of so many more strings where they begin. */
  #makeRoom(strings: number): void {
    const size = this.#size + strings;
    if (size > this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * size));
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
