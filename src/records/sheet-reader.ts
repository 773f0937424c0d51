import type { SkippedRows } from '../model/report.ts';
import type { CellsWanted, Row } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import { EMPTY } from './cell.ts';
import { columnReaders } from './column-reader.ts';
import { mayMeanNothing } from './empty-words.ts';
import type { MatchedColumn, RepeatedHeader } from './layout.ts';
import { MergedCells } from './merged-cells.ts';
import { isBlank, isUsed, shownValue } from './raw-text.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RegisterRecord } from './record.ts';
import { RecordRows } from './record-rows.ts';
import { type DecodedRow, rowDecoder } from './row-decoder.ts';
import { type RowKind, rowKinds } from './row-kind.ts';
import { faultsAt } from './sheet-faults.ts';
import { repeatedHeader } from './sheet-notes.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';
import { Totals } from './totals.ts';
import { villageTaker } from './village-rows.ts';
import type { Villages } from './villages.ts';

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
  take: (record: RegisterRecord) => void,
): Promise<SheetOutcome> {
  const reader = new SheetReader(plan, context, take);
  for await (const { rows, faults } of plan.sheet.rows(wantedOf(plan))) {
    faultsAt(plan, rows, faults).forEach(context.report);
    for (const row of rows) if (row.number > plan.recognition.layout.headerRow) reader.row(row);
  }
  return reader.finish();
}

/**
 * The cells that the register needs; `undefined` for all of them. The row under the header is wanted whole, because a row of
 * column numbers is recognised by all its cells. Where merged cells reach below the header, any cell may be filled from them.
 */
function wantedOf({ sheet, recognition: { layout } }: RegisterPlan): CellsWanted | undefined {
  if (sheet.merges.some(({ bottom }) => bottom > layout.headerRow)) return undefined;
  const columns = new Set([...layout.columns, ...layout.continued].map(({ index }) => index));
  return { wholeTo: layout.headerRow + 1, columns, width: layout.width, mayBeBlank: mayMeanNothing };
}

/** Every village has a tally of each measure and its part in the report: of so many the report alone takes a gigabyte. */
const MOST_VILLAGES = 20_000;
/** Of all names of villages together: more are no names, and a report that repeats them is longer than any text may be. */
const MOST_CHARACTERS = 2_000_000;

class SheetReader {
  readonly #plan: RegisterPlan;
  readonly #context: ReadingContext;
  readonly #merged: MergedCells;
  readonly #kindOf: (row: Row) => RowKind;
  readonly #decode: (row: Row) => DecodedRow;
  readonly #totals: Totals;
  readonly #records: RecordRows;
  readonly #accept: (decoded: DecodedRow, row: Row) => boolean;
  readonly #skipped = { blank: 0, total: 0, note: 0, header: 0, duplicate: 0 };
  /** The columns whose empty cells are counted, and how many they are. */
  readonly #empty: { readonly column: MatchedColumn; readonly position: number; rows: number }[];
  /** Of which nothing has been told yet. */
  #continued: readonly RepeatedHeader[];
  /** The same of columns that other sheets of the register have: here all cells are empty. */
  readonly #absent: readonly MatchedColumn[];
  #read = 0;
  #lastRow: number;
  #hiddenRows = 0;

  constructor(plan: RegisterPlan, context: ReadingContext, take: (record: RegisterRecord) => void) {
    const { layout } = plan.recognition;
    const readers = columnReaders(plan, context);
    this.#plan = plan;
    this.#context = context;
    this.#merged = new MergedCells(layout, plan.sheet.merges);
    this.#kindOf = rowKinds(layout, { readers, merges: plan.sheet.merges }, context.vocabulary);
    this.#decode = rowDecoder(plan, context, readers);
    this.#totals = new Totals(readers);
    this.#records = new RecordRows({ plan, readers }, context, take);
    this.#accept =
      layout.register === 'villages'
        ? villageTaker(plan, context)
        : (decoded, row) => this.#records.accept(decoded, row);
    const isCounted = ({ key, column }: MatchedColumn) =>
      column.empty === 'unknown' && context.counts(layout.register, key);
    this.#empty = readers
      .filter(({ matched }) => isCounted(matched))
      .map(({ matched: column, position }) => ({ column, position, rows: 0 }));
    this.#continued = layout.continued;
    this.#absent = context.absentFrom(plan).filter(isCounted);
    this.#lastRow = layout.headerRow;
  }

