import { FIELD_ENDS_CODE } from './field-ends-code.ts';

/** Bytes, to be looked at one by one or four by four. */
export interface Block {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/**
 * Finds where the fields and lines of CSV end, sixteen bytes at a time, by WebAssembly (`field-ends.wat`): in JavaScript
 * it takes six times as long. Only bytes below 128 are looked for, which in UTF-8 are never part of another character.
 */
export class FieldEnds {
  /** The bytes to be looked at: the only ones that WebAssembly sees. Behind the most of them there are some to spare. */
  readonly block: Block;
  /** In order, as many as `find` has counted: where a separator stands, or the complement (~) of where a line end does. */
  readonly places: Int32Array;
  readonly #separator: number;
  readonly #find: Find;

  /** Takes the separator, and the most bytes that will be looked at in one go. */
  constructor(separator: number, most: number) {
    const size = Math.ceil((most + SPARE) / SPARE) * SPARE; // the places begin at a multiple of four
    const memory = new WebAssembly.Memory({ initial: Math.ceil((size + 4 * (most + 1)) / PAGE) });
    code ??= new WebAssembly.Module(Buffer.from(FIELD_ENDS_CODE, 'base64'));
    this.#find = new WebAssembly.Instance(code, { csv: { memory } }).exports['find'] as Find; // as field-ends.wat has it
    this.block = { bytes: Buffer.from(memory.buffer, 0, size), view: new DataView(memory.buffer, 0, size) };
    this.places = new Int32Array(memory.buffer, size, most + 1);
    this.#separator = separator;
  }

  /** Looks at the bytes of the block from one place up to another, and returns how many ends there are. */
  find(from: number, to: number): number {
    return this.#find(from, to, this.#separator, this.places.byteOffset);
  }
}

type Find = (from: number, to: number, separator: number, places: number) => number;

let code: WebAssembly.Module | undefined; // compiled when it is first used

const PAGE = 64 * 1024; // bytes, the unit of WebAssembly
const SPARE = 16; // bytes
export const NEWLINE = 10;
export const RETURN = 13;
