import { createHmac } from 'node:crypto';
import { type RawCell, UNCACHED } from '../model/sheet.ts';

/** What a check code is of: a problem at a place, and what was there. */
export interface CheckSubject {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** What the cell holds; of a problem without a cell what is said of it. */
  readonly content: string;
}

/**
 * A short keyed digest by which it is known that a cell has not changed. The key stands in front of it: it is no secret,
 * but makes codes of one workbook tell nothing about another's.
 */
export function checkCode(key: string, { code, sheet, cell, content }: CheckSubject): string {
  const digest = createHmac('sha256', key)
    .update(JSON.stringify([code, sheet, cell, content]))
    .digest('hex');
  return `${key}-${digest.slice(0, DIGITS)}`;
}

/** The key of a check code, or `undefined` for what is none. */
export function keyOf(checkCodeText: string): string | undefined {
  return /^([0-9a-f]{6})-[0-9a-f]{10}$/.exec(checkCodeText)?.[1];
}

/** A key for a workbook, by the digest of its bytes: the same for the same workbook. */
export function keyFor(sha256: string): string {
  return sha256.slice(0, KEY_DIGITS).padEnd(KEY_DIGITS, '0');
}

/** What a cell holds, so that it can be told from anything else it may come to hold. */
export function contentOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell === UNCACHED) return 'uncached';
  if (typeof cell === 'object') return 'serial' in cell ? `date ${cell.serial}` : `error ${cell.error}`;
  return `${typeof cell} ${cell}`;
}

const DIGITS = 10;
const KEY_DIGITS = 6;
