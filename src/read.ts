import { Diagnostics } from './engine/diagnostics.ts';
import { ledgerReports } from './engine/ledger-reports.ts';
import { namingOf } from './engine/naming.ts';
import { isPeriod } from './engine/period-choice.ts';
import { toldPeriod } from './engine/run-period.ts';
import { isoDate } from './model/day.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { nearest } from './model/nearest.ts';
import type { ReadingReport, Unmatched } from './model/report.ts';
import type { Ledger } from './model/sheet.ts';
import type { Limits } from './parsers/limits.ts';
import type { Settings } from './profiles/settings.ts';
import { FAR } from './reading/latest-day.ts';
import { identitiesOf } from './reading/ledger-digest.ts';
import { type OpenedRun, openAnything } from './reading/opened-run.ts';
import { readRun } from './reading/read-run.ts';
import { type CodeList, type CodeListName, codeLists } from './records/code-lists.ts';
import { suggestionFor } from './records/sheet-notes.ts';
import { columnAt, isRegister, sheetFinder } from './records/sheet-plan.ts';
import { vocabulary } from './records/vocabulary.ts';

export interface ReadOptions {
  readonly settings: Settings;
  /** The period as the user typed it; `null` to find it out, or do without. */
  readonly period: string | null;
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  readonly showValues: boolean;
  readonly version: string;
}

/** Reads every ledger and tells what it read, with nothing evaluated. Throws a UsageError where that cannot be done. */
export async function read(ledgers: readonly Ledger[], options: ReadOptions): Promise<ReadingReport> {
  const { settings, showValues, version } = options;
  const run = await openAnything(ledgers, vocabulary(settings.own), options);
  const choice = toldPeriod(run, options);
  const period = isPeriod(choice) ? { to: isoDate(choice.end), origin: choice.origin } : null;
  const diagnostics = new Diagnostics();
  const unlisted: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    diagnostics.add(diagnostic);
    if (diagnostic.code === 'invalid-word') unlisted.push(diagnostic);
  };
  const { sheets } = await readRun(
    run,
    { end: isPeriod(choice) ? choice.end : FAR, counts: () => true, report },
    () => {},
  );
  const identities = await identitiesOf(ledgers);
  const { error: errors, warning: warnings, notice: notices } = diagnostics.bySeverity;
  return {
    schema: 'fp-check/reading/1',
    tool: { name: 'fp-check', version },
    period,
    showsValues: showValues,
    ledgers: ledgerReports(identities, run.plans, sheets),
    unmatched: { columns: unmatchedColumns(run), words: showValues ? unmatchedWords(run, unlisted) : [] },
    diagnostics: diagnostics.reports(namingOf({ run }, [], showValues)),
    diagnosticTotals: diagnostics.totals,
    summary: { errors, warnings, notices },
  };
}

function unmatchedColumns(run: OpenedRun): Unmatched['columns'] {
  // A register that lacks a required column needs help most: its header may only be called otherwise.
  const layouts = run.plans.flatMap(({ recognition }) => ('layout' in recognition ? (recognition.layout ?? []) : []));
  const all = layouts.flatMap((layout) =>
    layout.ignored.map(({ header }) => {
      const suggestion = suggestionFor(header, layout);
      return {
        register: layout.register,
        header,
        key: suggestion === null ? null : (run.vocabulary.keyOf(layout.register, suggestion) ?? null),
      };
    }),
  );
  return unique(all, ({ register, header }) => `${register} ${header}`);
}

function unmatchedWords(run: OpenedRun, unlisted: readonly Diagnostic[]): Unmatched['words'] {
  const planAt = sheetFinder(run.plans);
  const all = unlisted.flatMap(({ at, value }) => {
    const plan = planAt(at);
    const kind = plan !== undefined && isRegister(plan) ? columnAt(plan, at.column)?.column.kind : undefined;
    if (kind === undefined || !(kind in codeLists) || value === undefined) return [];
    return [{ list: kind, word: value, code: nearestCode(kind as CodeListName, value) }]; // it was just found there
  });
  return unique(all, ({ list, word }) => `${list} ${word}`);
}

function nearestCode(name: CodeListName, word: string): string | null {
  const list: CodeList = codeLists[name];
  const meant = nearest(word, Object.values(list).flat());
  return Object.keys(list).find((code) => meant !== null && list[code]?.includes(meant)) ?? null;
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
