import { measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { isKnown } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import { jointNumber } from './joint-number.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Reading } from './reading.ts';
import type { Standing, Standings } from './standing.ts';
import type { Group } from './state.ts';

/** An entry as it counts: in an area of both months, by a standing of its own month. */
export interface Part {
  readonly entry: RegisterRecord;
  readonly area: number;
  readonly standing: Standing;
}

/** Visits the entries of a register by group. */
export function visitParts(
  matching: RegisterMatching,
  { group, comparison }: { readonly group: Group; readonly comparison: Comparison },
  visit: (part: Part) => void,
): void {
  const { areas, standingOf } = monthOf(group, comparison);
  // A plain loop: a large month has hundreds of thousands of them.
  for (const entry of entriesOf(matching, group, comparison))
    visit({ entry, area: jointNumber(areas, entry.area), standing: standingOf(entry) });
}

/** The entries of a group. A changed record is in two: as it was, and as it is. */
export function entriesOf(
  { unchanged, changed, reread, left, entered }: RegisterMatching,
  group: Group,
  { rereading }: Pick<Comparison, 'rereading'>,
): readonly RegisterRecord[] {
  switch (group) {
    case 'unchanged':
      return unchanged.before;
    case 'entered':
      return entered;
    case 'left':
      return left;
    case 'before-edit':
      return changed.map(({ before }) => before);
    case 'after-edit':
      return changed.map(({ after }) => after);
    case 'before-window':
    case 'before-settings':
      return group === `before-${rereading?.factor}` ? reread.map(({ before }) => before) : [];
    case 'after-window':
    case 'after-settings':
      return group === `after-${rereading?.factor}` ? reread.map(({ after }) => after) : [];
  }
}

/** The month that the entries of a group are of. */
export interface GroupMonth {
  readonly reading: Reading;
  /** The joint numbers of its areas. */
  readonly areas: readonly number[];
  /** The joint numbers of its ledgers. */
  readonly ledgers: readonly number[];
  readonly standingOf: Standings;
}

export function monthOf(group: Group, { before, after, areas, ledgers, standings }: Comparison): GroupMonth {
  return group === 'entered' || group.startsWith('after-')
    ? { reading: after, areas: areas.ofAfter, ledgers: ledgers.ofAfter, standingOf: standings.after }
    : { reading: before, areas: areas.ofBefore, ledgers: ledgers.ofBefore, standingOf: standings.before };
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
