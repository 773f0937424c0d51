import type { LedgerReport, SheetReport } from '../model/report.ts';
import { columnLetters } from '../model/sheet.ts';
import type { LedgerIdentity } from '../reading/ledger-digest.ts';
import { hiddenColumns, suggestionFor } from '../records/sheet-notes.ts';
import { isRegister, type SheetPlan } from '../records/sheet-plan.ts';
import type { SheetOutcome } from '../records/sheet-reader.ts';

/** The reading report: what was read of each ledger, sheet by sheet. */
export function ledgerReports(
  ledgers: readonly LedgerIdentity[],
  plans: readonly SheetPlan[],
  outcomes: ReadonlyMap<number, SheetOutcome>,
): readonly LedgerReport[] {
  return ledgers.map(({ file, sha256 }, ledger) => ({
    file,
    sha256,
    sheets: plans.filter((plan) => plan.ledger === ledger).map((plan) => sheetReport(plan, outcomes.get(plan.serial))),
  }));
}

const NONE_SKIPPED = { blank: 0, total: 0, note: 0, header: 0, duplicate: 0 };

function sheetReport(plan: SheetPlan, outcome: SheetOutcome | undefined): SheetReport {
  const { sheet, file } = plan;
  const own = { file, name: sheet.name, encoding: sheet.encoding };
  if (!isRegister(plan) || outcome === undefined) {
    const hidden = { sheet: sheet.hidden, rows: 0, columns: 0 };
    return {
      ...own,
      register: null,
      headerRow: null,
      rows: 0,
      read: 0,
      skipped: NONE_SKIPPED,
      columns: [],
      ignoredColumns: [],
      suggestions: [],
      hidden,
    };
  }
  const { layout } = plan.recognition;
  return {
    ...own,
    register: layout.register,
    headerRow: layout.headerRow,
    rows: outcome.rows,
    read: outcome.read,
    skipped: outcome.skipped,
    columns: layout.columns.map(({ header, index, key }) => ({ header, column: columnLetters(index), key })),
    ignoredColumns: layout.ignored.map(({ header }) => header),
    suggestions: layout.ignored.flatMap(({ header }) => {
      const suggestion = suggestionFor(header, layout);
      return suggestion === null ? [] : [{ header, suggestion }];
    }),
    hidden: { sheet: sheet.hidden, rows: outcome.hiddenRows, columns: hiddenColumns(plan) },
  };
}
