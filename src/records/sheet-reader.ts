import type { SkippedRows } from '../model/report.ts';
import type { RawCell, Row, SheetFault } from '../model/sheet.ts';
import { EMPTY } from './cell.ts';
import type { MatchedColumn } from './layout.ts';
import { type FilledRow, fillingDown, type MergedCells, mergedCells } from './merged-cells.ts';
import { isBlank, rawText, shownValue } from './raw-text.ts';
import type { AnyRecord, ReadingContext } from './reading-context.ts';
import { RecordRows } from './record-rows.ts';
import { type Cells, rowDecoder } from './row-decoder.ts';
import { type RowKind, rowKinds } from './row-kind.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';
import { Totals } from './totals.ts';
import { villageTaker } from './village-rows.ts';

/** What became of the rows of a sheet: `read` and all that was skipped add up to `rows`. */
export interface SheetOutcome {
  readonly rows: number;
  readonly read: number;
  readonly skipped: SkippedRows;
  readonly hiddenRows: number;
}

/** Reads a register, handing each record to `take` in order. Rows of `villages` go to the context's villages instead. */
export async function readSheet(
  plan: RegisterPlan,
  context: ReadingContext,
  take: (record: AnyRecord) => void,
): Promise<SheetOutcome> {
  const reader = new SheetReader(plan, context, take);
  for await (const { rows, faults } of plan.sheet.rows()) {
    for (const fault of faults) reader.fault(fault);
    for (const row of rows) if (row.number > plan.recognition.layout.headerRow) reader.row(row);
  }
  return reader.finish();
}

class SheetReader {
  readonly #plan: RegisterPlan;
  readonly #context: ReadingContext;
  readonly #merged: MergedCells;
  readonly #fill: FilledRow;
  readonly #kindOf: (row: Row) => RowKind;
  readonly #rows: ReturnType<typeof rowDecoder>;
  readonly #totals: Totals;
  readonly #records: RecordRows;
  readonly #accept: (cells: Cells, row: Row) => boolean;
  readonly #skipped = { blank: 0, total: 0, note: 0, header: 0, duplicate: 0 };
  /** The columns whose empty cells are counted, and how many they are. */
  readonly #empty: { readonly column: MatchedColumn; rows: number }[];
  #read = 0;
  #lastRow: number;
  #hiddenRows = 0;

  constructor(plan: RegisterPlan, context: ReadingContext, take: (record: AnyRecord) => void) {
    const { layout } = plan.recognition;
    this.#plan = plan;
    this.#context = context;
    this.#merged = mergedCells(layout, plan.sheet.merges);
    this.#fill = fillingDown(layout, this.#merged);
    this.#kindOf = rowKinds(layout, this.#merged.covers);
    this.#rows = rowDecoder(plan, context);
    this.#totals = new Totals(layout);
    this.#records = new RecordRows(plan, context, take);
    this.#accept =
      layout.register === 'villages' ? villageTaker(plan, context) : (cells, row) => this.#records.accept(cells, row);
    this.#empty = layout.columns
      .filter(({ key, column }) => column.empty === 'unknown' && context.counts(layout.register, key))
      .map((column) => ({ column, rows: 0 }));
    this.#lastRow = layout.headerRow;
  }

  row(row: Row): void {
    if (row.cells.some((cell) => !isNothing(cell))) this.#lastRow = row.number;
    const kind = this.#kindOf(row);
    if (kind === 'record') this.#takeRecord(row);
    else if (kind === 'note' || kind === 'header') this.#skipped[kind]++;
    else if (kind === 'total' || kind === 'part') {
      this.#skipped.total++;
      if (kind === 'total') this.#checkTotal(row);
    }
  }

  fault({ code, row }: SheetFault): void {
    const at = placeIn(this.#plan, row, null);
    if (code === 'bad-encoding')
      this.#context.report({ code, at, data: { encoding: this.#plan.sheet.encoding ?? '' } });
    else this.#context.report({ code, at, data: {} });
  }

  finish(): SheetOutcome {
    this.#records.finish();
    this.#reportColumns();
    const rows = this.#lastRow - this.#plan.recognition.layout.headerRow;
    const { total, note, header, duplicate } = this.#skipped;
    // Blank rows may be missing from the file altogether: they are what the others leave.
    const blank = rows - this.#read - total - note - header - duplicate;
    return { rows, read: this.#read, skipped: { blank, total, note, header, duplicate }, hiddenRows: this.#hiddenRows };
  }

  #takeRecord(row: Row): void {
    const cells = this.#rows.decode(this.#fill(row));
    this.#totals.add(cells);
    for (const counted of this.#empty) if (cells[counted.column.key] === EMPTY) counted.rows++;
    if (row.hidden) this.#hiddenRows++;
    this.#checkLength(row);
    if (this.#accept(cells, row)) this.#read++;
    else this.#skipped.duplicate++;
  }

  #checkTotal(row: Row): void {
    for (const { header, index } of this.#totals.disagreeing(this.#rows.decodeQuietly(row))) {
      const at = placeIn(this.#plan, row.number, index);
      this.#context.report({
        code: 'total-disagrees',
        at,
        value: shownValue(row.cells[index]),
        data: { column: header },
      });
    }
  }

  #checkLength(row: Row): void {
    const { width } = this.#plan.recognition.layout;
    if (!this.#plan.sheet.isCsv || row.cells.length <= width) return;
    const surplus = row.cells.findIndex((cell, index) => index >= width && !isBlank(cell));
    if (surplus >= 0)
      this.#context.report({ code: 'csv-row-too-long', at: placeIn(this.#plan, row.number, surplus), data: {} });
  }

  #reportColumns(): void {
    const { headerRow } = this.#plan.recognition.layout;
    for (const { column, rows } of this.#empty) {
      if (rows === 0) continue;
      const at = placeIn(this.#plan, headerRow, column.index);
      this.#context.report({ code: 'empty-cells', at, data: { column: column.header, rows } });
    }
    for (const { column, range } of this.#merged.single) {
      if (range.top > this.#lastRow) continue;
      const at = placeIn(this.#plan, range.top, column.index);
      this.#context.report({
        code: 'merged-value',
        at,
        data: { column: column.header, rows: range.bottom - range.top + 1 },
      });
    }
    if (this.#hiddenRows > 0) {
      this.#context.report({
        code: 'hidden-part',
        at: placeIn(this.#plan, null, null),
        data: { what: 'rows', count: this.#hiddenRows },
      });
    }
  }
}

function isNothing(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && rawText(cell) === '');
}
