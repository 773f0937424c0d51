import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Moment } from '../measures/condition.ts';
import { certain } from '../model/certain.ts';
import type { RegisterRecord } from '../records/record.ts';
import { type RegisterName, registerNames } from '../records/registers.ts';
import { type Counter, countersOf } from './counters.ts';
import { emptyTally, type Tally } from './tally.ts';

/** The tallies of one area, in the order of the list: one for each measure that the ledger's registers can serve. */
export type AreaTallies = readonly (Tally | undefined)[];

interface ListedCounter {
  readonly index: number;
  readonly measure: ListedMeasure;
  readonly count: Counter;
}

/** Counts the records of one ledger, area by area. */
export class Counting {
  /** By the number of the area in the run, in the order in which they were met. */
  readonly areas = new Map<number, AreaTallies>();
  /** The same as a list, in which a record finds its area more quickly. */
  readonly #byArea: AreaTallies[] = [];
  readonly #counters: Readonly<Record<RegisterName, readonly ListedCounter[]>>;
  /** The numbers of the measures that are counted: of the others no area has a tally, for few ledgers serve all. */
  readonly #served: ReadonlySet<number>;

  /** Takes the moments of the measures in order, and which of them the ledger's registers can serve. */
  constructor(moments: readonly Moment[], serves: (measure: ListedMeasure, register: RegisterName) => boolean) {
    const all = measures.flatMap((measure, index) => {
      const at = certain(moments[index], `moment of ${measure.id}`);
      return countersOf(measure, at).map(([register, count]) => ({ register, index, measure, count }));
    });
    const of = (name: RegisterName) =>
      all.filter(({ register, measure }) => register === name && serves(measure, name));
    // registerNames holds every register, so no key is missing.
    this.#counters = Object.fromEntries(registerNames.map((name) => [name, of(name)])) as unknown as Readonly<
      Record<RegisterName, readonly ListedCounter[]>
    >;
    this.#served = new Set(registerNames.flatMap((name) => this.#counters[name].map(({ index }) => index)));
  }

  /** Counts a record in every measure that reads its register; tells `onUnknown` of those that cannot place it. */
  add(record: RegisterRecord, onUnknown: (measure: ListedMeasure) => void): void {
    const tallies = this.talliesOf(record.area);
    for (const { index, measure, count } of this.#counters[record.register]) {
      const tally = tallies[index];
      if (tally !== undefined && count(record, tally)) onUnknown(measure);
    }
  }

  talliesOf(area: number): AreaTallies {
    const known = this.#byArea[area];
    if (known !== undefined) return known;
    const tallies = measures.map((measure, index) => (this.#served.has(index) ? emptyTally(measure) : undefined));
    this.areas.set(area, tallies);
    this.#byArea[area] = tallies;
    return tallies;
  }
}
