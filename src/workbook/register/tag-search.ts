const SPACE = 32;
const SLASH = 47;
const GREATER_THAN = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const LONGEST_OPENING = 512; // more than any `</prefix:sheetData`: what may be the beginning of one is kept back
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** Finds tags in a piece of XML from left to right, remembering what it has seen, so that no byte is searched twice. */
export class TagSearch {
  readonly #bytes: Buffer;
  readonly #found = new Map<string, number>();
  /** Where the next comment or CDATA begins, and where the last one ended. */
  #aside: number;
  #clear = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#aside = bytes.indexOf('<!', 0, 'latin1');
  }

  /** Where the first tag with one of some openings begins that stands in no comment and no CDATA. */
  next(from: number, openings: readonly string[]): number | undefined {
    let at = from;
    for (;;) {
      const found = Math.min(...openings.map((opening) => this.#indexOf(opening, at)));
      if (this.#aside < 0 || this.#aside > found) return found === Number.POSITIVE_INFINITY ? undefined : found;
      const end = endOfAside(this.#bytes, this.#aside);
      if (end === undefined) return undefined;
      this.#clear = end;
      this.#aside = this.#bytes.indexOf('<!', end, 'latin1');
      at = Math.max(at, end);
    }
  }

  /** How many of the bytes hold nothing that may go on in the next piece, where no further tag was found. */
  get settled(): number {
    const end = Math.max(this.#clear, this.#bytes.length - LONGEST_OPENING);
    return this.#aside < 0 ? end : Math.min(end, this.#aside);
  }

  #indexOf(opening: string, from: number): number {
    const known = this.#found.get(opening);
    if (known !== undefined && known >= from) return known;
    const found = indexOfTag(this.#bytes, opening, from);
    this.#found.set(opening, found);
    return found;
  }
}

/** Where a tag ends that begins at `at`; `undefined` where the bytes end within it. */
export function endOfTag(bytes: Buffer, at: number): number | undefined {
  let quote = 0;
  for (let index = at; index < bytes.length; index++) {
    const byte = bytes[index];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte;
    else if (byte === GREATER_THAN) return index + 1;
  }
  return undefined;
}

function indexOfTag(bytes: Buffer, opening: string, from: number): number {
  for (let at = bytes.indexOf(opening, from, 'latin1'); at >= 0; at = bytes.indexOf(opening, at + 1, 'latin1')) {
    const next = bytes[at + opening.length];
    if (next === undefined || next <= SPACE || next === GREATER_THAN || next === SLASH) return at;
  }
  return Number.POSITIVE_INFINITY;
}

function endOfAside(bytes: Buffer, at: number): number | undefined {
  const ending = ASIDES.find(([opening]) => bytes.toString('latin1', at, at + opening.length) === opening)?.[1];
  const end = ending === undefined ? -1 : bytes.indexOf(ending, at, 'latin1');
  return ending === undefined || end < 0 ? undefined : end + ending.length;
}
