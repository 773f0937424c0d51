import { usesGiven } from '../../engine/assembly.ts';
import type { CountedRun } from '../../engine/counted-run.ts';
import { canonical } from '../../indicators/catalogue.ts';
import { certain } from '../../model/certain.ts';
import { toNumber } from '../../model/exact.ts';
import type { RegisterRecord } from '../../records/record.ts';
import type { RegisterName } from '../../records/registers.ts';
import type { RegisterPlan } from '../../records/sheet-plan.ts';
import { DENOMINATOR, marksOf, NUMERATOR, OPEN_VILLAGE } from './audit-parts.ts';
import type { AuditTrail, TrailEntry } from './audit-trail.ts';
import type { AuditedMeasure } from './audited-measures.ts';
import type { Marks } from './settled-marks.ts';

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
  readonly marks: Marks;
}

/** Hands on a row for each record of a run, for each person, village and given figure. */
export function auditRows(counted: CountedRun, trail: AuditTrail, take: (row: AuditRow) => void): void {
  for (const entry of trail.records(counted)) take({ kind: 'record', ...rowOf(counted, entry) });
  for (const entry of trail.persons(counted)) take({ kind: 'person', ...rowOf(counted, entry) });
  villageRows(counted, trail.audited, take);
  givenRows(counted, trail.audited, take);
}

function rowOf(counted: CountedRun, { plan, row, area, marks }: TrailEntry) {
  return { register: plan.recognition.layout.register, ...placeOf(counted, { row, area }, plan), marks };
}

const AREA = 'area of a record';

/** One row a village: villages as records, and the numbers that the registers' records are set against. */
function villageRows(counted: CountedRun, audited: readonly AuditedMeasure[], take: (row: AuditRow) => void): void {
  const { villages } = counted.tallied;
  const listed = new Map(villages.listed.map((village) => [village.record.area, village]));
  for (const [area, tallies] of counted.assembled.areas) {
    const village = listed.get(area);
    const marks = new Map<number, readonly number[]>();
    for (const { measure, index } of audited) {
      const own = marksOf(measure, certain(tallies[index], `tally of ${measure.id}`));
      if (measure.type === 'proportion' && measure.among.register === 'villages') marks.set(index, own);
      // Of a ratio only what the village itself adds: its records have rows of their own.
      if (measure.type === 'ratio' && 'total' in measure.to)
        marks.set(
          index,
          own.map((mark, place) => (place === DENOMINATOR || place === OPEN_VILLAGE ? mark : 0)),
        );
    }
    if (village === undefined && [...marks.values()].every((own) => own.every((mark) => mark === 0))) continue;
    take({
      kind: 'village',
      register: 'villages',
      ledger: village?.record.plan.ledger ?? null,
      sheet: village?.record.plan.sheet.name ?? null,
      row: village?.record.row ?? null,
      village: certain(villages.areas[area], AREA).name,
      marks,
    });
  }
}

/** The rows of the registers of counts that were used, as they stand. */
function givenRows(counted: CountedRun, audited: readonly AuditedMeasure[], take: (row: AuditRow) => void): void {
  for (const { record, measure, given } of counted.tallied.given) {
    if (!usesGiven(counted.tallied, record.plan.ledger, measure)) continue;
    const own = audited.find((each) => each.measure.id === canonical(measure));
    if (own === undefined) continue;
    const marks = [0, 0, 0, 0, 0, 0];
    marks[NUMERATOR] = toNumber(given.numerator);
    marks[DENOMINATOR] = toNumber(given.denominator);
    take({
      kind: 'given',
      register: 'counts',
      ...placeOf(counted, record, record.plan),
      marks: new Map([[own.index, marks]]),
    });
  }
}

function placeOf(
  { tallied }: CountedRun,
  { row, area }: Pick<RegisterRecord, 'row' | 'area'>,
  { ledger, sheet }: RegisterPlan,
) {
  return { ledger, sheet: sheet.name, row, village: certain(tallied.villages.areas[area], AREA).name };
}
