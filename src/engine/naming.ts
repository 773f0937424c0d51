import { canonical, isMeasureId, type ListedMeasure, measureOf } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { RegisterName } from '../records/registers.ts';
import { columnAt, headerAt, isRegister, type SheetPlan, sheetFinder } from '../records/sheet-plan.ts';
import type { CountedRun } from './counted-run.ts';
import type { NamedPlace, Naming } from './diagnostics.ts';

/** What can leave a condition unknown. */
const OBSCURING: ReadonlySet<DiagnosticCode> = new Set([
  'invalid-date',
  'invalid-number',
  'invalid-word',
  'lost-digits',
  'error-cell',
  'formula-without-value',
  'parity-zero',
  'bad-encoding',
  'correct-above-checked',
  'empty-cells',
  'month-only',
  'merged-value',
]);

/** Turns places into names, and finds out which undetermined measures a cell may decide. */
export function namingOf(
  { run }: Pick<CountedRun, 'run'>,
  undetermined: readonly ListedMeasure[],
  showValues: boolean,
): Naming {
  const planAt = sheetFinder(run.plans);
  return {
    showValues,
    nameOf(at): NamedPlace {
      const plan = planAt(at);
      const ledger = at.ledger === null ? undefined : run.ledgers[at.ledger];
      return {
        file: ledger === undefined ? null : plan?.file ? `${ledger.name}/${plan.file}` : ledger.name,
        sheet: plan?.sheet.name ?? null,
        column: plan === undefined || at.column === null ? null : headerAt(plan, at.column),
      };
    },
    decidedBy(diagnostic) {
      if (diagnostic.code === 'no-reference')
        return undetermined.filter(({ id }) => id === diagnostic.data.measure).map(({ id }) => id);
      const plan = planAt(diagnostic.at);
      if (plan === undefined || !isRegister(plan) || !OBSCURING.has(diagnostic.code)) return [];
      const key =
        columnAt(plan, diagnostic.at.column)?.key ?? (diagnostic.code === 'empty-cells' ? diagnostic.data.key : null);
      return undetermined
        .filter((measure) => reads(measure, plan.recognition.layout.register, key))
        .map(({ id }) => id);
    },
  };
}

/**
 * Whether a diagnostic has to do with one of some measures: with a register that they read, or may read, or with no
 * register at all.
 */
export function concerning(
  plans: readonly SheetPlan[],
  selected: readonly ListedMeasure[],
): (diagnostic: Diagnostic) => boolean {
  const planAt = sheetFinder(plans);
  const read = new Set(selected.flatMap(sidesOf).map(({ register }) => register));
  return (diagnostic) => {
    const named = 'measure' in diagnostic.data ? diagnostic.data.measure : null;
    if (named !== null) return selected.some((measure) => isSame(measure, named));
    if (diagnostic.code === 'absent-in-some')
      return diagnostic.data.measures.some((id) => selected.some((measure) => measure.id === id));
    const plan = planAt(diagnostic.at);
    const registers = plan === undefined ? [] : registersOf(plan);
    return registers.length === 0 || registers.some((register) => register === 'counts' || read.has(register));
  };
}

/** Whether an id names a measure, or the one whose figures it shares. */
function isSame(measure: ListedMeasure, id: string): boolean {
  return isMeasureId(id) && canonical(measureOf(id)) === canonical(measure);
}

/** The register that a sheet is, or is called, or those that it may be. */
function registersOf({ recognition }: SheetPlan): readonly RegisterName[] {
  if (recognition.kind === 'register') return [recognition.layout.register];
  if (recognition.kind === 'incomplete') return [recognition.register];
  return recognition.kind === 'ambiguous' ? recognition.registers : [];
}

function reads(measure: ListedMeasure, register: RegisterName, key: string | null): boolean {
  return key !== null && sidesOf(measure).some((side) => side.register === register && side.reads.includes(key));
}
