import { usesGiven } from '../../engine/assembly.ts';
import type { CountedRun } from '../../engine/counted-run.ts';
import { emptyTally, type Person, samePerson, type Tally } from '../../engine/tally.ts';
import { proportionMark } from '../../measures/mark.ts';
import { toNumber } from '../../model/exact.ts';
import { readRun } from '../../reading/read-run.ts';
import type { AnyRecord } from '../../records/reading-context.ts';
import type { RegisterName } from '../../records/registers.ts';
import type { RegisterPlan } from '../../records/sheet-plan.ts';
import { DENOMINATOR, marksOf, NUMERATOR } from './audit-parts.ts';
import { type AuditedCounter, type AuditedMeasure, auditedCounters } from './audited-measures.ts';

/** What a row of the audit sheet stands for. */
export type AuditKind = 'record' | 'person' | 'village' | 'given';

/** A row of the audit sheet: where its record stands, and what it adds to each measure. No name and no id of a person. */
export interface AuditRow {
  readonly kind: AuditKind;
  readonly register: RegisterName;
  /** Of the run, from 0; `null` with a village that no register lists. */
  readonly ledger: number | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly village: string;
  /** By the number of the measure in the list. */
  readonly marks: ReadonlyMap<number, readonly number[]>;
}

/** Reads the records of a run once more and hands on a row for each, for each person, village and given figure. */
export async function auditRows(
  counted: CountedRun,
  audited: readonly AuditedMeasure[],
  take: (row: AuditRow) => void,
): Promise<void> {
  const persons = new Map<string, MetPerson>();
  const countersFor = auditedCounters(counted, audited);
  const lacking = new Set(counted.assembled.missing.map(({ measure, area }) => `${measure.id} ${area}`));
  await readRun(counted.run, { end: counted.period.end, counts: () => false, report: () => {} }, (record, plan) => {
    const { register } = plan.recognition.layout;
    if (register === 'counts') return;
    const marks = new Map<number, readonly number[]>();
    for (const counter of countersFor(plan.ledger, register)) {
      const tally = tallyOf(counter, record);
      if (tally.type === 'proportion' && tally.persons.size > 0)
        meet(tally.persons, { counter, record, plan }, persons);
      else if (lacking.has(`${counter.measure.id} ${record.area}`))
        marks.set(counter.index, withoutReference(tally, counter));
      else marks.set(counter.index, marksOf(counter.measure, tally));
    }
    take({ kind: 'record', register, ...placeOf(counted, record, plan), marks });
  });
  for (const { counter, record, plan, person } of persons.values()) {
    const mark = proportionMark(person.scope, () => person.meets);
    const own = [mark.n, mark.d, mark.u | mark.xt | mark.xf, mark.u, mark.xt, mark.xf];
    const { register } = plan.recognition.layout;
    take({ kind: 'person', register, ...placeOf(counted, record, plan), marks: new Map([[counter.index, own]]) });
  }
  villageRows(counted, audited, take);
  givenRows(counted, audited, take);
}

interface Met {
  readonly counter: AuditedCounter;
  /** The first record in which the person was met. */
  readonly record: AnyRecord;
  readonly plan: RegisterPlan;
}

interface MetPerson extends Met {
  person: Person;
}

function meet(found: ReadonlyMap<string, Person>, met: Met, persons: Map<string, MetPerson>): void {
  for (const [id, person] of found) {
    const key = `${met.counter.index} ${met.record.area} ${id}`;
    const known = persons.get(key);
    if (known === undefined) persons.set(key, { ...met, person });
    else known.person = samePerson(known.person, person);
  }
}

/** What one record adds to a measure, counted as the engine counts. */
function tallyOf({ measure, count }: AuditedCounter, record: AnyRecord): Tally {
  const tally = emptyTally(measure);
  count(record, tally);
  return tally;
}

/** A record whose village has nothing to set it against is merely possible. */
function withoutReference(tally: Tally, { measure }: AuditedCounter): readonly number[] {
  const [a = 0, b = 0, unknown = 0, maybe = 0, ...others] = marksOf(measure, tally);
  return [0, b, unknown + a, maybe + a, ...others];
}

/** One row a village: villages as records, and the numbers that the registers' records are set against. */
function villageRows(counted: CountedRun, audited: readonly AuditedMeasure[], take: (row: AuditRow) => void): void {
  const { villages } = counted.counted;
  const listed = new Map(villages.listed.map((village) => [village.record.area, village]));
  for (const [area, tallies] of counted.assembled.areas) {
    const village = listed.get(area);
    const marks = new Map<number, readonly number[]>();
    for (const { measure, index } of audited) {
      const tally = tallies[index];
      if (tally === undefined) continue;
      const own = marksOf(measure, tally);
      if (measure.type === 'proportion' && measure.among.register === 'villages') marks.set(index, own);
      // Of a ratio only what the village itself adds: its records have rows of their own.
      if (measure.type === 'ratio' && 'total' in measure.to)
        marks.set(index, [0, own[DENOMINATOR] ?? 0, 0, 0, 0, own[5] ?? 0]);
    }
    if (village === undefined && [...marks.values()].every((own) => own.every((mark) => mark === 0))) continue;
    take({
      kind: 'village',
      register: 'villages',
      ledger: village?.ledger ?? null,
      sheet: village === undefined ? null : (counted.run.plans[village.serial]?.sheet.name ?? null),
      row: village?.record.row ?? null,
      village: villages.areas[area]?.name ?? '',
      marks,
    });
  }
}

/** The rows of the registers of counts that were used, as they stand. */
function givenRows(counted: CountedRun, audited: readonly AuditedMeasure[], take: (row: AuditRow) => void): void {
  for (const { plan, record, measure, given } of counted.counted.given) {
    if (!usesGiven(counted.counted, plan.ledger, measure)) continue;
    const own = audited.find((each) => each.measure.id === (measure.sameAs ?? measure.id));
    if (own === undefined) continue;
    const marks = [0, 0, 0, 0, 0, 0];
    marks[NUMERATOR] = toNumber(given.numerator);
    marks[DENOMINATOR] = toNumber(given.denominator);
    take({
      kind: 'given',
      register: 'counts',
      ...placeOf(counted, record, plan),
      marks: new Map([[own.index, marks]]),
    });
  }
}

function placeOf({ counted }: CountedRun, { row, area }: AnyRecord, { ledger, sheet }: RegisterPlan) {
  return { ledger, sheet: sheet.name, row, village: counted.villages.areas[area]?.name ?? '' };
}
