import type { Row } from '../../model/sheet.ts';
import type { WantedCells } from '../wanted-cells.ts';
import { ColumnWords } from './column-words.ts';
import type { CsvCount } from './csv-count.ts';
import { type Block, FieldEnds, NEWLINE, RETURN } from './field-ends.ts';

/**
 * Splits lines of CSV in UTF-8 without quotes: by their bytes, so that no text is made of what nobody will look at, nor
 * a second one of what a column has said before.
 */
export class PlainLines {
  readonly #count: CsvCount;
  readonly #ends: FieldEnds;
  readonly #wanted: WantedCells;
  readonly #columns: ColumnWords[] = [];
  /** The cells of the line in hand: each row takes a copy of just its size. */
  readonly #cells: (string | null | undefined)[] = [];

  /** Takes the separator, the most bytes that will be read in one go, and which cells are wanted. */
  constructor(separator: number, most: number, count: CsvCount, wanted: WantedCells) {
    this.#count = count;
    this.#ends = new FieldEnds(separator, most);
    this.#wanted = wanted;
  }

  /** Where the bytes are put that are to be read. */
  get block(): Block {
    return this.#ends.block;
  }

  /**
   * The rows of whole lines, from one place in the block up to another; and where a line begins that is too long to be
   * read this way, or the end.
   */
  read(from: number, to: number): { readonly rows: readonly Row[]; readonly next: number } {
    const { block, places } = this.#ends;
    const { bytes } = block;
    const count = this.#ends.find(from, to);
    const rows: Row[] = [];
    const texts = new Texts(block, from, to);
    let start = from;
    for (let first = 0; first < count; ) {
      let last = first;
      while ((places[last] as number) >= 0) last++; // the last of all ends a line
      const place = ~(places[last] as number);
      const end = place > start && bytes[place] === NEWLINE && bytes[place - 1] === RETURN ? place - 1 : place;
      if (end - start > this.#count.limits.characters) return { rows, next: start };
      const number = this.#count.line(last - first + 1);
      if (end - start > last - first) rows.push(this.#row(texts, { number, start, end, first, last }));
      start = place + 1;
      first = last + 1;
    }
    return { rows, next: start };
  }

  #row(texts: Texts, { number, start, end, first, last }: Line): Row {
    const { places } = this.#ends;
    const cells = this.#cells;
    let isWhole = true;
    let at = start;
    for (let i = first; i <= last; i++) {
      const column = i - first;
      const fieldEnd = i === last ? end : (places[i] as number);
      if (fieldEnd === at) cells[column] = null;
      else if (isWhole || this.#wanted.has(column)) cells[column] = texts.of(this.#column(column), at, fieldEnd);
      else cells[column] = undefined;
      if (column === this.#wanted.first) isWhole = !this.#wanted.isPartOf(number, cells);
      at = fieldEnd + 1;
    }
    return { number, cells: cells.slice(0, last - first + 1), hidden: false };
  }

  /** The words of a column; beyond some, where no register has any, none are remembered: a line may have thousands. */
  #column(column: number): ColumnWords | undefined {
    const known = this.#columns[column];
    if (known !== undefined || column >= MOST_COLUMNS) return known;
    const words = new ColumnWords();
    this.#columns[column] = words;
    return words;
  }
}

interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** Its field ends: the last is that of the line. */
  readonly first: number;
  readonly last: number;
}

/** The texts of a block. */
class Texts {
  readonly #block: Block;
  readonly #from: number;
  readonly #to: number;
  #latin: string | undefined;

  constructor(block: Block, from: number, to: number) {
    this.#block = block;
    this.#from = from;
    this.#to = to;
  }

  /** The text from one place to another, in a column with these words. */
  of(words: ColumnWords | undefined, start: number, end: number): string {
    const { bytes, view } = this.#block;
    const length = end - start;
    if (words === undefined || !words.takes(length)) return this.#read(start, end);
    const known = words.find(view, start, length);
    if (known !== undefined) return known;
    const text = bytes.toString('utf8', start, end); // no part of the block's text, which it would keep in memory
    words.learn(text, view, start, length);
    return text;
  }

  #read(start: number, end: number): string {
    const { bytes } = this.#block;
    for (let i = start; i < end; i++) if ((bytes[i] ?? 0) >= 0x80) return bytes.toString('utf8', start, end);
    this.#latin ??= bytes.toString('latin1', this.#from, this.#to); // a character a byte: its places are those of the block
    return this.#latin.slice(start - this.#from, end - this.#from);
  }
}

const MOST_COLUMNS = 64;
