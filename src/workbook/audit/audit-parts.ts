import type { Tally } from '../../engine/tally.ts';
import type { Measure } from '../../measures/measure.ts';
import { exact, toNumber } from '../../model/exact.ts';
import type { Words } from '../../model/words.ts';

/** What one count of a measure is: which figure it makes, and how it is headed. */
export interface AuditPart {
  /** Its place in `marksOf`. */
  readonly place: number;
  readonly label: Words;
}

/** The places of the figures that every measure has. */
export const NUMERATOR = 0;
export const DENOMINATOR = 1;
export const UNKNOWN_RECORDS = 2;
/** The places of what the bounds are made of. */
export const FIRST_BOUND = 3;
/** The place of the villages that nothing sets a ratio's records against. */
export const OPEN_VILLAGE = 5;

const partsByType: Readonly<Record<Measure['type'], readonly AuditPart[]>> = {
  proportion: [
    part(NUMERATOR, '分子 n', 'numerator n'),
    part(DENOMINATOR, '分母 d', 'denominator d'),
    part(UNKNOWN_RECORDS, '不详', 'unknown'),
    part(3, '在范围、是否达到不详 u', 'in scope, not known whether it counts (u)'),
    part(4, '范围不详、可能达到 xt', 'scope unknown, may count (xt)'),
    part(5, '范围不详、可能未达到 xf', 'scope unknown, may not count (xf)'),
  ],
  ratio: [
    part(NUMERATOR, '分子 a', 'numerator a'),
    part(DENOMINATOR, '分母 b', 'denominator b'),
    part(UNKNOWN_RECORDS, '不详', 'unknown'),
    part(3, '可能的分子 a?', 'possible numerator a?'),
    part(4, '可能的分母 b?', 'possible denominator b?'),
    part(OPEN_VILLAGE, '没有参照数的村', 'village without a reference'),
  ],
  sum: [
    part(NUMERATOR, '分子合计 ΣX', 'sum ΣX'),
    part(DENOMINATOR, '分母合计 ΣY', 'sum ΣY'),
    part(UNKNOWN_RECORDS, '不详、未计入', 'unknown, left out'),
  ],
  count: [part(NUMERATOR, '件数 n', 'number n'), part(UNKNOWN_RECORDS, '不详 n?', 'unknown n?')],
};

export function partsOf({ type }: Measure): readonly AuditPart[] {
  return partsByType[type];
}

/**
 * What a tally holds, in the order of the parts: of one record its marks, of a run its totals. Given figures are left
 * out: they stand in rows of their own.
 */
export function marksOf(measure: Measure, tally: Tally): readonly number[] {
  switch (tally.type) {
    case 'proportion':
      return [tally.n, tally.d, tally.u + tally.x, tally.u, tally.xt, tally.xf];
    case 'ratio':
      return [tally.a, tally.b, tally.unknown, tally.aMaybe, tally.bMaybe, tally.bUnbounded ? 1 : 0];
    case 'sum': {
      const [scaleX, scaleY] = measure.type === 'sum' ? [measure.of.scale, measure.to.scale] : [1, 1];
      return [toNumber(exact(tally.x, scaleX)), toNumber(exact(tally.y, scaleY)), tally.leftOut];
    }
    case 'count':
      return [tally.n, 0, tally.maybe];
  }
}

function part(place: number, zh: string, en: string): AuditPart {
  return { place, label: { zh, en } };
}
