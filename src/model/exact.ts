/**
 * An exact rational number in lowest terms, denominator positive.
 *
 * Verdicts compare these, never doubles: 94.997 % must not meet 95 %, and 0.1 + 0.2 must be 0.3.
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Exact = { numerator: 0n, denominator: 1n };

/** The quotient of two integers. Throws a RangeError on a zero denominator, which is a bug of the caller. */
export function exact(numerator: bigint | number, denominator: bigint | number = 1n): Exact {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('An exact number cannot have the denominator 0.');
  if (d === 1n) return { numerator: n, denominator: d }; // as most are
  const divisor = gcd(abs(n), abs(d)) * (d < 0n ? -1n : 1n);
  return { numerator: n / divisor, denominator: d / divisor };
}

/** Reads a plain decimal such as `-12.345` or `1e-7`; `undefined` for any other text. */
export function parseDecimal(text: string): Exact | undefined {
  const match = /^([+-]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const scale = Number(power) - fraction.length;
  return scale >= 0 ? exact(digits * 10n ** BigInt(scale)) : exact(digits, 10n ** BigInt(-scale));
}

export function add(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Throws a RangeError where `b` is zero: callers name 0/0 before they divide. */
export function divide(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Exact): boolean {
  return a.numerator === 0n;
}

export function floor(a: Exact): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

export function ceil(a: Exact): bigint {
  return -floor(exact(-a.numerator, a.denominator));
}

/** The nearest double; of two equally near, the even one. Not for numbers beyond or below all doubles. */
export function toNumber(a: Exact): number {
  const size = abs(a.numerator);
  if (size <= MAX_SAFE && a.denominator <= MAX_SAFE) return Number(a.numerator) / Number(a.denominator);
  // More bits than a double holds, the last of them set where any are cut off: then a single rounding is the right one.
  const shift = BITS + lengthOf(a.denominator) - lengthOf(size);
  const [above, below] = shift >= 0 ? [size << BigInt(shift), a.denominator] : [size, a.denominator << BigInt(-shift)];
  const quotient = above / below;
  const bits = quotient * below === above ? quotient : quotient | 1n;
  const half = Math.trunc(shift / 2); // in two steps: 2 to the whole power may be no double
  const nearest = Number(bits) * 2 ** -half * 2 ** (half - shift);
  return a.numerator < 0n ? -nearest : nearest;
}

/** Rounded half up to some decimals. */
export function round(a: Exact, decimals: number): Exact {
  return exact(inUnits(a, decimals), 10n ** BigInt(decimals));
}

/** Rounded half up to some decimals, as plain text: `95.20`. */
export function toFixed(a: Exact, decimals: number): string {
  const rounded = inUnits(a, decimals);
  const [sign, digits] = rounded < 0n ? ['-', -rounded] : ['', rounded];
  const text = digits.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** The shortest plain decimal of a number whose denominator divides a power of ten; `n/d` for any other. */
export function toText(a: Exact): string {
  for (let decimals = 0; decimals <= 60; decimals++) {
    if ((a.numerator * 10n ** BigInt(decimals)) % a.denominator === 0n) return toFixed(a, decimals);
  }
  return `${a.numerator}/${a.denominator}`;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const BITS = 64;

/** The nearest number of units of the last of some decimals; of two equally near, the upper one. */
function inUnits({ numerator, denominator }: Exact, decimals: number): bigint {
  const halves = 2n * numerator * 10n ** BigInt(decimals);
  return floor({ numerator: halves + denominator, denominator: 2n * denominator }); // which need not be in lowest terms
}

function lengthOf(n: bigint): number {
  return n.toString(2).length;
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
