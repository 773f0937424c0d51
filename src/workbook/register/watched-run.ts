import type { RowBatch, Sheet } from '../../model/sheet.ts';
import type { OpenedRun } from '../../reading/opened-run.ts';
import { isRegister } from '../../records/sheet-plan.ts';
import { SheetSight } from './sheet-sight.ts';

/** A run whose registers are watched while their rows are read, and what is seen of them, by their numbers in the run. */
export interface WatchedRun {
  readonly run: OpenedRun;
  readonly sights: ReadonlyMap<number, SheetSight>;
}

export function watchedRun(run: OpenedRun): WatchedRun {
  const sights = new Map<number, SheetSight>();
  const plans = run.plans.map((plan) => {
    if (!isRegister(plan)) return plan;
    const sight = new SheetSight(plan.recognition.layout.headerRow);
    sights.set(plan.serial, sight);
    return { ...plan, sheet: watched(plan.sheet, sight) };
  });
  return { run: { ...run, plans }, sights };
}

function watched(sheet: Sheet, sight: SheetSight): Sheet {
  const { name, hidden, date1904, encoding, format, merges, hiddenColumns } = sheet;
  return {
    name,
    hidden,
    date1904,
    encoding,
    format,
    merges,
    hiddenColumns,
    rows: () => seen(sheet.rows(), sight),
  };
}

async function* seen(batches: AsyncIterable<RowBatch>, sight: SheetSight): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    sight.see(batch.rows);
    yield batch;
  }
  sight.see([]);
}
