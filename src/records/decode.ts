import { type DayRange, isoDate, isSingleDay } from '../model/day.ts';
import type { DiagnosticCode } from '../model/diagnostic.ts';
import { type RawCell, UNCACHED } from '../model/sheet.ts';
import { type Cell, EMPTY, UNKNOWN } from './cell.ts';
import type { Column } from './column.ts';
import { type DateContext, type DateReading, dateOfNumber, dateOfSerial, dateOfText, plainDay } from './date-cell.ts';
import { emptyOrUnknown } from './empty-words.ts';
import { cleanText, normaliseWord } from './normalise.ts';
import { decimal, fen, wholeNumber } from './number-cell.ts';
import { isUnreadable } from './raw-text.ts';
import { LONGEST_REMEMBERED } from './text-keys.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The faults that a column can find in a cell. */
export type CellFaultCode = Extract<
  DiagnosticCode,
  | 'invalid-date'
  | 'invalid-number'
  | 'invalid-word'
  | 'lost-digits'
  | 'error-cell'
  | 'formula-without-value'
  | 'parity-zero'
  | 'bad-encoding'
  | 'sentinel-date'
>;

/** A cell about which there is something to say, and what it is counted as. */
export class CellFault {
  readonly code: CellFaultCode;
  readonly cell: typeof EMPTY | typeof UNKNOWN;

  constructor(code: CellFaultCode, cell: typeof EMPTY | typeof UNKNOWN) {
    this.code = code;
    this.cell = cell;
  }
}

export type Decoded = Cell<unknown> | CellFault;
export type Decoder = (raw: RawCell | undefined) => Decoded;

const MEMORY = 20_000; // distinct words remembered per column; registers repeat a few words and dates over and over
const SAFE_DIGITS = 1e15;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$/i;
const POINT = 0x2e;
const LETTER_E = 0x65;
const LOWER_CASE = 0x20; // the bit that tells a small letter from a capital

const fault = (code: CellFaultCode): CellFault => new CellFault(code, code === 'sentinel-date' ? EMPTY : UNKNOWN);

/** The reading of one column's cells. Every column of a sheet has its own, because it remembers what it has read. */
export function decoder(column: Column, words: Vocabulary, dates: DateContext): Decoder {
  const ofValue = valueDecoder(column, words, dates);
  return (raw) => {
    if (typeof raw === 'string') {
      if (raw === '') return EMPTY;
      return raw.charCodeAt(0) === HASH && isErrorText(raw) ? fault('error-cell') : ofValue(raw);
    }
    if (raw === null || raw === undefined) return EMPTY;
    if (raw === UNCACHED) return fault('formula-without-value');
    if (typeof raw === 'object' && 'error' in raw) return fault('error-cell');
    return ofValue(raw);
  };
}

const HASH = 0x23;

/** Whether a text is what a failed formula shows: of CSV, and of values pasted as text, nothing else is left. */
function isErrorText(text: string): boolean {
  return ERROR_TEXTS.has(text.trim().toUpperCase());
}

const ERROR_TEXTS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

type Value = string | number | boolean | { readonly serial: number };

function valueDecoder({ kind }: Column, words: Vocabulary, dates: DateContext): (raw: Value) => Decoded {
  switch (kind) {
    case 'text':
      return remembering((raw) => text(raw, dates));
    case 'id':
      return (raw) => text(raw, dates); // hardly ever twice the same
    case 'int':
      return remembering((raw) => number(raw, wholeNumber));
    case 'money':
      return remembering((raw) => number(raw, fen));
    case 'decimal':
      return remembering((raw) => number(raw, decimal));
    case 'date': {
      const closely = remembering((raw) => date(raw, dates));
      return (raw) => (typeof raw === 'string' ? plainDay(raw) : undefined) ?? closely(raw);
    }
    case 'parity':
      return remembering((raw) => (typeof raw === 'object' ? fault('invalid-word') : parity(String(raw))));
    default:
      return remembering((raw) =>
        typeof raw === 'object' ? fault('invalid-word') : code(String(raw), (word) => words.codeOf(kind, word)),
      );
  }
}

