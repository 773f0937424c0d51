import { usesGiven } from '../../engine/assembly.ts';
import type { CountedRun, CountingPlan } from '../../engine/counted-run.ts';
import { emptyTally, type Person, samePerson, type Tally } from '../../engine/tally.ts';
import { proportionMark } from '../../measures/mark.ts';
import { certain } from '../../model/certain.ts';
import type { RegisterRecord } from '../../records/record.ts';
import type { RegisterPlan } from '../../records/sheet-plan.ts';
import { marksOf } from './audit-parts.ts';
import { type AuditedCounter, type AuditedMeasure, auditedCounters } from './audited-measures.ts';
import { GrowingList } from './growing-list.ts';
import { type Marks, settling } from './settled-marks.ts';

/** A record, or a person by the first record that names it, and what it adds to the measures. */
export interface TrailEntry {
  readonly plan: RegisterPlan;
  readonly row: number;
  readonly area: number;
  /** The same object for records that add the same, as most do. */
  readonly marks: Marks;
}

/**
 * What each record of a run adds to the measures, kept while the run is counted. Most records are marked like many
 * others: one costs twelve bytes.
 */
export class AuditTrail {
  readonly audited: readonly AuditedMeasure[];
  readonly #rows = new GrowingList();
  readonly #areas = new GrowingList();
  readonly #patterns = new GrowingList();
  /** Where the records of a sheet begin. */
  readonly #sheets: { readonly plan: RegisterPlan; readonly from: number }[] = [];
  readonly #known = new Map<string, number>();
  readonly #marks: Marks[] = [];
  readonly #persons = new Map<string, MetPerson>();
  #counters: readonly AuditedCounter[] = [];

  constructor(audited: readonly AuditedMeasure[]) {
    this.audited = audited;
  }

  take(record: RegisterRecord, counting: CountingPlan): void {
    const { register, plan } = record;
    if (register === 'counts') return;
    if (this.#sheets.at(-1)?.plan !== plan) {
      this.#sheets.push({ plan, from: this.#rows.length });
      this.#counters = auditedCounters(counting, this.audited, { ledger: plan.ledger, register });
    }
    const tallies = this.#counters.map(({ measure, count }) => {
      const tally = emptyTally(measure);
      count(record, tally);
      return tally;
    });
    this.#rows.push(record.row);
    this.#areas.push(record.area);
    this.#patterns.push(this.#patternOf(tallies));
    for (const [place, { index }] of this.#counters.entries()) {
      const tally = tallies[place];
      if (hasPersons(tally)) this.#meet(tally.persons, { index, plan, row: record.row, area: record.area });
    }
  }

  /** Every record that was counted, in the order in which it was read; `marks` as the run was counted in the end. */
  *records(counted: CountedRun): Generator<TrailEntry> {
    const settle = settling(counted, this.audited);
    for (const [number, { plan, from }] of this.#sheets.entries()) {
      const end = this.#sheets[number + 1]?.from ?? this.#rows.length;
      for (let at = from; at < end; at++) {
        const area = this.#areas.at(at);
        const marks = settle(certain(this.#marks[this.#patterns.at(at)], 'pattern of marks'), plan.ledger, area);
        yield { plan, row: this.#rows.at(at), area, marks };
      }
    }
  }

  /** Every person, where persons are counted. */
  *persons({ tallied }: CountedRun): Generator<TrailEntry> {
    for (const { index, plan, row, area, person } of this.#persons.values()) {
      const { measure } = certain(
        this.audited.find((audited) => audited.index === index),
        `measure ${index}`,
      );
      if (usesGiven(tallied, plan.ledger, measure)) continue;
      const mark = proportionMark(person.scope, person.meets);
      const own = [mark.n, mark.d, mark.u | mark.xt | mark.xf, mark.u, mark.xt, mark.xf];
      yield { plan, row, area, marks: new Map([[index, own]]) };
    }
  }

  #patternOf(tallies: readonly Tally[]): number {
    let key = `${this.#sheets.length} `;
    for (const tally of tallies) key += codeOf(tally);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const marks = this.#counters.flatMap(({ measure, index }, place) => {
      const tally = tallies[place];
      return tally === undefined || hasPersons(tally) ? [] : [[index, marksOf(measure, tally)] as const];
    });
    this.#known.set(key, this.#marks.length);
    return this.#marks.push(new Map(marks)) - 1;
  }

  #meet(found: ReadonlyMap<string, Person>, met: Met): void {
    for (const [id, person] of found) {
      const key = `${met.index} ${met.area} ${id}`;
      const known = this.#persons.get(key);
      if (known === undefined) this.#persons.set(key, { ...met, person });
      else known.person = samePerson(known.person, person);
    }
  }
}

interface Met {
  readonly index: number;
  /** The first record in which the person was met. */
  readonly plan: RegisterPlan;
  readonly row: number;
  readonly area: number;
}

interface MetPerson extends Met {
  person: Person;
}

function hasPersons(tally: Tally | undefined): tally is Extract<Tally, { readonly type: 'proportion' }> {
  return tally?.type === 'proportion' && tally.persons.size > 0;
}

/** A tally of one record in a character, but for amounts: two tallies of a measure with the same code are the same. */
function codeOf(tally: Tally): string {
  switch (tally.type) {
    case 'proportion': {
      const { n, d, u, xt, xf, x, persons } = tally;
      return bits(n, d, u, xt, xf, x, Math.min(persons.size, 1));
    }
    case 'ratio':
      return bits(tally.a, tally.aMaybe, tally.b, tally.bMaybe, tally.unknown, Number(tally.bUnbounded));
    case 'sum':
      return `${tally.x}/${tally.y}/${tally.leftOut};`;
    case 'count':
      return bits(tally.n, tally.maybe);
  }
}

function bits(...marks: readonly number[]): string {
  let code = 0;
  for (const mark of marks) {
    if (mark !== 0 && mark !== 1) throw new Error(`A record is counted ${mark} times.`);
    code = code * 2 + mark;
  }
  return String.fromCharCode(code + 1);
}
