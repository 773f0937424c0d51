import type { Row, RowBatch, SheetFault } from '../../model/sheet.ts';
import { beyondLimit } from '../refusal.ts';
import type { CsvCount } from './csv-count.ts';
import { type CsvText, endOfQuotedRow, parseQuotedRows } from './csv-quotes.ts';

/**
 * Splits the text of a CSV file, pushed by the chunk, into rows. Lines without a quote, nearly all there are, are split
 * at the separators; the others are found here and read by csv-parse. Blank lines count, so that a row has the number that
 * a spreadsheet shows.
 */
export class CsvRows {
  private readonly separator: string;
  private readonly count: CsvCount;
  private rest = '';
  private arePlain = false;
  private rows: Row[] = [];
  private faults: SheetFault[] = [];

  constructor(separator: string, count: CsvCount) {
    this.separator = separator;
    this.count = count;
  }

  /** True once a quote was never closed: from there on they stand for themselves. */
  get quotesArePlain(): boolean {
    return this.arePlain;
  }

  /** False while a row waits for its end. */
  get isBetweenRows(): boolean {
    return this.rest === '';
  }

  /** Takes the next text and returns the rows finished with it. */
  push(text: string): RowBatch {
    return this.read(this.rest + text, false);
  }

  /** The last rows: those that only the end of the file finishes. */
  end(): RowBatch {
    return this.read(this.rest, true);
  }

  private read(text: string, isLast: boolean): RowBatch {
    this.rest = text.slice(this.scan(text, isLast));
    if (this.rest.length > LONGEST_ROW) throw this.count.refuse(endlessRow(this.count.number + 1));
    const batch = { rows: this.rows, faults: this.faults };
    this.rows = [];
    this.faults = [];
    if (!text.includes(REPLACEMENT)) return batch;
    const bad = batch.rows.filter(({ cells }) =>
      cells.some((cell) => typeof cell === 'string' && cell.includes(REPLACEMENT)),
    );
    return {
      ...batch,
      faults: [...batch.faults, ...bad.map((row) => ({ code: 'bad-encoding' as const, row: row.number }))],
    };
  }

  /** Reads all the rows that end within the text, and returns where the first that does not begins. */
  private scan(text: string, isLast: boolean): number {
    const marks = new Marks(text);
    let at = 0;
    while (at < text.length) {
      const line = marks.lineFrom(at, isLast);
      if (this.hasQuote(marks, at, line?.end ?? text.length)) {
        const run = this.quotedRun(
          { text, separator: this.separator, isLast, most: this.count.limits.characters },
          marks,
          at,
        );
        if (run.next > at)
          for (const fields of parseQuotedRows(text.slice(at, run.next), this.separator))
            this.add(fields, run.next - at);
        at = run.next;
        if (run.stop === 'unfinished') return at;
        if (run.stop === 'unclosed') this.beginPlain();
      } else if (line === undefined) return at;
      else {
        this.add(text.slice(at, line.end).split(this.separator), line.end - at);
        at = line.next;
      }
    }
    return at;
  }

  private hasQuote(marks: Marks, at: number, end: number): boolean {
    return !this.quotesArePlain && marks.quoteFrom(at) < end;
  }

  /** The rows from here that hold quotes, as far as they end, and what comes behind them. */
  private quotedRun(
    csv: CsvText,
    marks: Marks,
    start: number,
  ): { readonly next: number; readonly stop: 'end' | 'unfinished' | 'unclosed' } {
    let next = start;
    while (
      next < csv.text.length &&
      this.hasQuote(marks, next, marks.lineFrom(next, csv.isLast)?.end ?? csv.text.length)
    ) {
      const end = endOfQuotedRow(csv, next);
      if (typeof end === 'string') return { next, stop: end };
      next = end;
    }
    return { next, stop: 'end' };
  }

  private beginPlain(): void {
    this.faults.push({ code: 'csv-unclosed-quote', row: this.count.number + 1 });
    this.arePlain = true;
  }

  /** Takes a row over: the fields become its cells in place, an array of its own less for each of a million rows. */
  private add(fields: (string | null)[], size: number): void {
    const { limits, refuse } = this.count;
    const number = this.count.line(fields.length);
    if (size > limits.characters && fields.some((field) => (field?.length ?? 0) > limits.characters)) {
      throw refuse(beyondLimit(limits, 'characters'));
    }
    let hasValue = false;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] === '') fields[i] = null;
      else hasValue = true;
    }
    if (hasValue) this.rows.push({ number, cells: fields, hidden: false });
  }
}

/** Where the next line end and quote are; each is looked for once, however many rows ask. */
class Marks {
  private readonly text: string;
  private newline = -1;
  private return = -1;
  private quote = -1;

  constructor(text: string) {
    this.text = text;
  }

  quoteFrom(at: number): number {
    if (this.quote < at) this.quote = find(this.text, '"', at);
    return this.quote;
  }

  /** The line from `at`, or `undefined` where the text ends before the line does. */
  lineFrom(at: number, isLast: boolean): { readonly end: number; readonly next: number } | undefined {
    const { text } = this;
    if (this.newline < at) this.newline = find(text, '\n', at);
    if (this.return < at) this.return = find(text, '\r', at);
    const end = Math.min(this.newline, this.return);
    if (end === text.length) return isLast ? { end, next: end } : undefined;
    if (end === this.newline) return { end, next: end + 1 };
    if (end + 1 === text.length && !isLast) return undefined; // a newline may follow
    return { end, next: this.newline === end + 1 ? end + 2 : end + 1 };
  }
}

function find(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

const REPLACEMENT = '\uFFFD';
const LONGEST_ROW = 4 * 1024 * 1024;

function endlessRow(row: number) {
  return {
    zh: `第 ${row} 行没有尽头，不像 CSV 文件。请从原来的表格重新导出为 CSV。`,
    en: `does not look like CSV: row ${row} does not end. Export it as CSV again from where it came.`,
  };
}
