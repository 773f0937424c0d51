import type { ListedMeasure } from '../../indicators/catalogue.ts';
import { type Exact, exact, multiply } from '../../model/exact.ts';
import type { Status } from '../../model/report.ts';
import { PER } from '../../model/unit.ts';
import type { MeasureSettings } from '../../profiles/profile.ts';
import type { Threshold } from '../../profiles/threshold.ts';
import { NO_FIGURE } from '../pages/page-words.ts';
import { type FigureFormulas, type Parts, product } from './bound-formulas.ts';
import type { SummaryCells } from './summary-columns.ts';

type Word = (status: Status) => string;

/** The verdict as a formula: it compares products of whole numbers, never quotients, so that no rounding can turn it. */
export function statusFormula(
  { threshold, minN }: MeasureSettings,
  measure: ListedMeasure,
  { figures, cells, word }: { readonly figures: FigureFormulas; readonly cells: SummaryCells; readonly word: Word },
): string {
  const text = (status: Status) => `"${word(status)}"`;
  if (threshold === null) return text('off');
  const { lowParts, highParts, isNothing, isOpen, base } = figures;
  const compare = (parts: Parts, sign: string, limit: Exact) =>
    compared(parts, sign, { limit, per: PER[measure.unit] });
  const meets = (parts: Parts) => meetsOf(threshold, (sign, limit) => compare(parts, sign, limit));
  const isFailed = missesOf(threshold, {
    low: (limit) => compare(lowParts, '>', limit),
    high: (limit) => compare(highParts, '<', limit),
  });
  const judged = `IF(AND(${meets(lowParts)},${meets(highParts)}),${text('pass')},IF(${isFailed},${text('fail')},${text('undetermined')}))`;
  const known = isOpen === null ? judged : `IF(${isOpen},${text('undetermined')},${judged})`;
  const large = minN > 0 ? `IF(${base}<${minN},${text('small-sample')},${known})` : known;
  const scoped = isNothing === null ? large : `IF(${isNothing},${text('not-applicable')},${large})`;
  return `IF(${cells.hasData}=0,${text('no-data')},${scoped})`;
}

/**
 * How many records more would have to meet the threshold, or how many too many do. The goal is rounded by INT: a
 * quotient of whole numbers that is itself whole comes out exactly.
 */
export function shortfallFormula(
  { threshold }: MeasureSettings,
  { type, unit }: ListedMeasure,
  { n, d, first: u, hasData }: SummaryCells,
  scale: number,
): string {
  if (type !== 'proportion' || threshold === null || threshold.kind === 'between') return `"${NO_FIGURE}"`;
  const { numerator: p, denominator: q } = multiply(threshold.limit, exact(1, PER[unit]));
  const base = scale === 1 ? `(${d}+${u})` : `ROUND((${d}+${u})*${scale},0)`;
  const goal = `${p}*${base}/${q * BigInt(scale)}`;
  const isWhole = p === q;
  const more = `MAX(0,-INT(-${goal})-INT(${n}))`;
  const fewer = `MAX(0,-INT(-${n})-INT(${goal}))`;
  const wanted =
    threshold.kind === 'at-least' || (threshold.kind === 'equal' && isWhole)
      ? more
      : threshold.kind === 'at-most' || p === 0n
        ? fewer
        : `"${NO_FIGURE}"`;
  return `IF(${hasData}=0,"${NO_FIGURE}",IF(${d}+${u}=0,"${NO_FIGURE}",${wanted}))`;
}

function meetsOf(threshold: Threshold, compare: (sign: string, limit: Exact) => string): string {
  switch (threshold.kind) {
    case 'at-least':
      return compare('>=', threshold.limit);
    case 'at-most':
      return compare('<=', threshold.limit);
    case 'equal':
      return compare('=', threshold.limit);
    case 'between':
      return `AND(${compare('>=', threshold.low)},${compare('<=', threshold.high)})`;
  }
}

/** True where every number from the low bound to the high one misses. */
function missesOf(
  threshold: Threshold,
  beyond: { readonly low: (limit: Exact) => string; readonly high: (limit: Exact) => string },
): string {
  switch (threshold.kind) {
    case 'at-least':
      return beyond.high(threshold.limit);
    case 'at-most':
      return beyond.low(threshold.limit);
    case 'equal':
      return `OR(${beyond.high(threshold.limit)},${beyond.low(threshold.limit)})`;
    case 'between':
      return `OR(${beyond.high(threshold.low)},${beyond.low(threshold.high)})`;
  }
}

/** per · above / below against p / q, as a comparison of products: per · q · above against p · below, in lowest terms. */
function compared(
  { above, below }: Parts,
  sign: string,
  { limit, per }: { readonly limit: Exact; readonly per: number },
): string {
  const { numerator, denominator } = multiply(limit, exact(1n, per));
  return `${product(denominator, above)}${sign}${product(numerator, below)}`;
}
