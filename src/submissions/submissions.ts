import { type Area, joinAreas } from '../model/area.ts';
import { type Day, isoDate } from '../model/day.ts';
import {
  type SubmissionOddity,
  type SubmissionState,
  type SubmissionsReport,
  submissionOddities,
  submissionStates,
  type VillageSubmission,
} from '../model/submissions.ts';
import type { Words } from '../model/words.ts';
import { registerNames } from '../records/registers.ts';
import type { Villages } from '../records/villages.ts';
import { type Content, type Contents, listedIn, type OtherMonth } from './contents.ts';
import type { ExpectedVillage } from './expected-villages.ts';

export interface RefusedLedger {
  readonly file: string;
  readonly reason: Words;
}

export interface Batch {
  readonly expected: readonly ExpectedVillage[];
  readonly due: Day | null;
  /** The names of the ledgers that were read, in the order of the run. */
  readonly files: readonly string[];
  readonly refused: readonly RefusedLedger[];
  readonly villages: Villages;
  readonly contents: Contents;
  /** What the villages sent last month; `null` where no month is compared. */
  readonly last: OtherMonth | null;
}

/** Fewer rows than these may be the same in two villages by chance. */
const FEWEST_COPIED = 10;

/** Holds what came against what was expected, village by village in the order of the list. */
export function submissions(given: Batch): SubmissionsReport {
  const batch = reviewed(given);
  const { expected, due, refused } = batch;
  const areaOf = areaFinder(expected, batch.villages.areas);
  const found = expected.map((village) => ({ village, area: areaOf(village) }));
  const others = unexpectedAreas(batch, new Set(found.map(({ area }) => area)));
  const villages = [
    ...found.map(({ village, area }) => submissionOf(village, area, batch)),
    ...others.map((area) => unexpectedOne(area, batch)),
  ];
  const taken = new Set(villages.flatMap(({ files }) => files));
  const unreadable = refused.filter(({ file }) => !taken.has(file));
  return {
    due: due === null ? null : isoDate(due),
    registers: registerNames.filter((name) => villages.some(({ rows }) => (rows[name] ?? 0) > 0)),
    villages,
    unreadable,
    summary: { expected: expected.length, ...countsOf(villages), strayFiles: unreadable.length },
  };
}

interface ReviewedBatch extends Batch {
  /** By area. */
  readonly reviewed: readonly Content[];
  /** The areas that have the same records. */
  readonly byDigest: ReadonlyMap<string, readonly number[]>;
  /** The ledgers that list each area as a village of theirs. */
  readonly listed: ReadonlyMap<number, readonly number[]>;
  /** The digest of last month by area, where there is one. */
  readonly lastDigests: ReadonlyMap<number, string | undefined>;
}

function reviewed(batch: Batch): ReviewedBatch {
  const contents = batch.villages.areas.map((_, area) => batch.contents.of(area));
  const byDigest = new Map<string, number[]>();
  for (const [area, { digest }] of contents.entries()) addTo(byDigest, digest, area);
  const listed = listedIn(batch.villages);
  return { ...batch, reviewed: contents, byDigest, listed, lastDigests: lastDigests(batch) };
}

function lastDigests({ last, villages }: Batch): ReadonlyMap<number, string | undefined> {
  if (last === null) return new Map();
  const { ofBefore, ofAfter } = joinAreas(last.areas, villages.areas);
  const digests = new Map(ofBefore.map((number, area) => [number, last.digests[area]]));
  return new Map(ofAfter.map((number, area) => [area, digests.get(number)]));
}

/**
 * Finds the area of a village of the list: by its code, else by a name that only one village bears. Towns tell two of one
 * name apart, where both say theirs: the rows of a ledger that lists no villages tell none.
 */
function areaFinder(expected: readonly ExpectedVillage[], areas: readonly Area[]) {
  const byCode = new Map(areas.flatMap(({ code }, area) => (code === null ? [] : [[code, area] as const])));
  const [areasSaying, villagesSaying] = [byWord(areas), byWord(expected)];
  return (village: ExpectedVillage): number | undefined => {
    const coded = village.code === null ? undefined : byCode.get(village.code);
    if (coded !== undefined) return coded;
    const fits = ({ thing }: Numbered<Area>) => mayBeOne(village, thing);
    const [only, ...others] = wordsOf(village).flatMap((word) => areasSaying.get(word)?.filter(fits) ?? []);
    if (only === undefined || others.length > 0) return undefined;
    const claimants = villagesSaying.get(only.thing.name)?.filter(({ thing }) => mayBeOne(thing, only.thing));
    return claimants?.length === 1 ? only.number : undefined;
  };
}

interface Numbered<T> {
  readonly thing: T;
  readonly number: number;
}

