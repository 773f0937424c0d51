import type { Day, DayRange } from '../model/day.ts';
import type { Words } from '../model/words.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';

/** The days a measure is judged at: P, and the days of its window (`null`: the records as they stand). */
export interface Moment {
  readonly end: Day;
  readonly window: DayRange | null;
}

/** Kleene's third value, unknown, is `null`. */
export type Truth = boolean | null;

/** A condition on one record: Kleene's three values, and what it takes to explain and re-derive it. */
export interface Condition<K extends RegisterName = RegisterName> {
  readonly register: K;
  /** The keys of the columns that it reads. */
  readonly reads: readonly string[];
  readonly words: Words;
  /** The conditions that must all hold, where it is made of several. */
  readonly parts: readonly Condition<K>[];
  test(record: RegisterRecord<K>, at: Moment): Truth;
}

/** Both, and all: false as soon as one is false, unknown where none is false and one is unknown (Kleene's strong "and"). */
export function both<K extends RegisterName>(first: Condition<K>, ...others: readonly Condition<K>[]): Condition<K> {
  const all = [first, ...others];
  return {
    register: first.register,
    reads: [...new Set(all.flatMap(({ reads }) => reads))],
    parts: all,
    words: { zh: all.map(({ words }) => words.zh).join('，且'), en: all.map(({ words }) => words.en).join(' and ') },
    test(record, at) {
      let truth: Truth = true;
      for (const condition of all) {
        const one = condition.test(record, at);
        if (one === false) return false;
        if (one === null) truth = null;
      }
      return truth;
    },
  };
}

/** The single conditions that keep a condition from being true or false. */
export function unknownParts<K extends RegisterName>(
  condition: Condition<K>,
  record: RegisterRecord<K>,
  at: Moment,
): readonly Condition<K>[] {
  if (condition.test(record, at) !== null) return [];
  return condition.parts.length === 0 ? [condition] : condition.parts.flatMap((part) => unknownParts(part, record, at));
}
