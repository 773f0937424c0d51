import type { CountingPlan } from '../../engine/counted-run.ts';
import { type Counter, countersOf } from '../../engine/counters.ts';
import { canonical, type ListedMeasure, measures } from '../../indicators/catalogue.ts';
import { sidesOf } from '../../measures/reads.ts';
import type { RegisterName } from '../../records/registers.ts';

/** A measure that the audit sheet re-derives, and where its columns begin. */
export interface AuditedMeasure {
  readonly measure: ListedMeasure;
  /** The number of the measure in the list. */
  readonly index: number;
}

/** A measure that a register of some ledger is counted in, with the very counter that counted it. */
export interface AuditedCounter extends AuditedMeasure {
  readonly count: Counter;
}

/** The measures to re-derive, each once: a measure that a list names twice has one set of columns. */
export function auditedMeasures(selected: readonly ListedMeasure[]): readonly AuditedMeasure[] {
  const wanted = new Set(selected.map(canonical));
  return measures.flatMap((measure, index) => (wanted.has(measure.id) ? [{ measure, index }] : []));
}

/** What the records of a register of a ledger are counted in: all that it serves. */
export function auditedCounters(
  { moments, coverage }: CountingPlan,
  audited: readonly AuditedMeasure[],
  { ledger, register }: { readonly ledger: number; readonly register: RegisterName },
): readonly AuditedCounter[] {
  return audited.flatMap(({ measure, index }) => {
    const at = moments[index];
    const serves = sidesOf(measure).some((side) => side.register === register && coverage.has(ledger, side));
    if (at === undefined || !serves) return [];
    return countersOf(measure, at)
      .filter(([read]) => read === register)
      .map(([, count]) => ({ measure, index, count }));
  });
}
