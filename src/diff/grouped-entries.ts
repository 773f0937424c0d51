import { measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { isKnown } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Standing } from './standing.ts';
import type { Group } from './state.ts';

/** An entry as it counts: in an area of both months, by a standing of its own month. */
export interface Part {
  readonly entry: RegisterRecord;
  readonly area: number;
  readonly standing: Standing;
}

/** Visits the entries of a register by group. A changed record is in two: as it was, and as it is. */
export function visitParts(
  matching: RegisterMatching,
  { group, comparison }: { readonly group: Group; readonly comparison: Comparison },
  visit: (part: Part) => void,
): void {
  const { unchanged, changed, left, entered } = matching;
  const standingOf = isOfBefore(group) ? comparison.standings.before : comparison.standings.after;
  const areas = areasOf(group, comparison);
  const one = (entry: RegisterRecord) => visit({ entry, area: areas[entry.area] ?? -1, standing: standingOf(entry) });
  // Plain loops: a large month has hundreds of thousands of them.
  if (group === 'unchanged') for (const entry of unchanged.before) one(entry);
  else if (group === 'before-edit') for (const { before } of changed) one(before);
  else if (group === 'after-edit') for (const { after } of changed) one(after);
  else for (const entry of group === 'left' ? left : entered) one(entry);
}

/** The joint numbers of the areas of the month that a group is of. */
export function areasOf(group: Group, { areas }: Comparison): readonly number[] {
  return isOfBefore(group) ? areas.ofBefore : areas.ofAfter;
}

/** Whether a register has entries of a group. */
export function hasEntries({ unchanged, changed, left, entered }: RegisterMatching, group: Group): boolean {
  const members = { unchanged: unchanged.before, entered, left, 'before-edit': changed, 'after-edit': changed }[group];
  return members.length > 0;
}

function isOfBefore(group: Group): boolean {
  return group === 'unchanged' || group === 'left' || group === 'before-edit';
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
  const id = cellAt(entry, field);
  return isKnown(id) ? String(id) : undefined;
}
