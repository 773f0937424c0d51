import { LONG, type LongTexts } from '../long-texts.ts';

/**
 * The shared strings of a workbook, kept as the bytes of their UTF-8 until a cell asks for one: of a million strings most
 * are names and numbers of columns that nobody reads, and as texts they take twice the memory.
 */
export class StringTable {
  #size = 0;
  readonly #runs: Run[] = [];
  /** The number of the run that was asked for last: the next string is most often in it too. */
  #asked = 0;
  // The blocks that are being filled, and how far.
  #bytes = Buffer.alloc(0);
  #bytesEnd = 0;
  #ends = new Uint32Array(0);
  #endsEnd = 0;
  /** The texts of the first strings: the words that a register repeats are met early. */
  readonly #texts: string[] = [];
  /** The long text behind those that was asked for last, and its number. */
  #lastLong = { index: Number.NaN, text: '' }; // none yet: NaN is no index that is asked for
  readonly #long: LongTexts;

  /** Counts the long texts that are asked for. */
  constructor(long: LongTexts) {
    this.#long = long;
  }

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    const { start } = this.#lastRun(length, 1);
    this.#bytes.write(text, this.#bytesEnd);
    this.#bytesEnd += length;
    this.#ends[this.#endsEnd++] = this.#bytesEnd - start;
    this.#size++;
  }

  /** Adds strings whose UTF-8 lies one behind the other, each up to its end. */
  addAll(texts: Uint8Array, ends: Int32Array): void {
    if (ends.length === 0) return;
    const isFew = ends.length < FEW;
    const { start } = isFew ? this.#lastRun(texts.length, ends.length) : this.#newRun(texts.length, ends.length);
    const before = this.#bytesEnd - start;
    this.#bytes.set(texts, this.#bytesEnd);
    if (before === 0) this.#ends.set(ends, this.#endsEnd);
    else for (let at = 0; at < ends.length; at++) this.#ends[this.#endsEnd + at] = before + (ends[at] as number);
    this.#bytesEnd += texts.length;
    this.#endsEnd += ends.length;
    this.#size += ends.length;
  }

  /** The string of this number, from 0; `undefined` where there is none. */
  textOf(index: number): string | undefined {
    const text = this.#texts[index] ?? this.#read(index);
    if (text !== undefined) this.#long.take(text);
    return text;
  }

  #read(index: number): string | undefined {
    if (index === this.#lastLong.index) return this.#lastLong.text;
    const run = Number.isInteger(index) && index >= 0 && index < this.#size ? this.#runOf(index) : undefined;
    if (run === undefined) return undefined;
    const { bytes, start, ends } = run;
    const at = run.endsStart + index - run.first;
    const from = index === run.first ? 0 : (ends[at - 1] as number);
    const text = bytes.toString('utf8', start + from, start + (ends[at] as number));
    if (index < MOST_TEXTS) this.#texts[index] = text;
    else if (text.length > LONG) this.#lastLong = { index, text };
    return text;
  }

  #lastRun(bytes: number, strings: number): Run {
    const last = this.#runs.at(-1);
    const hasRoom = last !== undefined && this.#hasRoomFor(bytes) && this.#hasRoomToSayOf(strings);
    return hasRoom ? last : this.#newRun(bytes, strings);
  }

  #hasRoomFor(bytes: number): boolean {
    return this.#bytesEnd + bytes <= this.#bytes.length;
  }

  #hasRoomToSayOf(strings: number): boolean {
    return this.#endsEnd + strings <= this.#ends.length;
  }

  /** Begins a run that has room for so many bytes and strings. Blocks grow: few strings need little room. */
  #newRun(bytes: number, strings: number): Run {
    if (!this.#hasRoomFor(bytes)) {
      const size = Math.min(Math.max(2 * this.#bytes.length, FIRST_BLOCK), BLOCK);
      this.#bytes = Buffer.allocUnsafeSlow(Math.max(size, bytes));
      this.#bytesEnd = 0;
    }
    if (!this.#hasRoomToSayOf(strings)) {
      const size = Math.min(Math.max(2 * this.#ends.length, FIRST_ENDS), ENDS);
      this.#ends = new Uint32Array(Math.max(size, strings));
      this.#endsEnd = 0;
    }
    const places = { start: this.#bytesEnd, endsStart: this.#endsEnd };
    const run = { first: this.#size, bytes: this.#bytes, ends: this.#ends, ...places };
    this.#runs.push(run);
    return run;
  }

  #runOf(index: number): Run | undefined {
    const runs = this.#runs;
    const isIn = (run: number) => (runs[run]?.first ?? 0) <= index && index < (runs[run + 1]?.first ?? this.#size);
    if (isIn(this.#asked)) return runs[this.#asked];
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    this.#asked = low;
    return runs[low];
  }
}

/** Strings that lie one behind the other in a block, and so do their ends in another. */
interface Run {
  /** The number of its first string. */
  readonly first: number;
  readonly bytes: Buffer;
  /** Where the bytes of its first string begin. */
  readonly start: number;
  /** Where each string ends, counted from there. */
  readonly ends: Uint32Array;
  readonly endsStart: number;
}

const FEW = 64; // strings, which are not worth a run of their own
const FIRST_BLOCK = 8 * 1024; // bytes
const BLOCK = 1 << 20;
const FIRST_ENDS = 1024;
const ENDS = 1 << 16;
const MOST_TEXTS = 1 << 15;