  row(raw: Row): void {
    const row = this.#merged.bare(raw);
    const kind = this.#kindOf(row);
    const isUsedRow = kind !== 'blank' || raw.cells.some(isUsed);
    if (isUsedRow) this.#lastRow = raw.number;
    if (kind === 'blank' && isUsedRow) this.#checkLength(raw); // all that there is of it may lie in the surplus
    if (kind === 'record') this.#takeRecord(row);
    else if (kind === 'note' || kind === 'header') this.#skipped[kind]++;
    else if (kind === 'total' || kind === 'part') {
      this.#skipped.total++;
      if (kind === 'total') this.#checkTotal(row);
    }
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

  #takeRecord(bare: Row): void {
    const row = this.#merged.filled(bare);
    const decoded = this.#decode(row);
    this.#totals.add(decoded.cells);
    this.#checkContinued(row);
    if (row.hidden) this.#hiddenRows++;
    this.#checkLength(row);
    if (this.#accept(decoded, row)) {
      this.#read++;
      this.#countEmpty(decoded);
    } else this.#skipped.duplicate++;
    const tooMuch = beyondVillages(this.#context.villages);
    if (tooMuch !== undefined) throw this.#notVillages(row, tooMuch);
  }

  /** Tells of a column under a merged header that holds something of its own: only the first of them is read. */
  #checkContinued({ cells }: Row): void {
    if (this.#continued.length === 0) return;
    const used = this.#continued.filter(({ index }) => !isBlank(cells[index]));
    if (used.length === 0) return;
    this.#continued = this.#continued.filter((one) => !used.includes(one));
    for (const repeated of used) {
      const at = placeIn(this.#plan, this.#plan.recognition.layout.headerRow, repeated.index);
      this.#context.report(repeatedHeader(at, repeated));
    }
  }

  #notVillages({ number }: Row, tooMuch: Words): UsageError {
    const { register, columns } = this.#plan.recognition.layout;
    const named = columns.find(({ key }) => key === (register === 'villages' ? 'name' : 'village'))?.header ?? '';
    const sheet = this.#context.labelOf(this.#plan.serial);
    return new UsageError({
      zh: `工作表“${sheet}”第 ${number} 行：至此${tooMuch.zh}，不像一个地区的台账。“${named}”列多半不是村名：请改表头，或在配置的 columns 里指定村名列。`,
      en: `The sheet “${sheet}”, row ${number}: ${tooMuch.en} by then, which no district has. Most likely the column “${named}” holds something else: change its header, or say in the configuration under “columns” which column names the village.`,
    });
  }

  #countEmpty({ cells, findings }: DecodedRow): void {
    for (const counted of this.#empty) {
      // A placeholder counts as empty too, but has a notice of its own.
      if (cells[counted.position] === EMPTY && !hasFinding(counted.column, findings)) counted.rows++;
    }
  }

  #checkTotal(row: Row): void {
    for (const { header, index } of this.#totals.disagreeing(this.#decode(row).cells)) {
      const at = placeIn(this.#plan, row.number, index);
      const data = { column: header };
      this.#context.report({ code: 'total-disagrees', at, value: shownValue(row.cells[index]), data });
    }
  }

  #checkLength(row: Row): void {
    const { width } = this.#plan.recognition.layout;
    if (this.#plan.sheet.format !== 'csv' || row.cells.length <= width) return;
    const surplus = row.cells.findIndex((cell, index) => index >= width && !isBlank(cell));
    if (surplus >= 0)
      this.#context.report({ code: 'csv-row-too-long', at: placeIn(this.#plan, row.number, surplus), data: {} });
  }

  #reportColumns(): void {
    const { headerRow } = this.#plan.recognition.layout;
    for (const { column, rows } of this.#empty) {
      if (rows === 0) continue;
      const at = placeIn(this.#plan, headerRow, column.index);
      this.#context.report({ code: 'empty-cells', at, data: { column: column.header, rows, key: null } });
    }
    for (const { header, key } of this.#read > 0 ? this.#absent : []) {
      const at = placeIn(this.#plan, headerRow, null);
      this.#context.report({ code: 'empty-cells', at, data: { column: header, rows: this.#read, key } });
    }
    for (const { column, range } of this.#merged.lost) {
      const at = placeIn(this.#plan, range.top, column.index);
      const data = { column: column.header, rows: range.bottom - range.top + 1 };
      this.#context.report({ code: 'merged-value', at, data });
    }
    if (this.#hiddenRows > 0) {
      const at = placeIn(this.#plan, null, null);
      this.#context.report({ code: 'hidden-part', at, data: { what: 'rows', count: this.#hiddenRows } });
    }
  }
}

/** What there is too much of for the villages of a district. */
function beyondVillages({ areas, characters }: Villages): Words | undefined {
  if (areas.length > MOST_VILLAGES) {
    const most = MOST_VILLAGES.toLocaleString('en');
    return { zh: `已有 ${most} 个以上的村`, en: `more than ${most} villages are named` };
  }
  if (characters <= MOST_CHARACTERS) return undefined;
  const most = MOST_CHARACTERS.toLocaleString('en');
  return {
    zh: `村和乡镇的名称合计已超过 ${most} 个字`,
    en: `the names of villages and towns have more than ${most} characters`,
  };
}

function hasFinding({ index }: MatchedColumn, findings: DecodedRow['findings']): boolean {
  return findings.some(({ at }) => at.column === index);
}
