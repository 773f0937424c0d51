export interface CsvText {
  readonly text: string;
  readonly separator: string;
  /** True if the file ends with the text. */
  readonly isLast: boolean;
  /** The most characters a cell may have: a quote open for longer was never closed. */
  readonly most: number;
}

export interface QuotedRow {
  readonly fields: (string | null)[];
  /** Where the next row begins. */
  readonly next: number;
}

/**
 * Reads a row with quotes in it: `unfinished` if the text ends first, `unclosed` if a field opens a quote that nothing
 * closes before the field's end. Quotes within a field that does not begin with one stand for themselves.
 */
export function readQuotedRow(csv: CsvText, start: number): QuotedRow | 'unfinished' | 'unclosed' {
  const { text, separator, isLast } = csv;
  const fields: (string | null)[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? readQuoted(csv, at) : { value: '', end: at };
    if (typeof field === 'string') return field;
    const end = plainEnd(csv, field.end);
    fields.push(field.value + text.slice(field.end, end));
    if (end === text.length) return isLast ? { fields, next: end } : 'unfinished';
    if (text[end] !== separator) {
      if (text[end] !== '\r') return { fields, next: end + 1 };
      if (end + 1 === text.length && !isLast) return 'unfinished';
      return { fields, next: text[end + 1] === '\n' ? end + 2 : end + 1 };
    }
    at = end + 1;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readQuoted({ text, separator, isLast, most }: CsvText, opening: number): Field | 'unfinished' | 'unclosed' {
  let value = '';
  let from = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    const isOpen = quote < 0 || (quote === text.length - 1 && !isLast);
    if (value.length + (isOpen ? text.length : quote) - from > most) return 'unclosed';
    if (isOpen) return isLast ? 'unclosed' : 'unfinished';
    value += text.slice(from, quote);
    const behind = text[quote + 1];
    if (behind !== '"') {
      const isClosed = behind === undefined || behind === separator || behind === '\n' || behind === '\r';
      if (isClosed) return { value, end: quote + 1 };
      // Text behind the closing quote: on one line the quotes were text (“甲”乙); over lines one is missing.
      return /[\r\n]/.test(value) ? 'unclosed' : { value: `"${value}"`, end: quote + 1 };
    }
    value += '"';
    from = quote + 2;
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
