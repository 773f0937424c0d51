import { compare, type Exact, parseDecimal, toText } from '../model/exact.ts';
import type { Unit } from '../model/report.ts';
import type { Words } from '../model/words.ts';

/** What a value must be to pass. Limits are in the measure's own unit: 95 for 95 %. */
export type Threshold =
  | { readonly kind: 'at-least'; readonly limit: Exact }
  | { readonly kind: 'at-most'; readonly limit: Exact }
  | { readonly kind: 'equal'; readonly limit: Exact }
  | { readonly kind: 'between'; readonly low: Exact; readonly high: Exact };

/** Why a text is no threshold. */
export interface ThresholdProblem {
  readonly kind: 'problem';
  readonly reason: Words;
  /** The text that was probably meant; `null` where nothing comes near. */
  readonly suggestion: string | null;
}

type Bound = Exclude<Threshold, { readonly kind: 'between' }>;

/** Reads `>= 97%`, `<= 1‰`, `= 0`, `103..107` or `off`; full-width forms and ≥ ≤ too. The unit is the measure's own. */
export function parseThreshold(text: string, unit: Unit): Threshold | 'off' | ThresholdProblem {
  const plain = text.normalize('NFKC').replaceAll('≥', '>=').replaceAll('≤', '<=').replace(/\s+/gu, '');
  if (plain === 'off') return 'off';
  const bound = BOUND.exec(plain);
  if (bound?.groups) return parseBound(bound.groups, unit);
  const band = BAND.exec(plain);
  return band?.groups ? parseBand(band.groups, unit) : malformed(unit);
}

/** The one spelling of a threshold that reports and explanations show, and that reads back as the same. */
export function printThreshold(threshold: Threshold, unit: Unit): string {
  const number = (limit: Exact) => toText(limit) + signOf(unit);
  if (threshold.kind === 'between') return `${number(threshold.low)}..${number(threshold.high)}`;
  return `${symbols[threshold.kind]} ${number(threshold.limit)}`;
}

export function meets(threshold: Threshold, value: Exact): boolean {
  switch (threshold.kind) {
    case 'at-least':
      return compare(value, threshold.limit) >= 0;
    case 'at-most':
      return compare(value, threshold.limit) <= 0;
    case 'equal':
      return compare(value, threshold.limit) === 0;
    case 'between':
      return compare(value, threshold.low) >= 0 && compare(value, threshold.high) <= 0;
  }
}

const symbols = { 'at-least': '>=', 'at-most': '<=', equal: '=' } as const satisfies Record<Bound['kind'], string>;
const kinds: Readonly<Record<string, Bound['kind']>> = { '>=': 'at-least', '<=': 'at-most', '=': 'equal' };

const NUMBER = String.raw`\d{1,15}(?:\.\d{1,15})?`;
const BOUND = new RegExp(`^(?<symbol>>=|<=|=)(?<limit>${NUMBER})(?<sign>[%‰]?)$`, 'u');
const BAND = new RegExp(`^(?<low>${NUMBER})(?<lowSign>[%‰]?)\\.\\.(?<high>${NUMBER})(?<sign>[%‰]?)$`, 'u');

type Parts = Readonly<Record<string, string>>;

function parseBound({ symbol = '', limit: digits = '', sign }: Parts, unit: Unit): Threshold | ThresholdProblem {
  const [kind, limit] = [kinds[symbol], parseDecimal(digits)];
  if (kind === undefined || limit === undefined) return malformed(unit);
  const threshold: Threshold = { kind, limit };
  return sign === signOf(unit) ? threshold : wrongUnit(threshold, unit);
}

function parseBand({ low: from = '', lowSign, high: to = '', sign }: Parts, unit: Unit): Threshold | ThresholdProblem {
  const [low, high] = [parseDecimal(from), parseDecimal(to)];
  if (low === undefined || high === undefined) return malformed(unit);
  if (compare(low, high) > 0) return upsideDown({ kind: 'between', low: high, high: low }, unit);
  const threshold: Threshold = { kind: 'between', low, high };
  // The sign may stand once, at the end: 90..95% can mean nothing else.
  return sign === signOf(unit) && (lowSign === sign || lowSign === '') ? threshold : wrongUnit(threshold, unit);
}

function signOf(unit: Unit): '%' | '‰' | '' {
  return unit === '%' || unit === '‰' ? unit : '';
}

function wrongUnit(meant: Threshold, unit: Unit): ThresholdProblem {
  const sign = signOf(unit);
  const reason =
    sign === ''
      ? { zh: '这项指标的要求不带单位', en: 'the threshold of this measure has no unit' }
      : { zh: `这项指标的要求须带单位 ${sign}`, en: `the threshold of this measure needs its unit, ${sign}` };
  return { kind: 'problem', reason, suggestion: printThreshold(meant, unit) };
}

function upsideDown(meant: Threshold, unit: Unit): ThresholdProblem {
  const reason = { zh: '区间的下限大于上限', en: 'the lower end of the band is above the upper' };
  return { kind: 'problem', reason, suggestion: printThreshold(meant, unit) };
}

function malformed(unit: Unit): ThresholdProblem {
  const sign = signOf(unit);
  const forms = [`>= 90${sign}`, `<= 5${sign}`, `= 0${sign}`, `90${sign}..95${sign}`, 'off'];
  return {
    kind: 'problem',
    reason: {
      zh: `要求应写成 ${forms.map((form) => `“${form}”`).join('、')} 之类`,
      en: `a threshold is written like ${forms.map((form) => `“${form}”`).join(', ')}`,
    },
    suggestion: null,
  };
}
