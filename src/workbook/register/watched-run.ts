import { columnLetters, type RawCell, type Row, type RowBatch, type Sheet } from '../../model/sheet.ts';
import { contentOf } from '../../reading/check-code.ts';
import type { OpenedRun } from '../../reading/opened-run.ts';
import { isRegister, type SheetPlan } from '../../records/sheet-plan.ts';

/** What there is to know of a sheet beside its records: seen while they are read, so that no sheet is read for it alone. */
export class SheetSight {
  /** One past the last column that any row has a value in. */
  width = 0;
  lastRow = 0;
  /** The contents of the cells that were asked for, by their addresses. */
  readonly contents = new Map<string, string>();
  readonly #wanted: ReadonlyMap<number, readonly number[]>;

  /** `wanted`: columns by row. */
  constructor(wanted: ReadonlyMap<number, readonly number[]>) {
    this.#wanted = wanted;
  }

  see({ number, cells }: Row): void {
    for (let column = cells.length - 1; column >= this.width; column--) {
      if (isNothing(cells[column])) continue;
      this.width = column + 1;
      break;
    }
    if (cells.some((cell) => !isNothing(cell))) this.lastRow = number;
    for (const column of this.#wanted.get(number) ?? [])
      this.contents.set(columnLetters(column) + number, contentOf(cells[column]));
  }
}

/** The run again, with its registers watched while their rows are read. */
export function watchedRun(run: OpenedRun, sightOf: (plan: SheetPlan) => SheetSight | undefined): OpenedRun {
  return {
    ...run,
    plans: run.plans.map((plan) => {
      const sight = isRegister(plan) ? sightOf(plan) : undefined;
      return sight === undefined ? plan : { ...plan, sheet: watched(plan.sheet, sight) };
    }),
  };
}

function watched(sheet: Sheet, sight: SheetSight): Sheet {
  const { name, hidden, date1904, encoding, isCsv, merges, hiddenColumns } = sheet;
  return { name, hidden, date1904, encoding, isCsv, merges, hiddenColumns, rows: () => seen(sheet.rows(), sight) };
}

async function* seen(batches: AsyncIterable<RowBatch>, sight: SheetSight): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    for (const row of batch.rows) sight.see(row);
    yield batch;
  }
}

function isNothing(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}
