import { type Exact, parseDecimal } from '../../src/model/exact.ts';
import type { Unit } from '../../src/model/report.ts';
import { parseThreshold, type Threshold } from '../../src/profiles/threshold.ts';

export function threshold(text: string, unit: Unit): Threshold {
  const read = parseThreshold(text, unit);
  if (read === 'off' || read.kind === 'problem') throw new Error(`${text} is no threshold in ${unit}.`);
  return read;
}

export function decimal(text: string): Exact {
  const number = parseDecimal(text);
  if (number === undefined) throw new Error(`${text} is no number.`);
  return number;
}
