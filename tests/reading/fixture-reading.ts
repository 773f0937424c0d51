import { type DayRange, isoDate } from '../../src/model/day.ts';
import type { SheetReport } from '../../src/model/report.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openRun } from '../../src/reading/opened-run.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { cellAt, type RegisterRecord } from '../../src/records/record.ts';
import { columnsOf } from '../../src/records/registers.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import { readingOfRun, saidOf } from '../records/readings.ts';

/** What a ledger reads: as it stands in the JSON beside each fixture. */
export interface FixtureReading {
  readonly sheets: readonly SheetReport[];
  readonly said: readonly string[];
  /** The row and the cells of each record, empty ones left out: `2 village=东风村 id=B1`. */
  readonly records: readonly string[];
}

export async function readFixture(name: string, bytes: Uint8Array): Promise<FixtureReading> {
  const slice = async (start: number, end: number) => bytes.subarray(start, end);
  const file = { name, source: { size: bytes.length, slice } };
  const ledger: Ledger = { name, periodHints: [name], files: [file], isFolder: false };
  const run = await openRun([ledger], vocabulary(), { limits: defaultLimits });
  const { report, records } = await readingOfRun(run);
  return {
    sheets: report.ledgers[0]?.sheets ?? [],
    said: saidOf(report),
    records: records.map(({ record }) => recordText(record)),
  };
}

function recordText(record: RegisterRecord): string {
  const texts = Object.keys(columnsOf(record.register))
    .filter((key) => cellAt(record, key) !== EMPTY)
    .map((key) => `${key}=${cellText(cellAt(record, key))}`);
  return [String(record.row), ...texts].join(' ');
}

function cellText(cell: unknown): string {
  if (cell === UNKNOWN) return '?';
  if (typeof cell !== 'object' || cell === null) return String(cell);
  const { first, last } = cell as DayRange; // births, procedures and incidents hold no decimals
  return first === last ? isoDate(first) : `${isoDate(first)}…${isoDate(last)}`;
}
