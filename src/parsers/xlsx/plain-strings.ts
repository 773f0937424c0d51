import { Kernel, KernelPiece, LARGEST_NUMBER, PIECE_SIZE, sharedWhereWebAssembly } from '../kernel.ts';
import { PLAIN_STRINGS_CODE } from './plain-strings-code.ts';

/** Reads shared strings in the spelling that nearly every program writes, by WebAssembly (`plain-strings.as.ts`). */
export class PlainStrings {
  /** Where the next bytes are. */
  next = 0;
  /** True if there something is spelt otherwise, escaped, too long or not all there. */
  isOtherwise = false;
  readonly #kernel = new Kernel<Read>(PLAIN_STRINGS_CODE, FOUND + 4 * (HEAD_SIZE + MOST_STRINGS));
  /** What is read: all reading is done over some bytes. */
  readonly piece = new KernelPiece(this.#kernel.memory);
  readonly #texts = new Uint8Array(this.#kernel.memory, TEXTS, PIECE_SIZE);
  readonly #found = new Int32Array(this.#kernel.memory, FOUND);

  /**
   * Reads on at a place, strings of `longest` bytes at most. Returns their bytes, one behind the other, and where each ends;
   * both are overwritten by the next reading.
   */
  read(at: number, longest: number): { readonly texts: Uint8Array; readonly ends: Int32Array } {
    const { piece } = this;
    const from = piece.reach(at);
    const count = this.#kernel.run(from, piece.size, Math.min(longest, LARGEST_NUMBER), TEXTS, FOUND, MOST_STRINGS);
    const place = this.#found[0] as number;
    this.next = piece.start + place;
    this.isOtherwise = !piece.endAt(place, this.#found[1] as number);
    const ends = this.#found.subarray(HEAD_SIZE, HEAD_SIZE + count);
    return { texts: this.#texts.subarray(0, ends.at(-1) ?? 0), ends };
  }
}

/** One for all workbooks, which take it for a chunk at a time. */
export const plainStrings = sharedWhereWebAssembly(() => new PlainStrings());

type Read = (from: number, to: number, longest: number, texts: number, found: number, most: number) => number;

const SPARE = 32; // bytes, for sixteen are looked at and copied at once
const TEXTS = PIECE_SIZE + SPARE;
const FOUND = TEXTS + PIECE_SIZE + SPARE;
const HEAD_SIZE = 2; // numbers: where reading ended, and why
const MOST_STRINGS = 2048;
