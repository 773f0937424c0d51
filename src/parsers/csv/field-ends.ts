/** Bytes, to be looked at one by one or four by four; the last to be looked at have three more behind them. */
export interface Block {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/**
 * Finds where the fields and lines of CSV end, four bytes at a time. Only bytes below 128 are looked for, which in UTF-8
 * are never part of another character.
 */
export class FieldEnds {
  /** In order, as many as `find` has counted: where a separator stands, or the complement (~) of where a line end does. */
  readonly places: Int32Array;
  private readonly separator: number;

  /** Takes the separator, and the most bytes that will be looked at in one go. */
  constructor(separator: number, most: number) {
    this.separator = separator;
    this.places = new Int32Array(most);
  }

  /** Looks at the bytes from one place up to another, and returns how many ends there are. */
  find({ bytes, view }: Block, from: number, to: number): number {
    const { places, separator } = this;
    const pattern = Math.imul(separator, 0x01010101);
    let count = 0;
    for (let at = from; at < to; at += 4) {
      const word = view.getInt32(at, true);
      const differs = word ^ pattern;
      // The upper bit of each byte that is the separator, and of those below 32: line ends, and a few that are neither.
      let hits = ~(((differs & LOWER) + LOWER) | differs | LOWER) | ((word - SPACES) & ~word & UPPER);
      while (hits !== 0) {
        const place = at + ((31 - Math.clz32(hits & -hits)) >> 3);
        hits &= hits - 1;
        if (place >= to) break;
        const byte = bytes[place];
        if (byte === separator) places[count++] = place;
        else if (byte === NEWLINE || (byte === RETURN && bytes[place + 1] !== NEWLINE)) places[count++] = ~place;
      }
    }
    return count;
  }
}

const LOWER = 0x7f7f7f7f;
const UPPER = 0x80808080 | 0;
const SPACES = 0x20202020;
export const NEWLINE = 10;
export const RETURN = 13;
