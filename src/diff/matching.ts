import type { JointAreas } from '../model/area.ts';
import { grouped } from '../model/grouped.ts';
import { isKnown } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { positionOf, type RegisterName, registerNames } from '../records/registers.ts';
import { type JointLedgers, joinLedgers } from './joint-ledgers.ts';
import { jointNumber } from './joint-number.ts';
import { type NamedList, pairByName, type Unpaired } from './pairing.ts';
import type { Reading } from './reading.ts';
import { comparedKeys, recordText, sameCell } from './record-text.ts';
import { RepeatedIds } from './repeated-ids.ts';
import type { Rereading } from './rereading.ts';
import { type ColumnChange, changedColumns } from './schema-changes.ts';
import { type Standings, standingsOf } from './standing.ts';

/** One record in both months. */
export interface Pair {
  readonly before: RegisterRecord;
  readonly after: RegisterRecord;
  /** The keys of the columns in which it was edited. */
  readonly edited: readonly string[];
}

/** Records that were not edited, and what they were, in step: of nearly all records of a large month no pair is made. */
export interface PairList {
  readonly before: readonly RegisterRecord[];
  readonly after: readonly RegisterRecord[];
}

/** The records of one register in two months. */
export interface RegisterMatching {
  readonly register: RegisterName;
  /** Read alike, and counted alike. */
  readonly unchanged: PairList;
  /** Edited; or as it was, but under other columns or in another ledger, where that can tell. */
  readonly changed: readonly Pair[];
  /** As it was, but read otherwise: by another period's end, or in other words. */
  readonly reread: readonly Pair[];
  readonly left: readonly RegisterRecord[];
  readonly entered: readonly RegisterRecord[];
}

export interface Comparison {
  readonly before: Reading;
  readonly after: Reading;
  readonly areas: JointAreas;
  readonly ledgers: JointLedgers;
  /** `null` where the months read alike. */
  readonly rereading: Rereading | null;
  readonly standings: { readonly before: Standings; readonly after: Standings };
}

export function comparisonOf(
  before: Reading,
  after: Reading,
  { areas, rereading }: Pick<Comparison, 'areas' | 'rereading'>,
): Comparison {
  const ledgers = joinLedgers(before, after, areas);
  const giversIn = ({ counted: { tallied } }: Reading, joint: readonly number[]) =>
    tallied.given.map(({ record }) => jointNumber(joint, record.plan.ledger));
  const giving = new Set([...giversIn(before, ledgers.ofBefore), ...giversIn(after, ledgers.ofAfter)]);
  const standings = {
    before: standingsOf(before, { joint: ledgers.ofBefore, giving }),
    after: standingsOf(after, { joint: ledgers.ofAfter, giving }),
  };
  return { before, after, areas, ledgers, rereading, standings };
}

/** Matches the records of two months, by register, village and id; those without an id of their own by all their fields. */
export function matchRecords(comparison: Comparison): readonly RegisterMatching[] {
  const { before, after } = comparison;
  return registerNames
    .filter((register) => before.entries.has(register) || after.entries.has(register))
    .map((register) => matchRegister(register, comparison));
}

/** The joint number of the area of an entry. */
type AreaOf = (entry: RegisterRecord) => number;

interface Matcher {
  readonly register: RegisterName;
  readonly areaBefore: AreaOf;
  readonly areaAfter: AreaOf;
  readonly columns: ColumnChange;
  readonly ofCommon: readonly string[];
  readonly hasSameStanding: (before: RegisterRecord, after: RegisterRecord) => boolean;
  readonly rereading: Rereading | null;
  /** A record of the earlier month as that month reads it, and as the later one does where that is not the same. */
  readonly readBefore: BothWays;
  readonly readAfter: BothWays;
}

/** In the order of the months. */
type BothWays = (record: RegisterRecord) => readonly RegisterRecord[];

function matchRegister(register: RegisterName, comparison: Comparison): RegisterMatching {
  const { before, after, areas, standings, rereading } = comparison;
  const columns = changedColumns(register, before, after);
  const matcher: Matcher = {
    register,
    areaBefore: ({ area }) => jointNumber(areas.ofBefore, area),
    areaAfter: ({ area }) => jointNumber(areas.ofAfter, area),
    columns,
    ofCommon: comparedKeys(register).filter((key) => columns.common.has(key)),
    hasSameStanding: (one, other) => standings.before(one).id === standings.after(other).id,
    rereading,
    readBefore: (record) => (rereading === null ? [record] : [record, rereading.before(record) ?? record]),
    readAfter: (record) => (rereading === null ? [record] : [rereading.after(record) ?? record, record]),
  };
  const isUnchanged = unchangedIn(matcher);
  const unchanged: { before: RegisterRecord[]; after: RegisterRecord[] } = { before: [], after: [] };
  const changed: Pair[] = [];
  const reread: Pair[] = [];
  const readOtherwise = differing(register, comparedKeys(register));
  const take: Take = (before, after, edited) => {
    if (edited.length > 0) changed.push({ before, after, edited });
    else if (rereading !== null && readOtherwise(before, after).length > 0) reread.push({ before, after, edited });
    else if (!isUnchanged(before, after)) changed.push({ before, after, edited });
    else {
      unchanged.before.push(before);
      unchanged.after.push(after);
    }
  };
  const rest = pairById(matcher, comparison, take);
  const { left, entered } = pairByFields(matcher, rest, take);
  return { register, unchanged, changed, reread, left, entered };
}

