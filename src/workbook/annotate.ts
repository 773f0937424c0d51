import type { CheckedRun } from '../engine/checked-run.ts';
import { certain } from '../model/certain.ts';
import { type Place, severityOf } from '../model/diagnostic.ts';
import type { LedgerFile } from '../model/sheet.ts';
import type { Language } from '../model/words.ts';
import type { Limits } from '../parsers/limits.ts';
import { MOST_COLUMNS } from '../parsers/xlsx/cell-reference.ts';
import { openZip } from '../parsers/zip.ts';
import { FINDINGS_HEADER, OTHER_FINDINGS_HEADER } from '../reading/added-parts.ts';
import { keyFor } from '../reading/check-code.ts';
import type { ReturnedWorkbook } from '../reading/returned-workbook.ts';
import { isRegister, type RegisterPlan } from '../records/sheet-plan.ts';
import { unpatchable } from './package/unpatchable.ts';
import { addedPages } from './page-set.ts';
import { pageNames } from './pages/page-words.ts';
import { type FindingsPlace, ledgerMarks } from './problems/ledger-marks.ts';
import { problemsOf } from './problems/problem.ts';
import type { SheetSight } from './register/sheet-sight.ts';
import type { RunObservation } from './run-observation.ts';
import { WorkbookPatch } from './workbook-patch.ts';

export interface AnnotateOptions {
  /** The number of the ledger in the run. */
  readonly ledger: number;
  readonly limits: Limits;
  readonly language: Language;
  /** What was gathered while the run was checked. */
  readonly observation: RunObservation;
}

/**
 * A copy of a ledger's workbook with every problem on its cell and the results in sheets in front. What is not marked
 * keeps its bytes. Throws a UsageError for a workbook that cannot be marked without losing something.
 */
export async function* annotate(
  file: LedgerFile,
  checked: CheckedRun,
  { ledger, limits, language, observation }: AnnotateOptions,
): AsyncGenerator<Uint8Array> {
  const { run } = checked.counted;
  const returned = run.returned.get(ledger);
  if (!(await isPackage(file))) throw unpatchable(file.name, noPackage);
  const patch = await WorkbookPatch.open(await openZip(file, limits), returned?.added ?? new Set());
  const { trail, sights } = observation;
  const sheets = run.plans.filter((plan) => plan.ledger === ledger);
  const plans = sheets.filter(isRegister);
  const key = returned?.key ?? keyFor(certain(checked.report.ledgers[ledger], `ledger ${ledger}`).sha256);
  const problems = problemsOf(checked, ledger, { key, contentOf: await contentsIn(plans, sights, checked) });
  const pages = addedPages(
    { counted: checked.counted, trail, report: checked.report, isBeside: true, problems },
    { styles: patch.styles, namespace: patch.namespace, freeName: patch.freeName, language },
  );
  const places = new Map(plans.flatMap((plan) => placeOf(plan, certain(sights.get(plan.serial), SIGHT), returned)));
  const merges = new Map(sheets.map(({ index, sheet }) => [index, sheet.merges]));
  await patch.mark(
    ledgerMarks(problems, { language, problemsSheet: patch.freeName(pageNames.problems), places, merges }),
  );
  patch.putInFront(pages);
  yield* patch.result();
}

const SIGHT = 'sight of a register';

/** Some programs save an older kind of workbook under the name of a newer one. */
async function isPackage({ source }: LedgerFile): Promise<boolean> {
  const [p, k] = await source.slice(0, 2);
  return p === 0x50 && k === 0x4b;
}

const noPackage = {
  zh: '它的扩展名是 .xlsx，内容却是别的格式',
  en: 'it is named .xlsx, but its contents are of another format',
};

/** What the cells with warnings hold: nearly all of it has been seen while they were found. */
async function contentsIn(
  plans: readonly RegisterPlan[],
  sights: ReadonlyMap<number, SheetSight>,
  { diagnostics }: CheckedRun,
): Promise<(at: Place) => string> {
  const warnings = [...diagnostics.kept, ...diagnostics.explained].filter(({ code }) => severityOf(code) === 'warning');
  const byIndex = new Map<number, SheetSight>();
  for (const { sheet, serial, ledger, index } of plans) {
    const sight = certain(sights.get(serial), SIGHT);
    byIndex.set(index, sight);
    const own = warnings.filter(({ at }) => at.ledger === ledger && at.sheet === index);
    await sight.complete(
      sheet,
      own.flatMap(({ at: { row, column } }) => (row === null || column === null ? [] : [{ row, column }])),
    );
  }
  return ({ sheet, row, column }) => byIndex.get(sheet ?? -1)?.contentOf(row ?? 0, column ?? 0) ?? '';
}

/** Where the column of findings goes: where it was, or beside the last column in use; nowhere in a sheet without room. */
function placeOf(
  { sheet, index: number, recognition: { layout } }: RegisterPlan,
  sight: SheetSight,
  returned: ReturnedWorkbook | undefined,
): readonly (readonly [number, FindingsPlace])[] {
  const { headerRow, columns, ignored } = layout;
  const former = returned?.columns.get(number);
  const merged = sheet.merges
    .filter(({ bottom, right }) => bottom >= headerRow && right < MOST_COLUMNS - 1)
    .map(({ right }) => right + 1);
  const index = former ?? merged.reduce((most, each) => Math.max(most, each), sight.width);
  if (index >= MOST_COLUMNS) return [];
  const isTaken = [...columns, ...ignored].some(({ header }) => header === FINDINGS_HEADER);
  const header = isTaken ? OTHER_FINDINGS_HEADER : FINDINGS_HEADER;
  const lastRow = Math.max(headerRow, sight.lastRow);
  return [[number, { index, header, headerRow, lastRow, isFormer: former !== undefined }]];
}
