import type { CheckedRun } from '../engine/checked-run.ts';
import type { LedgerFile } from '../model/sheet.ts';
import type { Language } from '../model/words.ts';
import type { Limits } from '../parsers/limits.ts';
import { openZip } from '../parsers/zip.ts';
import { isRegister, type RegisterPlan } from '../records/sheet-plan.ts';
import { addedPages } from './page-set.ts';
import { pageNames } from './pages/page-words.ts';
import { type FindingsPlace, ledgerMarks } from './problems/ledger-marks.ts';
import { problemsOf } from './problems/problem.ts';
import { SheetSight, watchedRun } from './register/watched-run.ts';
import { WorkbookPatch } from './workbook-patch.ts';

export interface AnnotateOptions {
  /** The number of the ledger in the run. */
  readonly ledger: number;
  readonly limits: Limits;
  readonly language: Language;
}

const MOST_COLUMNS = 16_384;

/**
 * A copy of a ledger's workbook with every problem on its cell and the results in sheets in front. What is not marked
 * keeps its bytes. Throws a UsageError for a workbook that cannot be marked without losing something.
 */
export async function* annotate(
  file: LedgerFile,
  checked: CheckedRun,
  { ledger, limits, language }: AnnotateOptions,
): AsyncGenerator<Uint8Array> {
  const patch = await WorkbookPatch.open(await openZip(file, limits), new Set());
  const problems = problemsOf(checked, ledger).map((problem) => ({ ...problem, explanation: '', checkCode: null }));
  const plans = checked.counted.run.plans.filter((plan) => plan.ledger === ledger).filter(isRegister);
  const sights = new Map(plans.map((plan) => [plan.serial, new SheetSight(new Map(), null)]));
  const counted = { ...checked.counted, run: watchedRun(checked.counted.run, ({ serial }) => sights.get(serial)) };
  const content = { counted, report: checked.report, problems, isBeside: true };
  const pages = await addedPages(content, {
    styles: patch.styles,
    namespace: patch.namespace,
    freeName: patch.freeName,
    language,
  });
  const places = new Map(plans.flatMap((plan) => placeOf(plan, sights.get(plan.serial))));
  await patch.mark(ledgerMarks(problems, { language, problemsSheet: patch.freeName(pageNames.problems), places }));
  patch.putInFront(pages);
  yield* patch.result();
}

function placeOf(plan: RegisterPlan, sight: SheetSight | undefined): readonly (readonly [number, FindingsPlace])[] {
  const { headerRow } = plan.recognition.layout;
  const merged = plan.sheet.merges
    .filter(({ bottom, right }) => bottom >= headerRow && right < MOST_COLUMNS - 1)
    .map(({ right }) => right + 1);
  const index = merged.reduce((most, each) => Math.max(most, each), sight?.width ?? 0);
  if (index >= MOST_COLUMNS) return [];
  return [[plan.index, { index, headerRow, lastRow: Math.max(headerRow, sight?.lastRow ?? 0), isFormer: false }]];
}
