import type { CellRange } from '../../model/sheet.ts';

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** The range of a reference such as `B2:C9`, or of one cell; `undefined` for what is no reference within a sheet. */
export function parseRange(reference: string): CellRange | undefined {
  const colon = reference.indexOf(':');
  const first = parseCell(colon < 0 ? reference : reference.slice(0, colon));
  const last = colon < 0 ? first : parseCell(reference.slice(colon + 1));
  if (first === undefined || last === undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** The place of a reference such as `B2`; `undefined` for what is no reference within a sheet. */
export function parseCell(reference: string): CellPlace | undefined {
  const place = parsePlace(reference);
  return place !== undefined && place.row <= MOST_ROWS && place.column < MOST_COLUMNS ? place : undefined;
}

/** The same, also where a sheet has no such row or column. Read a character at a time: workbooks have millions. */
export function parsePlace(reference: string): CellPlace | undefined {
  const text = reference.trim();
  const lettersAt = behindDollar(text, 0);
  let at = lettersAt;
  let column = 0;
  for (let letter = letterAt(text, at); letter > 0; letter = letterAt(text, ++at)) column = column * 26 + letter;
  const digitsAt = behindDollar(text, at);
  const letters = at - lettersAt;
  const digits = text.length - digitsAt;
  if (letters < 1 || letters > MOST_LETTERS || digits < 1 || digits > MOST_DIGITS) return undefined;
  let row = 0;
  for (at = digitsAt; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return row >= 1 ? { row, column: column - 1 } : undefined;
}

/** The number of a letter, from 1, whatever its case; 0 of what is none. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) | SMALL) - A + 1; // behind the end NaN, which is no letter either
  return letter >= 1 && letter <= 26 ? letter : 0;
}

function behindDollar(text: string, at: number): number {
  return text.charCodeAt(at) === DOLLAR ? at + 1 : at;
}

const MOST_LETTERS = 3;
const MOST_DIGITS = 7;
const A = 'a'.charCodeAt(0);
const SMALL = 32; // the bit that makes a letter of ASCII small
const ZERO = '0'.charCodeAt(0);
const DOLLAR = '$'.charCodeAt(0);

export interface CellPlace {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}