function byWord<T extends Area>(things: readonly T[]): ReadonlyMap<string, readonly Numbered<T>[]> {
  const found = new Map<string, Numbered<T>[]>();
  for (const [number, thing] of things.entries())
    for (const word of wordsOf(thing)) addTo(found, word, { thing, number });
  return found;
}

function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [one]);
  else known.push(one);
}

/** What the rows of a ledger may call a village. */
function wordsOf({ code, name }: Area): readonly string[] {
  return [...new Set([name, code ?? name])];
}

/** Whether nothing that two villages of one name say tells them apart. */
function mayBeOne(one: Area, other: Area): boolean {
  const contradict = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return !contradict(one.town, other.town) && !contradict(one.code, other.code);
}

function submissionOf(village: ExpectedVillage, area: number | undefined, batch: ReviewedBatch): VillageSubmission {
  const { files, due } = batch;
  const content = area === undefined ? null : (batch.reviewed[area] ?? null);
  const listed = area === undefined ? [] : (batch.listed.get(area) ?? []);
  const own = [...new Set([...(content?.ledgers ?? []), ...listed])].map((ledger) => files[ledger] ?? '');
  const named = files.filter((file) => isNamed(file, village));
  const broken = batch.refused.filter(({ file }) => isNamed(file, village)).map(({ file }) => file);
  const hasRows = content !== null && content.total > 0;
  const isLate = due !== null && village.received !== null && village.received > due;
  const state: SubmissionState = hasRows
    ? isLate
      ? 'late'
      : 'received'
    : broken.length > 0
      ? 'unreadable'
      : own.length + named.length > 0
        ? 'empty'
        : 'missing';
  return {
    code: village.code,
    name: village.name,
    town: village.town,
    state,
    received: village.received === null ? null : isoDate(village.received),
    files: [...new Set([...own, ...(hasRows ? [] : named), ...broken])],
    ...odditiesOf(area, content, batch),
    rows: content?.rows ?? {},
  };
}

function unexpectedOne(area: number, batch: ReviewedBatch): VillageSubmission {
  const { code = null, name = '', town = null } = batch.villages.areas[area] ?? {};
  const content = batch.contents.of(area);
  const ledgers = new Set([...content.ledgers, ...(batch.listed.get(area) ?? [])]);
  const files = [...ledgers].map((ledger) => batch.files[ledger] ?? '');
  return {
    code,
    name,
    town,
    state: 'unexpected',
    received: null,
    files,
    ...odditiesOf(area, content, batch),
    rows: content.rows,
  };
}

/** Villages that a ledger lists as its own, and the list does not. A name in a row alone may be a slip of the pen. */
function unexpectedAreas({ listed }: ReviewedBatch, expected: ReadonlySet<number | undefined>): readonly number[] {
  return [...listed.keys()].filter((area) => !expected.has(area));
}

function odditiesOf(
  area: number | undefined,
  content: Content | null,
  { byDigest, lastDigests, villages }: ReviewedBatch,
) {
  if (area === undefined || content === null || content.total === 0) return { oddities: [], copyOf: null };
  const same = content.total < FEWEST_COPIED ? [] : (byDigest.get(content.digest) ?? []);
  const twin = same.find((other) => other !== area);
  const has: Readonly<Record<SubmissionOddity, boolean>> = {
    unchanged: lastDigests.get(area) === content.digest,
    copied: twin !== undefined,
    twice: content.isTwice,
  };
  return {
    oddities: submissionOddities.filter((oddity) => has[oddity]),
    copyOf: twin === undefined ? null : (villages.areas[twin]?.name ?? null),
  };
}

/** Whether a file's name tells that it is a village's: as the list says, or by its code or name. */
function isNamed(file: string, { code, name, file: listed }: ExpectedVillage): boolean {
  const base = file.split('/').at(-1) ?? file;
  if (listed !== null) return base === listed;
  return (code !== null && digitsIn(base).includes(code)) || (base.includes(name) && !/^\d*$/.test(name));
}

/** The numbers in a name, each whole: 990101 is not in 19901015. */
function digitsIn(text: string): readonly string[] {
  return text.match(/[0-9A-Za-z]+/g) ?? [];
}

function countsOf(
  villages: readonly VillageSubmission[],
): Readonly<Record<SubmissionState | SubmissionOddity, number>> {
  const states = submissionStates.map((state) => [state, villages.filter((one) => one.state === state).length]);
  const odd = submissionOddities.map((oddity) => [
    oddity,
    villages.filter(({ oddities }) => oddities.includes(oddity)).length,
  ]);
  return Object.fromEntries([...states, ...odd]) as Record<SubmissionState | SubmissionOddity, number>; // made of both lists
}
