import { usesGiven } from '../../engine/assembly.ts';
import type { CountedRun } from '../../engine/counted-run.ts';
import type { AuditedMeasure } from './audited-measures.ts';

/** What a record adds to each measure, by the number of the measure in the list. */
export type Marks = ReadonlyMap<number, readonly number[]>;

/**
 * What the end of a run changes in the marks of its records: figures may have been given in place of them, and a village
 * may lack what they are set against. The same marks come back as the same object.
 */
export function settling(counted: CountedRun, audited: readonly AuditedMeasure[]) {
  const { missing } = counted.assembled;
  const lacking = new Map<number, Set<number>>();
  for (const { measure, area } of missing) {
    const index = audited.find(({ measure: { id } }) => id === measure.id)?.index;
    if (index !== undefined) lacking.set(area, (lacking.get(area) ?? new Set()).add(index));
  }
  const given = counted.tallied.ledgers.map(
    (_, ledger) =>
      new Set(audited.filter(({ measure }) => usesGiven(counted.tallied, ledger, measure)).map(({ index }) => index)),
  );
  const known = new Map<Marks, Map<string, Marks>>();
  return (marks: Marks, ledger: number, area: number): Marks => {
    const [dropped, open] = [given[ledger], lacking.get(area)];
    if ((dropped === undefined || dropped.size === 0) && open === undefined) return marks;
    const key = `${ledger} ${open === undefined ? '' : [...open].join()}`;
    const own = known.get(marks) ?? new Map<string, Marks>();
    known.set(marks, own);
    const settled =
      own.get(key) ??
      new Map(
        [...marks]
          .filter(([index]) => dropped?.has(index) !== true)
          .map(([index, marked]) => [index, open?.has(index) === true ? withoutReference(marked) : marked] as const),
      );
    own.set(key, settled);
    return settled;
  };
}

/** A record whose village has nothing to set it against is merely possible. */
function withoutReference([a = 0, b = 0, unknown = 0, maybe = 0, ...others]: readonly number[]): readonly number[] {
  return [0, b, unknown + a, maybe + a, ...others];
}
