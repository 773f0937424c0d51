import { type Area, compareAreas } from '../model/area.ts';
import type { Words } from '../model/words.ts';
import type { RegisterRecord } from '../records/record.ts';
import { type RegisterName, registers } from '../records/registers.ts';
import type { Reading } from './reading.ts';
import type { Address, RecordGroup } from './record-difference.ts';

/** How many records of a group are named. All are counted. */
export const ADDRESSES_PER_GROUP = 100;

export function addressOf({ plan, row }: RegisterRecord, { counted: { run } }: Reading): Address {
  const ledger = run.ledgers[plan.ledger]?.name ?? '';
  return { file: plan.file === null ? ledger : `${ledger}/${plan.file}`, sheet: plan.sheet.name, row };
}

/** What groups of records are told apart by. */
export interface Heading {
  readonly register: RegisterName;
  readonly area: number;
}

/** The members of groups that have one heading, in the order of registers and areas. */
export function gather<T, H extends Heading>(members: readonly T[], headingOf: (member: T) => H | undefined) {
  const found = new Map<string, { readonly heading: H; readonly members: T[] }>();
  for (const member of members) {
    const heading = headingOf(member);
    if (heading === undefined) continue;
    const key = Object.values(heading).join(' ');
    const group = found.get(key) ?? { heading, members: [] };
    found.set(key, group);
    group.members.push(member);
  }
  return [...found.values()];
}

/** A group's heading in words. */
export function headed({ register, area }: Heading, areas: readonly Area[]) {
  const { code = null, name = '' } = areas[area] ?? {};
  const title: Words = registers[register].title;
  return { register, registers: title, area: { code, name } };
}

/** The addresses of some entries, in reading order. */
export function addressesOf(entries: readonly RegisterRecord[], reading: Reading): RecordGroup['addresses'] {
  return [...entries]
    .sort((a, b) => a.plan.serial - b.plan.serial || a.row - b.row)
    .slice(0, ADDRESSES_PER_GROUP)
    .map((entry) => addressOf(entry, reading));
}

/** In the order of registers as given, then areas by code and name. */
export function inOrder<G extends { readonly register: string; readonly area: Pick<Area, 'code' | 'name'> }>(
  groups: readonly G[],
): readonly G[] {
  const order = Object.keys(registers);
  return [...groups].sort(
    (a, b) => order.indexOf(a.register) - order.indexOf(b.register) || compareAreas(a.area, b.area),
  );
}
