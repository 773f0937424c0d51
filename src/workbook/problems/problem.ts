import type { CheckedRun } from '../../engine/checked-run.ts';
import { certain } from '../../model/certain.ts';
import { type Diagnostic, describe, diagnosticKinds, type Place } from '../../model/diagnostic.ts';
import type { DiagnosticReport } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { checkCode } from '../../reading/check-code.ts';
import { sheetFinder } from '../../records/sheet-plan.ts';
import type { Tone } from '../package/look.ts';

/** A diagnostic with its place by number, and what passes between the program and the user about it. */
export interface Problem {
  readonly report: DiagnosticReport;
  readonly at: Place;
  /** Whether its sheet has cells to go to: a chart has none. */
  readonly hasCells: boolean;
  readonly mend: Words;
  readonly tone: Tone;
  /** What the user has said to it; empty where nothing. */
  readonly explanation: string;
  /** By what an explanation is known to be of the same cell; `null` where none is asked for. */
  readonly checkCode: string | null;
}

/** How the cells of a ledger read, and the key of its check codes: known once its sheets have been seen. */
export interface Contents {
  readonly key: string;
  readonly contentOf: (at: Place) => string;
}

/**
 * The problems of one ledger and of the run as a whole, in reading order; of all ledgers for `null`. What the user has
 * explained comes last. Without contents nobody is asked to explain anything.
 */
export function problemsOf(
  { report, diagnostics, counted }: CheckedRun,
  ledger: number | null,
  contents: Contents | null,
): readonly Problem[] {
  const planOf = sheetFinder(counted.run.plans);
  const all = [
    ...paired(report.diagnostics, diagnostics.kept).map((pair) => ({ ...pair, isExplained: false })),
    ...paired(report.explained, diagnostics.explained).map((pair) => ({ ...pair, isExplained: true })),
  ];
  return all
    .filter(({ diagnostic: { at } }) => ledger === null || at.ledger === null || at.ledger === ledger)
    .map(({ reported, diagnostic, isExplained }) => ({
      report: reported,
      at: diagnostic.at,
      hasCells: planOf(diagnostic.at)?.sheet.isRowless !== true,
      mend: diagnosticKinds[reported.code].mend,
      tone: isExplained ? 'explained' : reported.severity,
      explanation: isExplained ? certain(diagnostics.explanationOf(diagnostic), 'explanation') : '',
      checkCode: contents !== null && reported.severity === 'warning' ? codeOf(reported, diagnostic, contents) : null,
    }));
}

/** The worst of some tones: what a cell with several problems shows. */
export function worstTone(tones: readonly Tone[]): Tone {
  return certain(
    order.find((tone) => tones.includes(tone)),
    'tone',
  );
}

const order: readonly Tone[] = ['error', 'warning', 'notice', 'explained'];

function paired(reports: readonly DiagnosticReport[], kept: readonly Diagnostic[]) {
  return reports.map((reported, index) => {
    const diagnostic = kept[index];
    if (diagnostic?.code !== reported.code) throw new Error('The report lists other diagnostics than were kept.');
    return { reported, diagnostic };
  });
}

function codeOf({ code, sheet, cell }: DiagnosticReport, diagnostic: Diagnostic, { key, contentOf }: Contents): string {
  const content = cell === null ? describe(diagnostic).zh : contentOf(diagnostic.at);
  return checkCode(key, { code, sheet, cell, content });
}
