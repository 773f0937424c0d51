import { isoDate } from '../model/day.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { columnsOf } from '../records/registers.ts';
import { columnNamed } from '../records/sheet-plan.ts';
import { ADDRESSES_PER_GROUP, addressesOf, addressOf, gather, type Heading, headed, inOrder } from './addresses.ts';
import { carriesOn, closedMonthOf } from './closed-months.ts';
import type { Difference } from './difference.ts';
import { jointNumber } from './joint-number.ts';
import type { Comparison, Pair, RegisterMatching } from './matching.ts';
import type { Reading } from './reading.ts';
import type { ClosedGroup, DuplicateGroup, Edit, EditedGroup, RecordGroup } from './record-difference.ts';
import { shownCell } from './record-text.ts';
import { lacksOf } from './schema-changes.ts';

/** What came, left and was edited between two months, by register and village. */
export function recordChanges(
  matchings: readonly RegisterMatching[],
  comparison: Comparison,
  showValues: boolean,
): Pick<Difference, 'records' | 'closed' | 'duplicates'> {
  const { before, after } = comparison;
  const { left, entered, edited } = listed(matchings, comparison);
  const end = before.counted.period.end;
  const monthOf = (entry: RegisterRecord) => closedMonthOf(entry, end);
  const rewritten = edited.filter((pair) => !carriesOn(pair, end));
  const monthOfPair = (pair: Pair) => monthOf(pair.before) ?? monthOf(pair.after);
  return {
    records: {
      entered: plainGroups(entered, after, comparison),
      left: plainGroups(left, before, comparison),
      edited: editedGroups(edited, comparison, showValues),
    },
    closed: {
      until: isoDate(end),
      late: closedGroups(
        entered.map((entry) => ({ entry, month: monthOf(entry) })),
        after,
        comparison,
      ),
      edited: closedGroups(
        rewritten.map((pair) => ({ entry: pair.after, month: monthOfPair(pair) })),
        after,
        comparison,
      ),
      vanished: closedGroups(
        left.map((entry) => ({ entry, month: monthOf(entry) })),
        before,
        comparison,
      ),
    },
    duplicates: duplicateGroups(comparison),
  };
}

/**
 * The changes that are told record by record: not those of a register of which one month has a sheet without some required
 * column. Its records have neither come nor gone.
 */
function listed(matchings: readonly RegisterMatching[], { before, after }: Comparison) {
  const readable = matchings.filter(({ register }) =>
    [before, after].every((month) => lacksOf(register, month).length === 0),
  );
  return {
    left: readable.flatMap((matching) => matching.left),
    entered: readable.flatMap((matching) => matching.entered),
    edited: readable.flatMap(({ changed }) => changed.filter(({ edited }) => edited.length > 0)),
  };
}

function plainGroups(
  entries: readonly RegisterRecord[],
  reading: Reading,
  comparison: Comparison,
): readonly RecordGroup[] {
  const groups = gather(entries, (entry) => headingOf(entry, reading, comparison));
  return inOrder(groups.map(({ heading, members }) => groupOf(heading, members, { reading, comparison })));
}

function headingOf({ register, area }: RegisterRecord, reading: Reading, { areas, after }: Comparison): Heading {
  const own = reading === after ? areas.ofAfter : areas.ofBefore;
  return { register, area: jointNumber(own, area) };
}

interface Ground {
  readonly reading: Reading;
  readonly comparison: Comparison;
}

function groupOf(heading: Heading, members: readonly RegisterRecord[], { reading, comparison }: Ground): RecordGroup {
  return {
    ...headed(heading, comparison.areas.areas),
    count: members.length,
    addresses: addressesOf(members, reading),
  };
}

interface Dated {
  readonly entry: RegisterRecord;
  /** `undefined` for a record of a month that was open. */
  readonly month: string | undefined;
}

function closedGroups(dated: readonly Dated[], reading: Reading, comparison: Comparison): readonly ClosedGroup[] {
  const groups = gather(dated, ({ entry, month }) =>
    month === undefined ? undefined : { ...headingOf(entry, reading, comparison), month },
  );
  const told = groups.map(({ heading, members }) => {
    const group = groupOf(
      heading,
      members.map(({ entry }) => entry),
      { reading, comparison },
    );
    return { ...group, month: heading.month };
  });
  return inOrder([...told].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)));
}

function editedGroups(pairs: readonly Pair[], comparison: Comparison, showValues: boolean): readonly EditedGroup[] {
  const { before, after } = comparison;
  const groups = gather(pairs, (pair) => headingOf(pair.after, after, comparison));
  return inOrder(
    groups.map(({ heading, members }) => {
      const columns = Object.keys(columnsOf(heading.register)).flatMap((key) => {
        const count = members.filter(({ edited }) => edited.includes(key)).length;
        return count === 0 ? [] : [{ key, column: headerOf(members, key), count }];
      });
      const edits = [...members]
        .sort((a, b) => a.after.plan.serial - b.after.plan.serial || a.after.row - b.after.row)
        .slice(0, ADDRESSES_PER_GROUP)
        .map(
          (pair): Edit => ({
            before: addressOf(pair.before, before),
            after: addressOf(pair.after, after),
            columns: pair.edited.map((key) => ({
              key,
              column: headerOf([pair], key),
              ...(showValues ? { values: valuesOf(pair, key) } : {}),
            })),
          }),
        );
      const entries = members.map((pair) => pair.after);
      return { ...groupOf(heading, entries, { reading: after, comparison }), columns, edits };
    }),
  );
}

function headerOf([pair]: readonly Pair[], key: string): string {
  return (pair === undefined ? undefined : columnNamed(pair.after.plan, key))?.header ?? key;
}

function valuesOf({ before, after }: Pair, key: string) {
  const kind = columnsOf(before.register)[key]?.kind;
  return { before: shownCell(cellAt(before, key), kind), after: shownCell(cellAt(after, key), kind) };
}

/** The records that repeat an id, which no month counts. */
function duplicateGroups(comparison: Comparison): readonly DuplicateGroup[] {
  const { before, after } = comparison;
  const all = [before, after].flatMap((reading) => reading.repeated.map((entry) => ({ entry, reading })));
  const groups = gather(all, ({ entry, reading }) => headingOf(entry, reading, comparison));
  return inOrder(
    groups.map(({ heading, members }) => {
      const of = (reading: Reading) => members.filter((member) => member.reading === reading).map(({ entry }) => entry);
      const [earlier, later] = [of(before), of(after)];
      return {
        ...headed(heading, comparison.areas.areas),
        before: earlier.length,
        after: later.length,
        addresses: later.length > 0 ? addressesOf(later, after) : addressesOf(earlier, before),
      };
    }),
  );
}
