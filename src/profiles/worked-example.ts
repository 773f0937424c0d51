import type { ListedMeasure } from '../indicators/catalogue.ts';
import { add, ceil, divide, type Exact, exact, floor, multiply, subtract, toText } from '../model/exact.ts';
import type { Unit } from '../model/report.ts';
import { PER } from '../model/unit.ts';
import type { Words } from '../model/words.ts';
import { printThreshold, type Threshold } from './threshold.ts';

/** A made-up case on the edge of a threshold: one unknown record decides a share, the very limit still passes a ratio. */
export function workedExample({ type, unit }: ListedMeasure, threshold: Threshold): Words {
  switch (type) {
    case 'proportion':
      return undecidedShare(unit, threshold);
    case 'count':
      return undecidedCount(threshold);
    case 'ratio':
    case 'sum':
      return justEnough(unit, threshold);
  }
}

function undecidedShare(unit: Unit, threshold: Threshold): Words {
  const limit = limitOf(threshold);
  const base = unit === '%' && limit.denominator === 1n ? 100n : 1000n;
  const edge = divide(multiply(limit, exact(base)), exact(PER[unit]));
  const yes = threshold.kind === 'at-most' || edge.numerator === 0n ? floor(edge) : ceil(edge) - 1n;
  const show = (n: bigint, of: bigint) => shown(divide(multiply(exact(n), exact(PER[unit])), exact(of)), unit);
  const printed = printThreshold(threshold, unit);
  return {
    zh: `分母 ${base} 条，${yes} 条符合，1 条不详：数值 ${show(yes, base - 1n)}，最低 ${show(yes, base)}，最高 ${show(yes + 1n, base)}；要求 ${printed} 时，无法判定`,
    en: `${base} records in the denominator, ${yes} of them meeting the condition, 1 unknown: value ${show(yes, base - 1n)}, lowest ${show(yes, base)}, highest ${show(yes + 1n, base)}; where ${printed} is required, undetermined`,
  };
}

function undecidedCount(threshold: Threshold): Words {
  const most = floor(limitOf(threshold));
  const printed = printThreshold(threshold, 'count');
  return {
    zh: `${most} 件，另有 1 件类别不详：${most} 至 ${most + 1n}；要求 ${printed} 时，无法判定；不详的查清不是，即达标`,
    en: `${most} events, and 1 of unknown kind: ${most} to ${most + 1n}; where ${printed} is required, undetermined, and a pass once it is found to be another kind`,
  };
}

function justEnough(unit: Unit, threshold: Threshold): Words {
  const limit = limitOf(threshold);
  const base = 1000n;
  const above = floor(divide(multiply(limit, exact(base)), exact(PER[unit])));
  const printed = printThreshold(threshold, unit);
  const value = shown(divide(multiply(exact(above), exact(PER[unit])), exact(base)), unit);
  return {
    zh: `${above} 比 ${base}：数值 ${value}；要求 ${printed}，含本数，达标`,
    en: `${above} to ${base}: value ${value}; where ${printed} is required, limits included, a pass`,
  };
}

/** The number that the example is built around: of a band its middle. */
function limitOf(threshold: Threshold): Exact {
  return threshold.kind === 'between' ? divide(add(threshold.low, threshold.high), exact(2)) : threshold.limit;
}

function shown(value: Exact, unit: Unit): string {
  const sign = unit === '%' || unit === '‰' ? unit : '';
  const rounded = divide(exact(floor(add(multiply(value, exact(1000)), exact(1, 2)))), exact(1000));
  return `${subtract(value, rounded).numerator === 0n ? '' : '≈ '}${toText(rounded)}${sign}`;
}
