import type { StyleBook } from '../package/style-book.ts';
import { attributeOf } from '../xml/tag-attributes.ts';
import { newRow, patchedRow, type RowContext } from './row-patch.ts';
import { markedRows } from './sheet-marks.ts';
import { endOfTag, TagSearch } from './tag-search.ts';

/** How far a scan of the rows got, and whether their end was seen. */
export interface Scanned {
  readonly at: number;
  readonly isAtEnd: boolean;
}

/**
 * Passes the rows of a sheet on, chunk by chunk, and patches those that bear marks. Rows without any are not looked
 * into, unless an earlier run may have marked them.
 */
export class RowStream {
  readonly #context: RowContext;
  readonly #write: (bytes: Buffer) => void;
  readonly #opening: string;
  readonly #ending: string;
  readonly #looksIntoAll: boolean;
  readonly #marked: ReadonlySet<number>;
  /** The rows to patch that are still ahead, the next one last. */
  readonly #due: number[];
  #lastRow = 0;

  constructor(context: RowContext & { readonly styles: StyleBook }, write: (bytes: Buffer) => void) {
    this.#context = context;
    this.#write = write;
    this.#opening = `<${context.prefix}row`;
    this.#ending = `</${context.prefix}sheetData`;
    this.#due = [...markedRows(context.marks)].reverse();
    this.#marked = new Set(this.#due);
    this.#looksIntoAll = context.styles.hasMarks || context.marks.formerColumn !== null;
  }

  /** Passes on as much of some bytes as can be; the rest must come again in front of the next. */
  scan(bytes: Buffer): Scanned {
    const search = new TagSearch(bytes);
    let passed = 0;
    let at = 0;
    for (;;) {
      const tagAt = search.next(at, [this.#opening, this.#ending]);
      if (tagAt === undefined) return this.#stop(bytes, passed, Math.max(at, search.settled));
      const tagEnd = endOfTag(bytes, tagAt);
      if (tagEnd === undefined) return this.#stop(bytes, passed, tagAt);
      if (bytes[tagAt + 1] === SLASH) {
        this.#write(bytes.subarray(passed, tagAt));
        this.#insertUntil(Number.POSITIVE_INFINITY);
        return { at: tagAt, isAtEnd: true };
      }
      const row = this.#numberOf(bytes, tagAt, tagEnd);
      const isPatched = this.#looksIntoAll || this.#marked.has(row);
      if (isPatched || (this.#due.at(-1) ?? Number.POSITIVE_INFINITY) < row) {
        const end = isPatched ? this.#endOfRow(bytes, tagEnd, search) : tagEnd;
        if (end === undefined) return this.#stop(bytes, passed, tagAt);
        this.#write(bytes.subarray(passed, tagAt));
        this.#insertUntil(row);
        this.#write(isPatched ? this.#patched(bytes, { start: tagAt, end, row }) : bytes.subarray(tagAt, end));
        passed = end;
        if (this.#due.at(-1) === row) this.#due.pop();
        at = end;
      } else at = tagEnd;
      this.#lastRow = row;
    }
  }

  /** The rows that a sheet without any gets. */
  writeAll(): void {
    this.#insertUntil(Number.POSITIVE_INFINITY);
  }

  #stop(bytes: Buffer, passed: number, at: number): Scanned {
    if (at > passed) this.#write(bytes.subarray(passed, at));
    return { at, isAtEnd: false };
  }

  #patched(bytes: Buffer, { start, end, row }: Readonly<{ start: number; end: number; row: number }>): Buffer {
    const source = bytes.toString('latin1', start, end);
    const patched = patchedRow(source, row, this.#context);
    return patched === source ? bytes.subarray(start, end) : Buffer.from(patched, 'latin1');
  }

  #insertUntil(row: number): void {
    for (let due = this.#due.at(-1); due !== undefined && due < row; due = this.#due.at(-1)) {
      this.#write(Buffer.from(newRow(due, this.#context), 'latin1'));
      this.#due.pop();
    }
  }

  /** Rows may leave their number out: then they follow the one before. */
  #numberOf(bytes: Buffer, start: number, end: number): number {
    const plain = this.#plainNumber(bytes, start + this.#opening.length);
    return plain ?? Number(attributeOf(bytes.toString('latin1', start, end), 'r') ?? this.#lastRow + 1);
  }

  /** The number of a row that says it first, in the way of nearly all programs: ` r="17"`. */
  #plainNumber(bytes: Buffer, at: number): number | undefined {
    if (bytes[at] !== SPACE || bytes[at + 1] !== LETTER_R || bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE)
      return undefined;
    let number = 0;
    for (let index = at + 4; ; index++) {
      const digit = (bytes[index] ?? QUOTE) - ZERO;
      if (digit < 0 || digit > 9) return bytes[index] === QUOTE && index > at + 4 ? number : undefined;
      number = number * 10 + digit;
    }
  }

  #endOfRow(bytes: Buffer, tagEnd: number, search: TagSearch): number | undefined {
    if (bytes[tagEnd - 2] === SLASH) return tagEnd;
    const closing = search.next(tagEnd, [`</${this.#context.prefix}row`]);
    return closing === undefined ? undefined : endOfTag(bytes, closing);
  }
}

const SLASH = 47;
const SPACE = 32;
const QUOTE = 34;
const ZERO = 48;
const EQUALS = 61;
const LETTER_R = 114;
