import type { CheckedRun } from '../../engine/checked-run.ts';
import { diagnosticKinds, type Place } from '../../model/diagnostic.ts';
import type { DiagnosticReport } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import type { Tone } from '../package/look.ts';

/** A diagnostic with its place by number. */
export interface Problem {
  readonly report: DiagnosticReport;
  readonly at: Place;
  readonly mend: Words;
  readonly tone: Tone;
}

/** The problems of one ledger and of the run as a whole, in reading order; of all ledgers for `null`. */
export function problemsOf({ report, diagnostics }: CheckedRun, ledger: number | null): readonly Problem[] {
  const { kept } = diagnostics;
  return report.diagnostics.flatMap((reported, index) => {
    const at = kept[index]?.at;
    if (at === undefined || kept[index]?.code !== reported.code)
      throw new Error('The report lists other diagnostics than were kept.');
    if (ledger !== null && at.ledger !== null && at.ledger !== ledger) return [];
    return [{ report: reported, at, mend: diagnosticKinds[reported.code].mend, tone: reported.severity }];
  });
}

/** The worst of some tones: what a cell with several problems shows. */
export function worstTone(tones: readonly Tone[]): Tone {
  return order.find((tone) => tones.includes(tone)) ?? 'notice';
}

const order: readonly Tone[] = ['error', 'warning', 'notice', 'explained'];
