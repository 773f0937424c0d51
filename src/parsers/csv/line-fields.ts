import { Kernel } from '../kernel.ts';
import { LINE_FIELDS_CODE } from './line-fields-code.ts';

/** Bytes, to be looked at one by one or four by four: behind the last there are some to spare. */
export interface Block {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/**
 * Finds where the lines of CSV are and those of their fields that are wanted, by WebAssembly (`line-fields.as.ts`). Only
 * bytes below 128 are looked for, which in UTF-8 are never part of another character.
 */
export class LineFields {
  /** The bytes to be looked at. */
  readonly block: Block;
  /**
   * What `find` has found, `size` numbers a line: how many fields it has, where it begins and ends, where the next one
   * begins, how many of its fields are quoted; and of each wanted field that it has, where it begins, and twice where it
   * ends, without its quotes, one more if any of its bytes is beyond ASCII.
   */
  readonly found: Int32Array;
  readonly size: number;
  readonly #kernel: Kernel<Find>;
  readonly #separator: number;
  readonly #wanted: bigint;

  /**
   * Takes the separator, the most bytes that will be looked at in one go, and the numbers of the wanted columns; throws
   * `NoWebAssembly`.
   */
  constructor(separator: number, most: number, wanted: readonly number[]) {
    this.size = LINE_SIZE + FIELD_SIZE * wanted.length;
    const bytes = Math.ceil((most + SPARE) / SPARE) * SPARE; // what is found begins at a multiple of four
    this.#kernel = new Kernel<Find>(LINE_FIELDS_CODE, bytes + 4 * this.size * MOST_LINES);
    const { memory } = this.#kernel;
    this.block = { bytes: Buffer.from(memory, 0, bytes), view: new DataView(memory, 0, bytes) };
    this.found = new Int32Array(memory, bytes, this.size * MOST_LINES);
    this.#separator = separator;
    this.#wanted = wanted.reduce((bits, column) => bits | (1n << BigInt(column)), 0n);
  }

  /**
   * Looks at whole lines from one place of the block up to another, and returns how many it has found: not always all.
   * Where quotes may enclose fields, none is found from the first line on that has them otherwise than around fields.
   */
  find(from: number, to: number, mayBeQuoted: boolean): number {
    const { byteOffset } = this.found;
    const quotes = mayBeQuoted ? 1 : 0;
    return this.#kernel.run(from, to, this.#separator, this.#wanted, byteOffset, 4 * this.size, MOST_LINES, quotes);
  }
}

type Find = (
  from: number,
  to: number,
  separator: number,
  wanted: bigint,
  found: number,
  size: number,
  most: number,
  quotes: number,
) => number;

/** Of columns beyond no field is found. */
export const MOST_COLUMNS = 64;
export const LINE_SIZE = 5; // numbers
export const FIELD_SIZE = 2;
const MOST_LINES = 1024;
const SPARE = 16; // bytes
