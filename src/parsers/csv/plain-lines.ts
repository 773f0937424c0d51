import type { CellsWanted, Row } from '../../model/sheet.ts';
import { WantedCells } from '../wanted-cells.ts';
import { ColumnWords } from './column-words.ts';
import type { CsvCount } from './csv-count.ts';
import { type Block, FIELD_SIZE, LINE_SIZE, LineFields, MOST_COLUMNS } from './line-fields.ts';

/**
 * Splits lines of CSV in UTF-8 with no quotes but those around fields: by their bytes, so that no text is made of what
 * nobody will look at, nor a second one of what a column has said before.
 */
export class PlainLines {
  readonly #separator: number;
  readonly #count: CsvCount;
  readonly #wanted: WantedCells;
  /** The columns of which the fields are found for us, in order: all that are wanted of most rows… */
  readonly #columns: readonly number[];
  /** …which have no more fields than these: as the header has, and perhaps a separator behind the last. */
  readonly #mostFields: number;
  /** How many fields the header has. */
  readonly #width: number;
  /** How many cells are kept of a row that has no more. */
  readonly #cellsKept: number;
  /** Whether only some cells are wanted, so that a row may be wanted whole that was not split so. */
  readonly #isLimited: boolean;
  readonly #fields: LineFields;
  readonly #words: ColumnWords[] = [];

  /** Takes the separator, the most bytes that will be read in one go, and which cells are wanted. */
  constructor(separator: number, most: number, count: CsvCount, wanted: CellsWanted | undefined) {
    this.#separator = separator;
    this.#count = count;
    this.#isLimited = wanted !== undefined;
    this.#wanted = new WantedCells(wanted);
    this.#width = wanted?.width ?? MOST_COLUMNS;
    this.#mostFields = Math.min(this.#width + 1, MOST_COLUMNS);
    this.#columns = Array.from({ length: this.#mostFields }, (_, column) => column).filter(
      (column) => column <= this.#wanted.first || this.#wanted.has(column),
    );
    this.#cellsKept = 1 + (this.#columns.findLast((column) => column < this.#width) ?? -1);
    this.#fields = new LineFields(separator, most, this.#columns);
  }

  /** Where the bytes are put that are to be read. */
  get block(): Block {
    return this.#fields.block;
  }

  /**
   * The rows of whole lines, from one place in the block up to another; and where a line begins that cannot be read this
   * way, being too long or having other quotes than around fields, or the end.
   */
  read(from: number, to: number, mayBeQuoted: boolean): { readonly rows: readonly Row[]; readonly next: number } {
    const { block, found, size } = this.#fields;
    const rows: Row[] = [];
    const texts = new Texts(block, from, to);
    let next = from;
    while (next < to) {
      const end = size * this.#fields.find(next, to, mayBeQuoted);
      if (end === 0) break;
      for (let at = 0; at < end; at += size) {
        const line = { at, fields: found[at] ?? 0, start: found[at + 1] ?? 0, end: found[at + 2] ?? 0, mayBeQuoted };
        const length = line.end - line.start - QUOTES * (found[at + 4] ?? 0);
        if (length > this.#count.limits.characters) return { rows, next: line.start };
        const number = this.#count.line(line.fields);
        if (length >= line.fields) rows.push({ number, cells: this.#cells(texts, line, number), hidden: false });
        next = found[at + 3] ?? 0;
      }
    }
    return { rows, next };
  }

  #cells(texts: Texts, line: Line, number: number): Row['cells'] {
    if (line.fields > this.#mostFields) return this.#allCells(line);
    const columns = this.#columns;
    const { found } = this.#fields;
    const most = line.fields > this.#width ? line.fields : this.#cellsKept;
    const cells = new Array<string | null | undefined>(Math.min(line.fields, most));
    for (let i = 0, at = line.at + LINE_SIZE; i < columns.length; i++, at += FIELD_SIZE) {
      const column = columns[i] as number;
      if (column >= line.fields) break;
      const [start, endAndWide] = [found[at] as number, found[at + 1] as number];
      cells[column] = start === endAndWide >> 1 ? null : texts.of(this.#wordsOf(column), start, endAndWide);
    }
    const isMore = this.#isLimited && this.#wanted.isWhole(number, cells);
    return isMore ? this.#allCells(line) : cells;
  }

  #allCells({ start, end, mayBeQuoted }: Line): Row['cells'] {
    const bytes = this.block.bytes.subarray(start, end);
    const cells: (string | null)[] = [];
    for (let at = 0; at <= bytes.length; ) {
      const isQuoted = mayBeQuoted && bytes[at] === QUOTE;
      const from = isQuoted ? at + 1 : at;
      const found = bytes.indexOf(isQuoted ? QUOTE : this.#separator, from);
      const to = found < 0 ? bytes.length : found;
      cells.push(to === from ? null : bytes.toString('utf8', from, to));
      at = isQuoted ? to + QUOTES : to + 1;
    }
    return cells;
  }

  #wordsOf(column: number): ColumnWords {
    const known = this.#words[column];
    if (known !== undefined) return known;
    const words = new ColumnWords();
    this.#words[column] = words;
    return words;
  }
}

interface Line {
  /** Where what was found of it stands. */
  readonly at: number;
  readonly fields: number;
  readonly start: number;
  readonly end: number;
  readonly mayBeQuoted: boolean;
}

const QUOTE = 34;
const QUOTES = 2; // of a field

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

  /** The text of a field in a column with these words: where it begins, and where it ends as it was found. */
  of(words: ColumnWords, start: number, endAndWide: number): string {
    const { bytes, view } = this.#block;
    const end = endAndWide >> 1;
    const length = end - start;
    if (!words.takes(length))
      return (endAndWide & 1) === 0 ? this.#ascii(start, end) : bytes.toString('utf8', start, end);
    const known = words.find(view, start, length);
    if (known !== undefined) return known;
    const text = bytes.toString('utf8', start, end); // no part of the block's text, which it would keep in memory
    words.learn(text, view, start, length);
    return text;
  }

  #ascii(start: number, end: number): string {
    this.#latin ??= this.#block.bytes.toString('latin1', this.#from, this.#to); // a character a byte: its places are those of the block
    return this.#latin.slice(start - this.#from, end - this.#from);
  }
}
