import { grown } from '../../model/grown.ts';

/**
 * The shared strings of a workbook, kept as the bytes of their UTF-8 until a cell asks for one: of a million strings most
 * are names and numbers of columns that nobody reads, and as texts they take twice the memory.
 */
export class StringTable {
  #size = 0;
  #copied = 0;
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
    const block = this.#begin(length);
    block.bytes.write(text, block.end);
    block.end += length;
  }

  /** Adds the string whose UTF-8 lies between two places. */
  addBytes(bytes: Buffer, start: number, end: number): void {
    const block = this.#begin(end - start);
    bytes.copy(block.bytes, block.end, start, end);
    block.end += end - start;
  }

  /**
   * Copies the short string between a place and the next `stop`, and returns where that is; -1 where there is none soon.
   * It is a string of the table once `addCopied` says so. Most are a few bytes long: to call for a search and a copy
   * outside JavaScript would take longer than to make them.
   */
  copyShort(bytes: Buffer, start: number, stop: number): number {
    const block = this.#roomFor(SHORT);
    const into = block.bytes;
    const last = Math.min(start + SHORT, bytes.length);
    let at = block.end;
    for (let from = start; from < last; from++) {
      const byte = bytes[from] ?? 0;
      if (byte === stop) {
        this.#copied = from - start;
        return from;
      }
      into[at++] = byte;
    }
    return -1;
  }

  /** Adds the string copied last. */
  addCopied(): void {
    const block = this.#begin(this.#copied);
    block.end += this.#copied;
  }

  /** The string of this number, from 0; `undefined` where there is none. */
  textOf(index: number): string | undefined {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const start = this.#starts[index];
    const block = start === undefined || index >= this.#size ? undefined : this.#blockOf(index);
    if (start === undefined || block === undefined) return undefined;
    const isLast = index + 1 === this.#size || this.#blockOf(index + 1) !== block;
    const text = block.bytes.toString('utf8', start, isLast ? block.end : this.#starts[index + 1]);
    if (index < MOST_TEXTS) this.#texts[index] = text;
    return text;
  }

  /** Begins a string of so many bytes, in a block that has room for it. */
  #begin(length: number): Block {
    const block = this.#roomFor(length);
    if (this.#size === this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#size));
    this.#starts[this.#size++] = block.end;
    return block;
  }

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
const SHORT = 64; // bytes
const FIRST_BLOCK = 8 * 1024;
const BLOCK = 1 << 20;
const MOST_TEXTS = 1 << 15;
