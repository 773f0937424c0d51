import type { ListedMeasure } from '../../indicators/catalogue.ts';
import { PER } from '../../model/unit.ts';
import { NO_FIGURE, UNBOUNDED } from '../pages/page-words.ts';
import type { SummaryCells } from './summary-columns.ts';

/** Two formulas of whole numbers whose quotient is a bound, apart from the unit. */
export interface Parts {
  readonly above: string;
  readonly below: string;
}

/** The formulas of a measure's figures over the counts in its row of the summary. */
export interface FigureFormulas {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly lowParts: Parts;
  readonly highParts: Parts;
  /** True where nothing is in scope. */
  readonly isNothing: string | null;
  /** True where a bound does not exist. */
  readonly isOpen: string | null;
  /** What a least number of records is held against. */
  readonly base: string;
}

/**
 * The figures of a measure (spec: value and bounds by type) as formulas. `scale` is the power of ten that makes whole
 * numbers of its counts: 100 for money in yuan.
 */
export function figureFormulas({ type, unit }: ListedMeasure, cells: SummaryCells, scale: number): FigureFormulas {
  const whole = (sum: string) => (scale === 1 ? sum : `ROUND((${sum})*${scale},0)`);
  const context = { cells, whole, per: PER[unit], scale };
  switch (type) {
    case 'proportion':
      return ofProportion(context);
    case 'ratio':
      return ofRatio(context);
    case 'sum':
      return ofSum(context);
    case 'count':
      return ofCount(context);
  }
}

interface Context {
  readonly cells: SummaryCells;
  readonly whole: (sum: string) => string;
  readonly per: number;
  readonly scale: number;
}

function ofProportion({
  cells: { n, d, unknown, first: u, second: xt, third: xf },
  whole,
  per,
}: Context): FigureFormulas {
  const lowParts = { above: whole(n), below: whole(`${d}+${u}+${xf}`) };
  const highParts = { above: whole(`${n}+${u}+${xt}`), below: whole(`${d}+${u}+${xt}`) };
  return {
    value: quotient({ above: whole(n), below: whole(d) }, per),
    low: quotient(lowParts, per),
    high: quotient(highParts, per),
    lowParts,
    highParts,
    isNothing: `AND(${d}=0,${unknown}=0)`,
    isOpen: `OR(${lowParts.below}=0,${highParts.below}=0)`,
    base: d,
  };
}

/** A side that nothing limits makes the least ratio 0; a ratio to nothing has no limit. */
function ofRatio({ cells: { n: a, d: b, first: a1, second: b1, third: open }, whole, per }: Context): FigureFormulas {
  const isZero = `OR(${open}>0,${a}=0)`;
  const lowParts = { above: `IF(${isZero},0,${whole(a)})`, below: `IF(${isZero},1,${whole(`${b}+${b1}`)})` };
  const highParts = { above: whole(`${a}+${a1}`), below: whole(b) };
  const isNothing = `AND(${a}+${a1}=0,${b}+${b1}=0,${open}=0)`;
  const low = `IF(${lowParts.below}=0,"${UNBOUNDED}",${product(per, lowParts.above)}/${lowParts.below})`;
  const high = `IF(${b}=0,IF(${a}+${a1}=0,"${NO_FIGURE}","${UNBOUNDED}"),${product(per, highParts.above)}/${highParts.below})`;
  return {
    value: quotient({ above: whole(a), below: whole(b) }, per),
    low: `IF(${isNothing},"${NO_FIGURE}",${low})`,
    high,
    lowParts,
    highParts,
    isNothing,
    isOpen: `AND(${b}=0,${a}+${a1}=0)`,
    base: `${a}+${b}`,
  };
}

function ofSum({ cells: { n: x, d: y, unknown }, whole, per }: Context): FigureFormulas {
  const parts = { above: whole(x), below: whole(y) };
  const value = quotient(parts, per);
  const bound = `IF(${unknown}>0,"${NO_FIGURE}",${value})`;
  return {
    value,
    low: bound,
    high: bound,
    lowParts: parts,
    highParts: parts,
    isNothing: `AND(${y}=0,${unknown}=0)`,
    isOpen: `${unknown}>0`,
    base: y,
  };
}

function ofCount({ cells: { n, unknown }, whole, scale }: Context): FigureFormulas {
  return {
    value: n,
    low: n,
    high: `${n}+${unknown}`,
    lowParts: { above: whole(n), below: String(scale) },
    highParts: { above: whole(`${n}+${unknown}`), below: String(scale) },
    isNothing: null,
    isOpen: null,
    base: n,
  };
}

function quotient(parts: Parts, per: number): string {
  return `IF(${parts.below}=0,"${NO_FIGURE}",${product(per, parts.above)}/(${parts.below}))`;
}

export function product(factor: number | bigint, sum: string): string {
  return String(factor) === '1' ? `(${sum})` : `${factor}*(${sum})`;
}
