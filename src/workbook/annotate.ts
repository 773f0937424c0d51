import type { CheckedRun } from '../engine/checked-run.ts';
import type { Place } from '../model/diagnostic.ts';
import { columnLetters, type LedgerFile } from '../model/sheet.ts';
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
import { type Problem, problemsOf } from './problems/problem.ts';
import { SheetSight, watchedRun } from './register/watched-run.ts';
import { WorkbookPatch } from './workbook-patch.ts';

export interface AnnotateOptions {
  /** The number of the ledger in the run. */
  readonly ledger: number;
  readonly limits: Limits;
  readonly language: Language;
}

/**
 * A copy of a ledger's workbook with every problem on its cell and the results in sheets in front. What is not marked
 * keeps its bytes. Throws a UsageError for a workbook that cannot be marked without losing something.
 */
export async function* annotate(
  file: LedgerFile,
  checked: CheckedRun,
  { ledger, limits, language }: AnnotateOptions,
): AsyncGenerator<Uint8Array> {
  const { run } = checked.counted;
  const returned = run.returned.get(ledger);
  if (!(await isPackage(file))) throw unpatchable(file.name, noPackage);
  const patch = await WorkbookPatch.open(await openZip(file, limits), returned?.added ?? new Set());
  const plans = run.plans.filter((plan) => plan.ledger === ledger).filter(isRegister);
  const sights = sightsOf(plans, checked, ledger);
  let problems: readonly Problem[] = [];
  const pages = await addedPages(
    {
      counted: { ...checked.counted, run: watchedRun(run, ({ serial }) => sights.get(serial)) },
      report: checked.report,
      isBeside: true,
      problems: () => {
        const key = returned?.key ?? keyFor(checked.report.ledgers[ledger]?.sha256 ?? '');
        problems = problemsOf(checked, ledger, { key, contentOf: contentsIn(plans, sights) });
        return problems;
      },
    },
    { styles: patch.styles, namespace: patch.namespace, freeName: patch.freeName, language },
  );
  const places = new Map(plans.flatMap((plan) => placeOf(plan, sights.get(plan.serial), returned)));
  await patch.mark(ledgerMarks(problems, { language, problemsSheet: patch.freeName(pageNames.problems), places }));
  patch.putInFront(pages);
  yield* patch.result();
}

/** Some programs save an older kind of workbook under the name of a newer one. */
async function isPackage({ source }: LedgerFile): Promise<boolean> {
  const [p, k] = await source.slice(0, 2);
  return p === 0x50 && k === 0x4b;
}

const noPackage = {
  zh: '它的扩展名是 .xlsx，内容却是别的格式',
  en: 'it is named .xlsx, but its contents are of another format',
};

/** What is to be seen of each register while its records are read: its size, and the cells with problems. */
function sightsOf(
  plans: readonly RegisterPlan[],
  { diagnostics }: CheckedRun,
  ledger: number,
): ReadonlyMap<number, SheetSight> {
  const placed = [...diagnostics.kept, ...diagnostics.explained].filter(({ at }) => at.ledger === ledger);
  return new Map(
    plans.map(({ serial, index }) => {
      const wanted = new Map<number, number[]>();
      for (const { at } of placed) {
        if (at.sheet !== index || at.row === null || at.column === null) continue;
        wanted.set(at.row, [...(wanted.get(at.row) ?? []), at.column]);
      }
      return [serial, new SheetSight(wanted)];
    }),
  );
}

function contentsIn(plans: readonly RegisterPlan[], sights: ReadonlyMap<number, SheetSight>) {
  const byIndex = new Map(plans.map(({ index, serial }) => [index, sights.get(serial)]));
  return ({ sheet, row, column }: Place) =>
    byIndex.get(sheet ?? -1)?.contents.get(columnLetters(column ?? 0) + (row ?? 0)) ?? '';
}

/** Where the column of findings goes: where it was, or beside the last column in use; nowhere in a sheet without room. */
function placeOf(
  { sheet, index: number, recognition: { layout } }: RegisterPlan,
  sight: SheetSight | undefined,
  returned: ReturnedWorkbook | undefined,
): readonly (readonly [number, FindingsPlace])[] {
  const { headerRow, columns, ignored } = layout;
  const former = returned?.columns.get(number);
  const merged = sheet.merges
    .filter(({ bottom, right }) => bottom >= headerRow && right < MOST_COLUMNS - 1)
    .map(({ right }) => right + 1);
  const index = former ?? merged.reduce((most, each) => Math.max(most, each), sight?.width ?? 0);
  if (index >= MOST_COLUMNS) return [];
  const isTaken = [...columns, ...ignored].some(({ header }) => header === FINDINGS_HEADER);
  const header = isTaken ? OTHER_FINDINGS_HEADER : FINDINGS_HEADER;
  const lastRow = Math.max(headerRow, sight?.lastRow ?? 0);
  return [[number, { index, header, headerRow, lastRow, isFormer: former !== undefined }]];
}
