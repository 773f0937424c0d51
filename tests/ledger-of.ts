import { check } from '../src/check.ts';
import { addUp } from '../src/engine/area-reports.ts';
import { type CountedRun, countRun } from '../src/engine/counted-run.ts';
import { parsePeriod } from '../src/engine/period.ts';
import { villageTallies } from '../src/engine/report.ts';
import { periodNamed } from '../src/engine/run-period.ts';
import type { Tally } from '../src/engine/tally.ts';
import { measureOf, measures } from '../src/indicators/catalogue.ts';
import type { MeasureId } from '../src/indicators/indicators.ts';
import type { DiagnosticCode } from '../src/model/diagnostic.ts';
import type { DiagnosticReport, Figures, MeasureReport, Report } from '../src/model/report.ts';
import type { Ledger } from '../src/model/sheet.ts';
import { defaultLimits } from '../src/parsers/limits.ts';
import { readConfiguration } from '../src/profiles/configuration.ts';
import { defaultSettings, type Settings } from '../src/profiles/settings.ts';
import { openRun } from '../src/reading/opened-run.ts';
import { columnsOf, type RegisterName } from '../src/records/registers.ts';
import { vocabulary } from '../src/records/vocabulary.ts';

/** Cells by the keys of their columns. What a row does not name is empty. */
export type Row = Readonly<Record<string, string | number>>;

/** The registers of a ledger. One with an empty list is there, without rows. */
export type Tables = Readonly<Partial<Record<RegisterName, readonly Row[]>>>;

export interface LedgerOptions {
  readonly name?: string;
  /** Columns that the ledger lacks: `procedures.due_date`. */
  readonly without?: readonly string[];
  /** Lays out a register otherwise: its lines as cells, the header first. */
  readonly layOut?: (lines: readonly (readonly string[])[]) => readonly (readonly string[])[];
}

export interface RunOptions {
  /** `null` to find it out. */
  readonly period?: string | null;
  /** A configuration, as YAML. */
  readonly configuration?: string;
  readonly only?: readonly string[];
}

/** A ledger in memory, as a folder of CSV. */
export function ledgerOf(
  tables: Tables,
  { name = 'ledger', without = [], layOut = (lines) => lines }: LedgerOptions = {},
): Ledger {
  const files = Object.entries(tables).map(([register, rows]) => {
    const keys = Object.keys(columnsOf(register as RegisterName)).filter(
      (key) => !without.includes(`${register}.${key}`),
    ); // Tables has no other keys
    const lines = layOut([keys, ...rows.map((row) => keys.map((key) => String(row[key] ?? '')))]);
    return textFile(`${register}.csv`, lines.map(line).join(''));
  });
  return { name, periodHints: [name], files, isFolder: true };
}

/** The report on some ledgers, or on one that consists of some tables. */
export async function reported(ledgers: Tables | readonly Ledger[], options: RunOptions = {}): Promise<Report> {
  const settings = await settingsOf(options);
  const period = options.period === undefined ? '2025-06' : options.period;
  const command = (named: string) => `fp-check ledger --period ${named}`;
  return check(ledgersOf(ledgers), {
    settings,
    period: periodNamed({ settings, period, command }),
    limits: defaultLimits,
    only: options.only ?? null,
    showValues: false,
    version: '0',
  });
}

/** One measure of the report. */
export async function measured(
  id: MeasureId,
  ledgers: Tables | readonly Ledger[],
  options?: RunOptions,
): Promise<MeasureReport> {
  return measureIn(await reported(ledgers, options), id);
}

export function measureIn({ indicators }: Report, id: MeasureId): MeasureReport {
  const found = indicators.flatMap(({ measures: own }) => own).find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`The report has no measure ${id}.`);
  return found;
}

/** The figures of a measure in a village, by its name. */
export function inVillage({ areas }: Report, name: string, id: MeasureId): Figures {
  const figures = areas.find((area) => area.name === name)?.measures[id];
  if (figures === undefined) throw new Error(`The report has no measure ${id} of ${name}.`);
  return figures;
}

export function diagnosed({ diagnostics }: Report, code: DiagnosticCode): readonly DiagnosticReport[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}

/** What a measure kept of some tables: counts, before anything is divided. */
export async function tallied(id: MeasureId, tables: Tables, options: RunOptions = {}): Promise<Tally> {
  const counted = await countedRun(ledgersOf(tables), options);
  const tally = addUp(villageTallies(counted), measures)[measures.indexOf(measureOf(id))];
  if (tally === undefined) throw new Error(`Measure ${id} was not counted.`);
  return tally;
}

export async function countedRun(ledgers: readonly Ledger[], options: RunOptions = {}): Promise<CountedRun> {
  const end = parsePeriod(options.period ?? '2025-06');
  if (end === undefined) throw new Error(`${options.period} is no period.`);
  const settings = await settingsOf(options);
  const run = await openRun(ledgers, vocabulary(settings.own), { limits: defaultLimits });
  return countRun(run, { period: { end, origin: 'option' }, settings, report: () => {} });
}

function ledgersOf(ledgers: Tables | readonly Ledger[]): readonly Ledger[] {
  return isList(ledgers) ? ledgers : [ledgerOf(ledgers)];
}

function isList(ledgers: Tables | readonly Ledger[]): ledgers is readonly Ledger[] {
  return Array.isArray(ledgers);
}

async function settingsOf({ configuration }: RunOptions): Promise<Settings> {
  if (configuration === undefined) return defaultSettings('district-17');
  const file = { path: 'fp-check.config.yaml', name: 'fp-check.config.yaml', text: configuration };
  return readConfiguration(file, { readProfile: async () => undefined });
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}

function textFile(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return { name, source: { size: bytes.length, slice: async (from: number, to: number) => bytes.slice(from, to) } };
}
