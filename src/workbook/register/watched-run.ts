import { columnLetters, type RawCell, type Row, type RowBatch, type Sheet, UNCACHED } from '../../model/sheet.ts';
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
  readonly #hidden: number | null;

  /** `wanted`: columns by row. `hidden`: the column of findings of an earlier run, which is not part of the register. */
  constructor(wanted: ReadonlyMap<number, readonly number[]>, hidden: number | null) {
    this.#wanted = wanted;
    this.#hidden = hidden;
  }

  see({ number, cells }: Row): void {
    for (let column = cells.length - 1; column >= this.width; column--) {
      if (isNothing(cells[column]) || column === this.#hidden) continue;
      this.width = column + 1;
      break;
    }
    if (cells.some((cell, column) => !isNothing(cell) && column !== this.#hidden)) this.lastRow = number;
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

/** What a cell holds, so that it can be told from anything else it may come to hold. */
export function contentOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell === UNCACHED) return 'uncached';
  if (typeof cell === 'object') return 'serial' in cell ? `date ${cell.serial}` : `error ${cell.error}`;
  return `${typeof cell} ${cell}`;
}
