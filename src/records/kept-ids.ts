/** Where a record stands: the number of its sheet in the run, and its row. */
export interface RecordPlace {
  readonly sheet: number;
  readonly row: number;
}

/**
 * Ids and where their records stand, one behind the other, as numbers: a million texts of the language take three times
 * the memory, keep alive what they were cut from, and have the collector look at them again and again. What is kept is
 * not moved to make room for more.
 *
 * An id is known by a number, which is never 0: where in all pieces it begins. There is the sheet and row of its record,
 * the scope in which it is the only one, twice its length, one more if it is wide, and its characters: four in a number,
 * or two if one is beyond Latin-1.
 */
export class KeptIds {
  /** All as large as PIECE, but the first, for most files are small, and one that holds a longer id. */
  readonly #pieces: Int32Array[] = [];
  /** The last of them, and where in it the id in hand begins. */
  #piece = this.#begin(FIRST_PIECE);
  #start = HEAD;
  /** Where hashes begin, another place in each run. What is found does not depend on it. */
  readonly #seeds = [randomNumber(), randomNumber()] as const;

  /** Takes an id in hand, as one of a scope. */
  take(id: string, scope: number): void {
    const most = HEAD + Math.ceil(id.length / 2);
    const room = this.#start === 0 ? this.#piece.length : Math.min(this.#piece.length, PIECE) - this.#start;
    if (most > room) {
      this.#piece = this.#begin(Math.max(PIECE, most));
      this.#start = 0;
    }
    const piece = this.#piece;
    const at = this.#start + HEAD;
    let four = 0;
    let all = 0;
    for (let i = 0; i < id.length; i++) {
      const character = id.charCodeAt(i);
      all |= character;
      four = (four << 8) | character; // those before go out at the top
      piece[at + (i >> 2)] = four;
    }
    piece[this.#start + SCOPE] = scope;
    piece[this.#start + SIZE] = 2 * id.length;
    if (all > 0xff) this.#takeWide(id);
  }

  /** Keeps the id in hand, that of the record at this place, and returns its number. */
  keep({ sheet, row }: RecordPlace): number {
    const number = this.#inHand;
    this.#piece[this.#start + SHEET] = sheet;
    this.#piece[this.#start + ROW] = row;
    this.#start = endAt(this.#piece, this.#start);
    return number;
  }

  /** Whether the id in hand comes behind one that was kept, of whatever scope, or there is none. */
  isBehind(kept: number): boolean {
    return kept === 0 || this.compare(kept) > 0;
  }

  /**
   * How the id in hand stands to one that was kept, of whatever scope: below 0 before it, 0 if they are the same, above 0
   * behind it. The shorter comes first, as numbers do that are counted up.
   */
  compare(kept: number): number {
    const piece = this.#piece;
    const other = this.#pieceOf(kept);
    const end = endAt(piece, this.#start);
    for (let at = this.#start + SIZE, there = (kept % PIECE) + SIZE; at < end; at++, there++) {
      const [own, its] = [piece[at] as number, other[there] as number];
      if (own !== its) return own < its ? -1 : 1;
    }
    return 0;
  }

  /** Whether the id in hand is one that was kept, in the same scope. */
  is(kept: number): boolean {
    return this.#piece[this.#start + SCOPE] === this.#pieceOf(kept)[(kept % PIECE) + SCOPE] && this.compare(kept) === 0;
  }

  /** Where the record of an id that was kept stands. */
  placeOf(kept: number): RecordPlace {
    const [piece, start] = [this.#pieceOf(kept), kept % PIECE];
    return { sheet: piece[start + SHEET] as number, row: piece[start + ROW] as number };
  }

  /**
   * A hash of an id and its scope, of the one in hand if no other is named: multiplied and mixed in two ways, each from
   * a beginning of its own, so that it is hard to write a register of ids that all have one.
   */
  hash(number = this.#inHand): number {
    const piece = this.#pieceOf(number);
    const start = number % PIECE;
    const end = endAt(piece, start);
    let [one, other] = this.#seeds;
    for (let at = start + SCOPE; at < end; at++) {
      one = Math.imul(one ^ (piece[at] as number), 0x85ebca6b);
      one ^= one >>> 15;
      other = Math.imul(other + (piece[at] as number), 0xc2b2ae35);
      other ^= other >>> 13;
    }
    const hash = Math.imul(one + Math.imul(other, 0x9e3779b1), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }

  get #inHand(): number {
    return (this.#pieces.length - 1) * PIECE + this.#start;
  }

  #takeWide(id: string): void {
    const at = this.#start + HEAD;
    for (let i = 0; i < id.length; i++) {
      const before = i % 2 === 0 ? 0 : (this.#piece[at + (i >> 1)] as number) << 16;
      this.#piece[at + (i >> 1)] = before | id.charCodeAt(i);
    }
    this.#piece[this.#start + SIZE] = 2 * id.length + 1;
  }

  #begin(numbers: number): Int32Array {
    const piece = new Int32Array(numbers);
    this.#pieces.push(piece);
    return piece;
  }

  #pieceOf(number: number): Int32Array {
    return this.#pieces[Math.floor(number / PIECE)] as Int32Array; // where it was put
  }
}

function randomNumber(): number {
  return Math.floor(Math.random() * 2 ** 32) | 0;
}

/** Where the id ends that begins here. */
function endAt(piece: Int32Array, start: number): number {
  const size = piece[start + SIZE] as number; // twice its length, and one if it is wide
  return start + HEAD + ((size & 1) === 0 ? (size + 6) >> 3 : (size + 1) >> 2);
}

const SHEET = 0;
const ROW = 1;
const SCOPE = 2;
const SIZE = 3;
const HEAD = 4;
const FIRST_PIECE = 2 ** 12; // numbers
const PIECE = 2 ** 18;
