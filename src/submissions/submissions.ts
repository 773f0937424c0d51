import { joinAreas } from '../model/area.ts';
import { type Day, isoDate } from '../model/day.ts';
import { grouped } from '../model/grouped.ts';
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
import { areaFinder } from './expected-areas.ts';
import type { ExpectedVillage } from './expected-villages.ts';
import { fileNaming } from './file-names.ts';

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
  readonly isNamed: ReturnType<typeof fileNaming>;
}

function reviewed(batch: Batch): ReviewedBatch {
  const contents = batch.villages.areas.map((_, area) => batch.contents.of(area));
  const byDigest = grouped(contents.keys(), (area) => contents[area]?.digest ?? '');
  const listed = listedIn(batch.villages);
  const isNamed = fileNaming(batch.expected);
  return { ...batch, reviewed: contents, byDigest, listed, lastDigests: lastDigests(batch), isNamed };
}

function lastDigests({ last, villages }: Batch): ReadonlyMap<number, string | undefined> {
  if (last === null) return new Map();
  const { ofBefore, ofAfter } = joinAreas(last.areas, villages.areas);
  const digests = new Map(ofBefore.map((number, area) => [number, last.digests[area]]));
  return new Map(ofAfter.map((number, area) => [area, digests.get(number)]));
}

function submissionOf(village: ExpectedVillage, area: number | undefined, batch: ReviewedBatch): VillageSubmission {
  const { files, due } = batch;
  const content = area === undefined ? null : (batch.reviewed[area] ?? null);
  const listed = area === undefined ? [] : (batch.listed.get(area) ?? []);
  const own = [...new Set([...(content?.ledgers ?? []), ...listed])].map((ledger) => files[ledger] ?? '');
  const named = files.filter((file) => batch.isNamed(file, village));
  const broken = batch.refused.filter(({ file }) => batch.isNamed(file, village)).map(({ file }) => file);
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
