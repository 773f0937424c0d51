import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { CellsWanted, RowBatch } from '../../model/sheet.ts';
import { BYTES_OF_TEXT } from '../encoding.ts';
import type { CsvCount } from './csv-count.ts';
import { CsvRows } from './csv-rows.ts';
import { PlainLines } from './plain-lines.ts';

/**
 * Reads CSV in UTF-8, pushed by the piece: lines with no quotes but those around fields, nearly all there are, by their
 * bytes; all else as text, with the same outcome.
 */
export class CsvBytes {
  readonly #text: CsvRows;
  readonly #plain: PlainLines;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // the mark at the start is passed over here
  readonly #step: number;
  /** How many bytes in the block wait for the end of their line. */
  #waiting = 0;
  #isAtStart = true;
  /** How many bytes are read as text, up to the end of their line, where a line is not plain: more and more while plain ones are few. */
  #asText = 1;

  /** `step`: how many bytes are read at once; a line of fewer is never left to the other way for its length. */
  constructor(separator: string, count: CsvCount, wanted: CellsWanted | undefined, step: number = BYTES_OF_TEXT) {
    this.#text = new CsvRows(separator, count);
    this.#plain = new PlainLines(separator.charCodeAt(0), 2 * step, count, wanted);
    this.#step = step;
  }

  /** Takes the next bytes and gives the rows finished with them. */
  *push(piece: Buffer): Generator<RowBatch> {
    const { bytes } = this.#plain.block;
    const step = this.#step;
    for (let at = 0; at < piece.length; at += step) {
      const filled = this.#waiting + piece.copy(bytes, this.#waiting, at, at + step);
      const lines = bytes.lastIndexOf(NEWLINE, filled - 1) + 1;
      const end = lines === 0 && filled > step ? filled : lines;
      if (end > 0) yield* this.#rowsTo(end, lines > 0);
      this.#waiting = bytes.copy(bytes, 0, end, filled);
    }
  }

  /** The last rows: those that only the end of the file finishes. */
  *end(): Generator<RowBatch> {
    const rest = this.#plain.block.bytes.subarray(this.#markIn(this.#waiting), this.#waiting);
    yield this.#text.push(this.#decoder.decode(rest));
    yield this.#text.end();
  }

  /** The rows of the block, of which whole lines may be plain. */
  *#rowsTo(end: number, isWhole: boolean): Generator<RowBatch> {
    const { bytes } = this.#plain.block;
    let from = this.#markIn(end);
    const block = bytes.subarray(from, end);
    // A character that was replaced before, by whoever made the file, is as lost as one that cannot be read.
    const mayBePlain = isWhole && isUtf8(block) && !block.includes(REPLACEMENT);
    const hasQuotes = mayBePlain && block.includes(QUOTE);
    while (from < end) {
      const isPlain = mayBePlain && this.#text.isBetweenRows;
      if (isPlain) {
        const { rows, next } = this.#plain.read(from, end, hasQuotes && !this.#text.quotesArePlain);
        yield { rows, faults: [] };
        if (next < end) this.#asText = next - from < FEW ? Math.min(2 * this.#asText, this.#step) : 1;
        from = next;
      }
      const until = isPlain ? behindLine(bytes, from + this.#asText - 1, end) : end;
      if (from < until) yield this.#text.push(this.#decoder.decode(bytes.subarray(from, until), { stream: true }));
      from = until;
    }
  }

  /** How many bytes at the start of the block are the mark of the encoding, which only the first may hold. */
  #markIn(end: number): number {
    const isMarked =
      this.#isAtStart && end >= MARK.length && MARK.equals(this.#plain.block.bytes.subarray(0, MARK.length));
    this.#isAtStart = false;
    return isMarked ? MARK.length : 0;
  }
}

/** Just behind the line that a place is in, or the end. */
function behindLine(bytes: Buffer, place: number, end: number): number {
  const newline = bytes.indexOf(NEWLINE, place);
  return newline < 0 ? end : Math.min(newline + 1, end);
}

const FEW = 4096; // bytes: reading as text begins anew each time, which takes as long as some lines do
const NEWLINE = 10;
const MARK = Buffer.from('\uFEFF');
const REPLACEMENT = Buffer.from('\uFFFD');
const QUOTE = 34;