type Unmatched = Unpaired<RegisterRecord>;

/** Takes the records of a pair, and the keys of the columns in which it was edited. */
type Take = (before: RegisterRecord, after: RegisterRecord, edited: readonly string[]) => void;

/** Pairs what has an id of its own in both months, and hands on the rest. A repeated id is nobody's own. */
function pairById(matcher: Matcher, { before, after }: Comparison, take: Take): Unmatched {
  const { register, areaBefore, areaAfter } = matcher;
  const idOf = identity(register, matcher.columns);
  const differences = editing(matcher);
  const isHere = (record: RegisterRecord) => record.register === register;
  const repeated = new RepeatedIds();
  for (const entry of before.repeated.filter(isHere)) repeated.add(idOf(entry), areaBefore(entry));
  for (const entry of after.repeated.filter(isHere)) repeated.add(idOf(entry), areaAfter(entry));
  const named = (things: readonly RegisterRecord[], areaOf: AreaOf): NamedList<RegisterRecord> => {
    const areas = things.map(areaOf);
    const ids = things.map((thing, place) => {
      const id = idOf(thing);
      return repeated.has(id, jointNumber(areas, place)) ? undefined : id;
    });
    return { things, areas, ids };
  };
  return pairByName(
    named(before.entries.get(register) ?? [], areaBefore),
    named(after.entries.get(register) ?? [], areaAfter),
    (one, other) => take(one, other, differences(one, other)),
  );
}

/** Finds the keys under which a pair was edited: they differ in the eyes of one month or the other. */
function editing({ register, ofCommon, rereading, readBefore, readAfter }: Matcher) {
  const differences = differing(register, ofCommon);
  if (rereading === null) return differences;
  return (before: RegisterRecord, after: RegisterRecord): readonly string[] => {
    const later = readAfter(after);
    const found = new Set(readBefore(before).flatMap((one, month) => differences(one, later[month] ?? after)));
    return ofCommon.filter((key) => found.has(key));
  };
}

const NONE: readonly string[] = []; // one list for the many records in which nothing differs

/** Finds the keys, of some, whose cells differ. */
function differing(register: RegisterName, keys: readonly string[]) {
  const positions = keys.map((key) => positionOf(register, key));
  return (before: RegisterRecord, after: RegisterRecord): readonly string[] => {
    const [one, other] = [before.cells, after.cells];
    // A plain loop, for it runs once for each of a million cells: most records are as they were.
    for (const position of positions) {
      if (!sameCell(one[position], other[position]))
        return keys.filter((key) => !sameCell(cellAt(before, key), cellAt(after, key)));
    }
    return NONE;
  };
}

/** Pairs what has the same fields, as often as it stands in both months. */
function pairByFields(
  { ofCommon, areaBefore, areaAfter, columns, register, readBefore, readAfter }: Matcher,
  rest: Unmatched,
  take: Take,
): Unmatched {
  if (rest.left.length === 0 || rest.entered.length === 0) return rest;
  const every = comparedKeys(register);
  // Among records alike in the columns of both months, those alike in all go first: the order of rows must not decide.
  // And before them those that name their village alike: an area may hold what names it and what names none.
  const first = pairBy(every)(pairBy([...every, 'village'])(rest));
  if (columns.added.length + columns.removed.length === 0) return first; // both months have the same ones
  return pairBy(ofCommon)(first);

  function pairBy(keys: readonly string[]) {
    const textIn = (area: number, readings: readonly RegisterRecord[]) =>
      `${area} ${readings.map((record) => recordText(record, keys)).join('')}`;
    return ({ left, entered }: Unmatched): Unmatched => {
      const waiting = grouped<string, RegisterRecord>(left, (entry) => textIn(areaBefore(entry), readBefore(entry)));
      const unmatched = entered.filter((entry) => {
        const partner = waiting.get(textIn(areaAfter(entry), readAfter(entry)))?.shift();
        if (partner !== undefined) take(partner, entry, NONE);
        return partner === undefined;
      });
      return { left: [...waiting.values()].flat(), entered: unmatched };
    };
  }
}

/** Whether records in which nothing was edited are counted alike, and alike in the columns of one month alone. */
function unchangedIn({ columns, hasSameStanding }: Matcher) {
  const others = [...columns.added, ...columns.removed];
  return (before: RegisterRecord, after: RegisterRecord): boolean => {
    if (!hasSameStanding(before, after)) return false;
    return others.every((key) => sameCell(cellAt(before, key), cellAt(after, key)));
  };
}

/** What names a record in its village: its id; a village is named by its code already. */
function identity(register: RegisterName, { common }: ColumnChange): (entry: RegisterRecord) => string | undefined {
  if (register === 'villages') return () => '';
  if (!common.has('id')) return () => undefined;
  const position = positionOf(register, 'id');
  return ({ cells }) => {
    const id = cells[position];
    return id !== undefined && isKnown(id) ? String(id) : undefined;
  };
}
