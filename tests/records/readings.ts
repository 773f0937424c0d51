import { countRun } from '../../src/engine/counted-run.ts';
import { Diagnostics } from '../../src/engine/diagnostics.ts';
import { parsePeriod } from '../../src/engine/period.ts';
import { reportOf } from '../../src/engine/report.ts';
import type { DiagnosticReport, Report, SheetReport } from '../../src/model/report.ts';
import type { Sheet } from '../../src/model/sheet.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { type OpenedRun, recogniseSheet } from '../../src/reading/opened-run.ts';
import type { RegisterRecord } from '../../src/records/record.ts';
import type { RegisterName } from '../../src/records/registers.ts';
import { NO_OWN_WORDS, type OwnWords, vocabulary } from '../../src/records/vocabulary.ts';

export interface ReadingOptions {
  readonly period?: string;
  readonly own?: OwnWords;
  readonly showValues?: boolean;
}

export interface Reading {
  readonly report: Report;
  readonly records: readonly { readonly register: RegisterName; readonly record: RegisterRecord }[];
}

/** Reads ledgers that are sheets in memory, all the way to the report. */
export async function readingOf(
  ledgers: readonly (readonly Sheet[])[],
  options: ReadingOptions = {},
): Promise<Reading> {
  return readingOfRun(await runOf(ledgers, options.own), options);
}

/** Reads an opened run all the way to the report. */
export async function readingOfRun(run: OpenedRun, options: ReadingOptions = {}): Promise<Reading> {
  const end = parsePeriod(options.period ?? '2025-06');
  if (end === undefined) throw new Error(`${options.period} is no period.`);
  const diagnostics = new Diagnostics();
  const records: Reading['records'][number][] = [];
  const counted = await countRun(run, {
    period: { end, origin: 'option' },
    settings: defaultSettings('district-17'),
    report: diagnostics.add,
    see: (record) => records.push({ register: record.register, record }),
  });
  const report = reportOf(counted, diagnostics, {
    version: '0',
    ledgers: run.ledgers.map(({ name }) => ({ file: name, sha256: '' })),
    only: null,
    showValues: options.showValues ?? false,
  });
  return { report, records };
}

/** The report on one sheet: a ledger of its own. */
export async function readSheetAlone(
  sheet: Sheet,
  options?: ReadingOptions,
): Promise<{
  readonly sheet: SheetReport;
  readonly said: readonly string[];
  readonly records: readonly RegisterRecord[];
}> {
  const { report, records } = await readingOf([[sheet]], options);
  const [own] = report.ledgers[0]?.sheets ?? [];
  if (own === undefined) throw new Error('The report has no sheet.');
  return { sheet: own, said: saidOf(report), records: records.map(({ record }) => record) };
}

/** What is said of cells and sheets, one line each: `invalid-date D17`. What concerns the run as a whole is left out. */
export function saidOf({ diagnostics, ledgers }: Report): readonly string[] {
  const several = ledgers.length > 1 || (ledgers[0]?.sheets.length ?? 0) > 1;
  return diagnostics.filter(({ sheet }) => sheet !== null).map((diagnostic) => lineOf(diagnostic, several));
}

function lineOf({ code, file, sheet, cell, row }: DiagnosticReport, several: boolean): string {
  const place = cell ?? (row === null ? '' : `row ${row}`);
  return [code, ...(several ? [`${file}›${sheet}`] : []), place].filter((part) => part !== '').join(' ');
}

/** A run of ledgers that are sheets in memory. */
export async function runOf(ledgers: readonly (readonly Sheet[])[], own: OwnWords = NO_OWN_WORDS): Promise<OpenedRun> {
  const words = vocabulary(own);
  const placed = ledgers.flatMap((sheets, ledger) => sheets.map((sheet, index) => ({ sheet, ledger, index })));
  const plans = [];
  for (const [serial, { sheet, ledger, index }] of placed.entries()) {
    plans.push({ ledger, index, serial, file: null, sheet, recognition: await recogniseSheet(sheet, words) });
  }
  const named = ledgers.map((_, index) => ({ name: `${index + 1}`, periodHints: [], files: [], isFolder: false }));
  return { ledgers: named, plans, vocabulary: words, returned: new Map() };
}
