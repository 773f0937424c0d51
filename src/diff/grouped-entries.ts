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

/** The entries of a register by group, one after the other. A changed record is in two: as it was, and as it is. */
export function* partsOf(matching: RegisterMatching, group: Group, { areas, standings }: Comparison): Iterable<Part> {
  const { register } = matching;
  if (isOfBefore(group)) {
    for (const entry of entriesIn(matching, group))
      yield { entry, register, area: areas.ofBefore[entry.record.area] ?? -1, standing: standings.before(entry) };
  } else {
    for (const entry of entriesIn(matching, group))
      yield { entry, register, area: areas.ofAfter[entry.record.area] ?? -1, standing: standings.after(entry) };
  }
}

/** Whether a register has entries of a group. */
export function hasEntries({ unchanged, changed, left, entered }: RegisterMatching, group: Group): boolean {
  const members = { unchanged, entered, left, 'before-edit': changed, 'after-edit': changed }[group];
  return members.length > 0;
}

function isOfBefore(group: Group): boolean {
  return group === 'unchanged' || group === 'left' || group === 'before-edit';
}

function* entriesIn({ unchanged, changed, left, entered }: RegisterMatching, group: Group): Iterable<Entry> {
  if (group === 'left') yield* left;
  else if (group === 'entered') yield* entered;
  else if (group === 'after-edit') for (const { after } of changed) yield after;
  else for (const { before } of group === 'unchanged' ? unchanged : changed) yield before;
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
