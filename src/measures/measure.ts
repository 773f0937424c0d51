import type { MeasureType, Unit, WindowKind } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import type { RegisterName } from '../records/registers.ts';
import type { Amount } from './amount.ts';
import type { Condition } from './condition.ts';
import type { FieldOf } from './on.ts';

interface Facts<I extends string> {
  readonly id: I;
  readonly name: Words;
  /** The days that are counted, unless a profile says otherwise. */
  readonly window: WindowKind;
}

interface Declared<I extends string> extends Facts<I> {
  readonly type: MeasureType;
  readonly unit: Unit;
  /** The least base for a verdict, unless a profile says otherwise; `null` where the measure has no such base. */
  readonly minN: number | null;
}

/** Those among some records that meet a condition: a share, which cannot exceed one. */
export interface Proportion<I extends string = string, K extends RegisterName = RegisterName> extends Declared<I> {
  readonly type: 'proportion';
  readonly among: Condition<K>;
  readonly which: Condition<K>;
  /** The field that names a person, where persons are counted and not records. */
  readonly per: string | null;
}

/** The total of a number that the register of villages gives, village by village. */
export interface VillageTotal {
  readonly total: FieldOf<'villages', 'int'>;
}

/** One number of records to another, counted apart. */
export interface Ratio<
  I extends string = string,
  A extends RegisterName = RegisterName,
  B extends RegisterName = RegisterName,
> extends Declared<I> {
  readonly type: 'ratio';
  readonly of: Condition<A>;
  readonly to: Condition<B> | VillageTotal;
  /** Above this value something is wrong: more are registered than there are. `null` where nothing limits it. */
  readonly most: number | null;
}

/** One total of amounts to another. */
export interface Sum<I extends string = string, K extends RegisterName = RegisterName> extends Declared<I> {
  readonly type: 'sum';
  readonly among: Condition<K>;
  readonly of: Amount<K>;
  readonly to: Amount<K>;
  /** Records whose amounts contradict each other: left out. */
  readonly except: Condition<K> | null;
}

/** A number of records. */
export interface Count<I extends string = string, K extends RegisterName = RegisterName> extends Declared<I> {
  readonly type: 'count';
  readonly among: Condition<K>;
}

export type Measure = Proportion | Ratio | Sum | Count;

type Given<M, Optional extends keyof M = never> = Omit<M, 'type' | 'unit' | 'minN' | Optional> &
  Partial<Pick<M, Optional & keyof M>>;

/** Declares a share of records: in percent and with no least base, unless the facts say otherwise. */
export function proportion<const I extends string, K extends RegisterName>(
  facts: Given<Proportion<I, K>, 'per'> & { readonly unit?: '%' | '‰' },
): Proportion<I, K> {
  return { type: 'proportion', unit: '%', minN: 0, per: null, ...facts };
}

/** Declares one number of records to another, or to a number that villages give. */
export function ratio<const I extends string, A extends RegisterName, B extends RegisterName>(
  facts: Given<Ratio<I, A, B>, 'most'> & { readonly unit: Unit; readonly minN?: number },
): Ratio<I, A, B> {
  return { type: 'ratio', minN: null, most: null, ...facts };
}

/** Declares one sum of amounts to another, in percent. */
export function sum<const I extends string, K extends RegisterName>(facts: Given<Sum<I, K>, 'except'>): Sum<I, K> {
  return { type: 'sum', unit: '%', minN: null, except: null, ...facts };
}

/** Declares a number of records. */
export function count<const I extends string, K extends RegisterName>(facts: Given<Count<I, K>>): Count<I, K> {
  return { type: 'count', unit: 'count', minN: null, ...facts };
}

/** The same measure under another number: lists name some twice. */
export function alias<const I extends string, M extends Measure>(
  measure: M,
  facts: Pick<Facts<I>, 'id' | 'name'>,
): Omit<M, 'id'> & { readonly id: I; readonly sameAs: string } {
  return { ...measure, ...facts, sameAs: measure.id };
}
