import { basename, resolve } from 'node:path';
import type { CheckedRun } from '../engine/checked-run.ts';
import type { CountOptions } from '../engine/counted-run.ts';
import { type Day, dayOf } from '../model/day.ts';
import type { Report } from '../model/report.ts';
import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ParseOptions } from '../parsers/parse-options.ts';
import type { Settings } from '../profiles/settings.ts';
import { FAR } from '../reading/latest-day.ts';
import { type OpenedRun, openRun } from '../reading/opened-run.ts';
import { readRun } from '../reading/read-run.ts';
import { vocabulary } from '../records/vocabulary.ts';
import { Contents, contentsOf } from '../submissions/contents.ts';
import { type ExpectedList, readExpected } from '../submissions/expected-villages.ts';
import { type RefusedLedger, submissions } from '../submissions/submissions.ts';
import type { RawBatchOptions } from './batch-options.ts';
import { FileSource } from './file-source.ts';
import type { Io } from './io.ts';

/** The ledgers of a month, held against the list of villages that should have sent one. */
export interface OpenBatch {
  /** Those that can be read. */
  readonly ledgers: readonly Ledger[];
  readonly see: CountOptions['see'];
  readonly seeRepeated: CountOptions['seeRepeated'];
  /** The report with what came and what did not. */
  readonly reportOn: (checked: CheckedRun) => Promise<Report>;
  /** The batch without the ledgers that cannot be read to their ends; throws what was thrown where that is not why. */
  readonly withoutBroken: (thrown: unknown) => Promise<OpenBatch>;
}

export interface Opening {
  readonly io: Io;
  readonly ledgers: readonly Ledger[];
  /** Those of the month before; none where it is not asked about. */
  readonly last: readonly Ledger[];
  readonly settings: Settings;
  readonly parsing: Omit<ParseOptions, 'scoreHeader'>;
}

/** Opens a batch: a ledger that cannot be read is a finding here, and no reason not to read the others. */
export async function openBatch(list: string, options: RawBatchOptions, opening: Opening): Promise<OpenBatch> {
  const expected = await expectedIn(list, opening);
  const due = dueDay(options.due, expected, list);
  return batchOf(await sorted(opening.ledgers, (ledger) => opened(ledger, opening)), { expected, due, opening });
}

interface Asked {
  readonly expected: ExpectedList;
  readonly due: Day | null;
  readonly opening: Opening;
}

function batchOf({ readable, refused }: Sorted, asked: Asked): OpenBatch {
  const { expected, due, opening } = asked;
  const contents = new Contents();
  return {
    ledgers: readable,
    see: contents.see,
    seeRepeated: contents.seeRepeated,
    async reportOn({ counted, report }) {
      const last = opening.last.length === 0 ? null : await lastMonth(opening, counted.period.end);
      const files = readable.map(({ name }) => name);
      const { villages } = counted.outcome;
      const found = submissions({ expected: expected.villages, due, files, refused, villages, contents, last });
      return { ...report, submissions: found };
    },
    async withoutBroken(thrown) {
      if (!(thrown instanceof UsageError)) throw thrown;
      const found = await sorted(readable, (ledger) => readWhole(ledger, opening));
      if (found.refused.length === 0) throw thrown;
      return batchOf({ readable: found.readable, refused: [...refused, ...found.refused] }, asked);
    },
  };
}

async function lastMonth({ last, settings, parsing }: Opening, end: Day) {
  return contentsOf(await openRun(last, vocabulary(settings.own), parsing), end);
}

async function expectedIn(list: string, { io, parsing }: Opening): Promise<ExpectedList> {
  const source = await FileSource.open({ path: resolve(io.cwd, list), shown: list }, io.files);
  try {
    return await readExpected({ name: basename(list), source }, parsing.limits);
  } finally {
    await source.close();
  }
}

/** The day by which ledgers are due. No file says when it came, so the list has to. */
function dueDay(text: string | undefined, { tellsDays }: ExpectedList, list: string): Day | null {
  if (text === undefined) return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const due = match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (due === undefined) throw noDay(text);
  if (!tellsDays) throw noColumn(list);
  return due;
}

interface Sorted {
  readonly readable: readonly Ledger[];
  readonly refused: readonly RefusedLedger[];
}

/** Tells the ledgers that can be read from those that cannot. Throws what the last of them is refused for if none can. */
async function sorted(ledgers: readonly Ledger[], read: (ledger: Ledger) => Promise<unknown>): Promise<Sorted> {
  const readable: Ledger[] = [];
  const refused: RefusedLedger[] = [];
  for (const ledger of ledgers) {
    const reason = await read(ledger).then(
      () => null,
      (error: unknown) => {
        if (error instanceof UsageError) return error;
        throw error;
      },
    );
    if (reason === null) readable.push(ledger);
    else refused.push({ file: ledger.name, reason: reason.words });
    if (reason !== null && refused.length === ledgers.length) throw reason; // nothing is left to report on
  }
  return { readable, refused };
}

function opened(ledger: Ledger, { settings, parsing }: Opening): Promise<OpenedRun> {
  return openRun([ledger], vocabulary(settings.own), parsing);
}

/** Reads a ledger to its end: what is broken in a row does not show when it is opened. */
async function readWhole(ledger: Ledger, opening: Opening): Promise<void> {
  await readRun(await opened(ledger, opening), { end: FAR, counts: () => true, report: () => {} }, () => {});
}

function noDay(text: string): UsageError {
  return new UsageError({
    zh: `--due 应是一天，写作 2025-07-03，不能是“${text}”。`,
    en: `--due takes a day, written as 2025-07-03, not “${text}”.`,
  });
}

function noColumn(list: string): UsageError {
  return new UsageError({
    zh: `“${list}”没有“收到日期”一列，判断不了是否迟交：文件本身的时间不可靠。请加上这一列，写明每村收到台账的日期；或去掉 --due。`,
    en: `“${list}” has no column 收到日期 (received), so nothing tells what is late: the times of files cannot be trusted. Add the column with the day each ledger came, or leave out --due.`,
  });
}
