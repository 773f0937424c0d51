import type { Truth } from '../measures/condition.ts';
import type { Measure } from '../measures/measure.ts';
import { add, type Exact, ZERO } from '../model/exact.ts';

/** Figures taken over from a register of counts. They add to what records gave. */
export interface Given {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

/** A person met in the records of one village. */
export interface Person {
  /** In scope if any of the records is; unknown if none is, but some may be. */
  readonly scope: Truth;
  /** The first answer that was known, in reading order. */
  readonly meets: Truth;
}

/** The counts of a share, of records or persons. Its value is n / d; the others tell how far it may be off. */
export interface ProportionTally {
  readonly type: 'proportion';
  /** In scope, and the condition is met. */
  n: number;
  /** In scope, and it is known whether the condition is met. */
  d: number;
  /** In scope, and it is not known whether the condition is met. */
  u: number;
  /** Of unknown scope, where the condition is met or may be. */
  xt: number;
  /** Of unknown scope, where the condition is not met or may not be. */
  xf: number;
  /** Records of unknown scope, each once; they are in xt, in xf, or in both. */
  x: number;
  /** Persons by id, where persons are counted. Their marks are made when all records are in. */
  persons: ReadonlyMap<string, Person>;
  given: Given;
}

/** The counts of a ratio a / b. */
export interface RatioTally {
  readonly type: 'ratio';
  a: number;
  /** Records that may be more of a, and of b. */
  aMaybe: number;
  b: number;
  bMaybe: number;
  /** True where nothing limits what B might be more. */
  bUnbounded: boolean;
  /** Records that may be more on either side, each once. */
  unknown: number;
  given: Given;
}

/** The amounts of a sum x / y as whole numbers: money in fen. */
export interface SumTally {
  readonly type: 'sum';
  x: bigint;
  y: bigint;
  /** Records with an amount or a scope that is not known: they are in neither. */
  leftOut: number;
  given: Given;
}

/** A number of records. */
export interface CountTally {
  readonly type: 'count';
  n: number;
  /** Records that may be more of them. */
  maybe: number;
  given: Given;
}

/** Counts only, which add up over rows, villages, towns, files and machines. Rates are divided at the very end. */
export type Tally = ProportionTally | RatioTally | SumTally | CountTally;

const NOTHING: Given = { numerator: ZERO, denominator: ZERO };
/** One map for the many tallies that have no persons: a comparison makes hundreds of thousands. */
const NOBODY: ReadonlyMap<string, Person> = new Map();

export function emptyTally({ type }: Measure): Tally {
  switch (type) {
    case 'proportion':
      return { type, n: 0, d: 0, u: 0, xt: 0, xf: 0, x: 0, persons: NOBODY, given: NOTHING };
    case 'ratio':
      return { type, a: 0, aMaybe: 0, b: 0, bMaybe: 0, bUnbounded: false, unknown: 0, given: NOTHING };
    case 'sum':
      return { type, x: 0n, y: 0n, leftOut: 0, given: NOTHING };
    case 'count':
      return { type, n: 0, maybe: 0, given: NOTHING };
  }
}

/** Adds what `other` has counted to `tally`. Both must be of one measure. */
export function merge(tally: Tally, other: Tally): void {
  tally.given = plus(tally.given, other.given);
  if (tally.type === 'proportion' && other.type === 'proportion') mergeProportion(tally, other);
  else if (tally.type === 'ratio' && other.type === 'ratio') mergeRatio(tally, other);
  else if (tally.type === 'sum' && other.type === 'sum') {
    tally.x += other.x;
    tally.y += other.y;
    tally.leftOut += other.leftOut;
  } else if (tally.type === 'count' && other.type === 'count') {
    tally.n += other.n;
    tally.maybe += other.maybe;
  } else throw new Error(`A ${tally.type} cannot be merged with a ${other.type}.`);
}

/** The same, where there may be no tally, or nothing to add. */
export function mergeIfThere(tally: Tally | undefined, other: Tally | undefined): void {
  if (tally !== undefined && other !== undefined) merge(tally, other);
}

/** Counts a person, by all that is known of them. */
export function meet(tally: ProportionTally, id: string, person: Person): void {
  const known = tally.persons.get(id);
  if (tally.persons === NOBODY) tally.persons = new Map();
  (tally.persons as Map<string, Person>).set(id, known === undefined ? person : samePerson(known, person)); // its own
}

/** Drops the persons of some ids. */
export function forget(tally: ProportionTally, ids: ReadonlySet<string>): void {
  if (tally.persons === NOBODY) return;
  for (const id of ids) (tally.persons as Map<string, Person>).delete(id); // its own
}

/** Drops all persons. */
export function forgetAll(tally: ProportionTally): void {
  tally.persons = NOBODY;
}

/** Two sightings of a person, the earlier first. */
export function samePerson(earlier: Person, later: Person): Person {
  const scope =
    earlier.scope === true || later.scope === true
      ? true
      : earlier.scope === null || later.scope === null
        ? null
        : false;
  return { scope, meets: earlier.meets ?? later.meets };
}

export function give(tally: Tally, given: Given): void {
  tally.given = plus(tally.given, given);
}

function mergeProportion(tally: ProportionTally, other: ProportionTally): void {
  tally.n += other.n;
  tally.d += other.d;
  tally.u += other.u;
  tally.xt += other.xt;
  tally.xf += other.xf;
  tally.x += other.x;
  for (const [id, person] of other.persons) meet(tally, id, person);
}

function mergeRatio(tally: RatioTally, other: RatioTally): void {
  tally.a += other.a;
  tally.aMaybe += other.aMaybe;
  tally.b += other.b;
  tally.bMaybe += other.bMaybe;
  tally.bUnbounded ||= other.bUnbounded;
  tally.unknown += other.unknown;
}

function plus(a: Given, b: Given): Given {
  if (b === NOTHING) return a;
  return { numerator: add(a.numerator, b.numerator), denominator: add(a.denominator, b.denominator) };
}
