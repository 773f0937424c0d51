import { createRequire } from 'node:module';

export interface CsvText {
  readonly text: string;
  readonly separator: string;
  /** True if the file ends with the text. */
  readonly isLast: boolean;
  /** The most characters a cell may have: a quote open for longer was never closed. */
  readonly most: number;
}

type Parse = (text: string, options: object) => string[][];

let parse: Parse | undefined;

/** The fields of whole rows that hold quotes, as csv-parse reads them. It is loaded at the first quote: most files have none. */
export function parseQuotedRows(text: string, separator: string): (string | null)[][] {
  // `require`, because rows are read by plain functions, which cannot await an import.
  parse ??= (createRequire(import.meta.url)('csv-parse/sync') as { readonly parse: Parse }).parse;
  return parse(text, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
  });
}

/**
 * Where the row after one with quotes begins: `unfinished` if the text ends first, `unclosed` if a field opens a quote
 * that nothing closes before the field's end, which csv-parse would find only at the end of the file. Quotes within a
 * field that does not begin with one stand for themselves.
 */
export function endOfQuotedRow(csv: CsvText, start: number): number | 'unfinished' | 'unclosed' {
  const { text, separator, isLast } = csv;
  let at = start;
  for (;;) {
    const behind = text[at] === '"' ? endOfQuoted(csv, at) : at;
    if (typeof behind === 'string') return behind;
    const end = plainEnd(csv, behind);
    if (end === text.length) return isLast ? end : 'unfinished';
    if (text[end] !== separator) {
      if (text[end] !== '\r') return end + 1;
      if (end + 1 === text.length && !isLast) return 'unfinished';
      return text[end + 1] === '\n' ? end + 2 : end + 1;
    }
    at = end + 1;
  }
}

function endOfQuoted({ text, separator, isLast, most }: CsvText, opening: number): number | 'unfinished' | 'unclosed' {
  let from = opening + 1;
  let doubled = 0;
  for (;;) {
    const quote = text.indexOf('"', from);
    const isOpen = quote < 0 || (quote === text.length - 1 && !isLast);
    // A quote at the end of the text may close the field, and is none of its characters then.
    const end = quote < 0 ? text.length : quote;
    if (end - opening - 1 - doubled > most) return 'unclosed';
    if (isOpen) return isLast ? 'unclosed' : 'unfinished';
    const behind = text[quote + 1];
    if (behind !== '"') {
      const isClosed = behind === undefined || behind === separator || behind === '\n' || behind === '\r';
      // Text behind the closing quote: on one line the quotes were text (“甲”乙); over lines one is missing.
      return !isClosed && /[\r\n]/.test(text.slice(opening, quote)) ? 'unclosed' : quote + 1;
    }
    from = quote + 2;
    doubled++;
  }
}

function plainEnd({ text, separator }: CsvText, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === separator || character === '\n' || character === '\r') break;
    at++;
  }
  return at;
}
