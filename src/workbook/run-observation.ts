import type { CountingPlan, RunObserver } from '../engine/counted-run.ts';
import { selectedMeasures } from '../engine/indicator-report.ts';
import { type Diagnostic, severityOf } from '../model/diagnostic.ts';
import type { OpenedRun } from '../reading/opened-run.ts';
import type { RegisterRecord } from '../records/record.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { auditedMeasures } from './audit/audited-measures.ts';
import type { SheetSight } from './register/sheet-sight.ts';
import { watchedRun } from './register/watched-run.ts';

/** All that a workbook of results needs of a run and no report holds, gathered while the run is checked. */
export class RunObservation implements RunObserver {
  readonly trail: AuditTrail;
  /** By the number of the sheet in the run; registers only. */
  sights: ReadonlyMap<number, SheetSight> = new Map();
  #sightAt: (ledger: number, sheet: number) => SheetSight | undefined = () => undefined;

  /** `only`: the measures that the check is limited to. */
  constructor(only: readonly string[] | null) {
    this.trail = new AuditTrail(auditedMeasures(selectedMeasures(only)));
  }

  watch(opened: OpenedRun): OpenedRun {
    const { run, sights } = watchedRun(opened);
    const placed = new Map(run.plans.map(({ ledger, index, serial }) => [`${ledger} ${index}`, sights.get(serial)]));
    this.sights = sights;
    this.#sightAt = (ledger, sheet) => placed.get(`${ledger} ${sheet}`);
    return run;
  }

  record(record: RegisterRecord, counting: CountingPlan): void {
    this.trail.take(record, counting);
  }

  problem({ code, at: { ledger, sheet, row, column } }: Diagnostic): void {
    // Only a warning can be explained. What its cell holds is kept, because another content makes the explanation void.
    if (severityOf(code) !== 'warning' || ledger === null || sheet === null || row === null || column === null) return;
    this.#sightAt(ledger, sheet)?.keep(row, column);
  }
}
