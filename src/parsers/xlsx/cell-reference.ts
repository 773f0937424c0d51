import type { CellRange } from '../../model/sheet.ts';

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** The range of a reference such as `B2:C9`, or of one cell; `undefined` for what is no reference within a sheet. */
export function parseRange(reference: string): CellRange | undefined {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [parseCell(from), parseCell(to)];
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

/** The same, also where a sheet has no such row or column. */
export function parsePlace(reference: string): CellPlace | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(reference.trim()) ?? [];
  if (letters === undefined) return undefined;
  const row = Number(digits);
  const column = [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return row >= 1 ? { row, column } : undefined;
}

export interface CellPlace {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}