function text(raw: Value, dates: DateContext): Decoded {
  if (typeof raw === 'number') return Math.abs(raw) >= SAFE_DIGITS ? fault('lost-digits') : String(raw);
  if (typeof raw === 'boolean') return String(raw).toUpperCase();
  if (typeof raw === 'object') return textOfDate(dateOfSerial(raw.serial, dates));
  if (isUnreadable(raw)) return fault('bad-encoding');
  const clean = cleanText(raw);
  if (emptyOrUnknown(clean) !== undefined) return EMPTY;
  return isScientific(clean) ? fault('lost-digits') : clean;
}

/** Whether a text is a number that a spreadsheet has written with an exponent. The pattern is asked for few. */
function isScientific(text: string): boolean {
  const second = text.charCodeAt(1);
  return (second === POINT || (second | LOWER_CASE) === LETTER_E) && SCIENTIFIC.test(text);
}

function textOfDate(reading: DateReading): Decoded {
  if (reading === 'invalid') return fault('invalid-date');
  return reading === 'placeholder' ? EMPTY : isoDate(reading.first);
}

function number<T>(raw: Value, read: (raw: number | string) => T | undefined): Decoded {
  if (typeof raw === 'number') return read(raw) ?? fault('invalid-number');
  if (typeof raw !== 'string') return fault('invalid-number');
  if (isUnreadable(raw)) return fault('bad-encoding');
  const clean = cleanText(raw);
  return emptyOrUnknown(clean) ?? read(clean) ?? fault('invalid-number');
}

function date(raw: Value, dates: DateContext): Decoded {
  if (typeof raw === 'boolean') return fault('invalid-date');
  if (typeof raw === 'object') return dateOrFault(dateOfSerial(raw.serial, dates));
  if (typeof raw === 'number') return dateOrFault(dateOfNumber(raw, dates));
  if (isUnreadable(raw)) return fault('bad-encoding');
  const clean = cleanText(raw);
  return emptyOrUnknown(clean) ?? dateOrFault(dateOfText(clean, dates));
}

function dateOrFault(reading: DateReading): DayRange | CellFault {
  if (reading === 'placeholder') return fault('sentinel-date');
  return reading === 'invalid' ? fault('invalid-date') : reading;
}

function parity(raw: string): Decoded {
  return code(raw, (word) => {
    const plain = normaliseWord(word);
    if (plain === '多孩') return 3;
    if (plain === '头孩' || plain === '頭孩') return 1;
    const match = /^第?(?:([一二三四五六七八九])|(\d{1,3}))[孩胎]?(?:及以上)?$/.exec(plain);
    if (!match) return emptyOrUnknown(plain);
    const order = match[1] === undefined ? Number(match[2]) : '一二三四五六七八九'.indexOf(match[1]) + 1;
    return order === 0 ? fault('parity-zero') : order;
  });
}

function code(raw: string, read: (word: string) => Decoded | undefined): Decoded {
  if (isUnreadable(raw)) return fault('bad-encoding');
  if (raw.trim() === '') return EMPTY;
  return read(raw) ?? fault('invalid-word');
}

/**
 * Remembers what each distinct text was read as. All else is read as quickly as it is found again. A closure of its own, not
 * `remembered`: it is asked of every cell, and V8 puts it into its caller only while nobody else has it.
 */
function remembering(read: (raw: Value) => Decoded): (raw: Value) => Decoded {
  const seen = new Map<string, Decoded>();
  return (raw) => {
    if (typeof raw !== 'string' || raw.length > LONGEST_REMEMBERED) return read(raw);
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const decoded = read(raw);
    if (seen.size < MEMORY) seen.set(raw, decoded);
    return decoded;
  };
}

/** True for a date known only to its month or year. */
export function isVague(cell: Cell<unknown>): cell is DayRange {
  return typeof cell === 'object' && cell !== null && 'first' in cell && !isSingleDay(cell as DayRange); // only dates have `first`
}
