import { type Exact, parseDecimal } from '../model/exact.ts';
import { withoutSpaces } from './normalise.ts';

const UNITS = /(?:人|元|例|次|名|户|戶|年度|年)$/;
const GROUPED = /^[+-]?\d{1,3}([, ])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;
const FEN_PER_YUAN = 100;
const SLACK = 1e-6; // what adding up in doubles may leave behind: 0.1 + 0.2 is 0.30000000000000004

/** A whole number, not negative. */
export function wholeNumber(raw: number | string): number | undefined {
  const value = typeof raw === 'number' ? raw : plainNumber(raw);
  return value === undefined ? undefined : near(value);
}

/** An amount in whole fen. */
export function fen(raw: number | string): number | undefined {
  const value = typeof raw === 'number' ? raw : plainNumber(raw);
  if (value === undefined) return undefined;
  const rounded = Math.round(value * FEN_PER_YUAN);
  const isWhole = Math.abs(rounded / FEN_PER_YUAN - value) <= SLACK;
  return isWhole && value >= 0 && Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** Any plain decimal, exactly as written; it may be negative. */
export function decimal(raw: number | string): Exact | undefined {
  if (typeof raw === 'number') return parseDecimal(String(raw));
  return parseDecimal(withoutUnit(raw));
}

function near(value: number): number | undefined {
  const rounded = Math.round(value);
  return Math.abs(rounded - value) <= SLACK && rounded >= 0 && value >= 0 && Number.isSafeInteger(rounded)
    ? rounded
    : undefined;
}

function plainNumber(text: string): number | undefined {
  const bare = withoutUnit(text);
  return parseDecimal(bare) === undefined ? undefined : Number(bare);
}

function withoutUnit(text: string): string {
  const bare = withoutSpaces(text).replace(UNITS, '');
  return GROUPED.test(bare) ? bare.replace(/[, ]/g, '') : bare; // 1 2 are two numbers, 1 234 is one
}
