import { isMeasureId, type ListedMeasure, measureOf } from '../indicators/catalogue.ts';
import { compare, type Exact, ZERO } from '../model/exact.ts';
import type { Words } from '../model/words.ts';
import { type Cell, EMPTY, isKnown, UNKNOWN } from '../records/cell.ts';
import { cellOf, type RegisterRecord } from '../records/record.ts';
import type { Given } from './tally.ts';

/** Figures for one measure that a ledger gives for one village in one row. */
export interface GivenFigures {
  readonly record: RegisterRecord<'counts'>;
  readonly measure: ListedMeasure;
  readonly given: Given;
}

/** Reads a row of counts. `undefined` for one that is blank: it gives no numerator. */
export function givenBy(record: RegisterRecord<'counts'>): GivenFigures | { readonly problem: Words } | undefined {
  const id = cellOf(record, 'measure');
  const numerator = cellOf(record, 'numerator');
  if (numerator === EMPTY) return undefined;
  const measure = isKnown(id) ? measureNamed(id) : undefined;
  if (measure === undefined) return problem('没有这个指标代号', 'no measure has this id');
  if (numerator === UNKNOWN) return problem('分子不详', 'the numerator is not known');
  const below = measure.type === 'count' ? ZERO : knownOr(cellOf(record, 'denominator'));
  if (below === undefined) return problem('没有填分母', 'the denominator is missing');
  if (compare(numerator, ZERO) < 0 || compare(below, ZERO) < 0) return problem('有负数', 'a number is negative');
  if (measure.type === 'proportion' && compare(numerator, below) > 0)
    return problem('分子大于分母', 'the numerator is above the denominator');
  return { record, measure, given: { numerator, denominator: below } };
}

function measureNamed(text: string): ListedMeasure | undefined {
  const id = text.toLowerCase();
  return isMeasureId(id) ? measureOf(id) : undefined;
}

function knownOr(cell: Cell<Exact>): Exact | undefined {
  return isKnown(cell) ? cell : undefined;
}

function problem(zh: string, en: string): { readonly problem: Words } {
  return { problem: { zh, en } };
}
