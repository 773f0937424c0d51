import { measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { isKnown } from '../records/cell.ts';
import { cellsOf, type RegisterName } from '../records/registers.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Entry } from './reading.ts';
import type { Standing } from './standing.ts';
import type { Group } from './state.ts';

/** An entry as it counts: in an area of both months, by a standing of its own month. */
export interface Part {
  readonly entry: Entry;
  readonly register: RegisterName;
  readonly area: number;
  readonly standing: Standing;
}

/** The entries of a register by group. A changed record is in two: as it was, and as it is. */
export function partsOf(matching: RegisterMatching, group: Group, comparison: Comparison): readonly Part[] {
  const { register, unchanged, changed, left, entered } = matching;
  const { areas, standings } = comparison;
  const earlier = (entry: Entry): Part => ({
    entry,
    register,
    area: areas.ofBefore[entry.record.area] ?? -1,
    standing: standings.before(entry),
  });
  const later = (entry: Entry): Part => ({
    entry,
    register,
    area: areas.ofAfter[entry.record.area] ?? -1,
    standing: standings.after(entry),
  });
  switch (group) {
    case 'unchanged':
      return unchanged.map(({ before }) => earlier(before));
    case 'entered':
      return entered.map(later);
    case 'left':
      return left.map(earlier);
    case 'before-edit':
      return changed.map(({ before }) => earlier(before));
    case 'after-edit':
      return changed.map(({ after }) => later(after));
  }
}

/** The numbers of the measures that entries of a register may add to. */
export function measuresOf(register: RegisterName): ReadonlySet<number> {
  return new Set(
    measures.flatMap((measure, index) =>
      register === 'counts' || sidesOf(measure).some((side) => side.register === register) ? [index] : [],
    ),
  );
}

/** The person that an entry is about, where a measure counts persons. */
export function personOf({ entry }: Part, field: string): string | undefined {
  const id = cellsOf(entry.record)[field];
  return id !== undefined && isKnown(id) ? String(id) : undefined;
}
