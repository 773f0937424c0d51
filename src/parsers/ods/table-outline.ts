import type { CellRange, RawCell, Sheet } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import type { LongTexts } from '../long-texts.ts';
import type { RangeCount } from '../range-count.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../xlsx/cell-reference.ts';
import { noSuchColumn, noSuchRow } from '../xlsx/row-building.ts';
import type { Element } from './element.ts';
import { repetition, type TablePlace, type TableSink } from './table-reading.ts';

/** What is counted over all the tables of a document. */
export interface Totals {
  readonly ranges: RangeCount;
  readonly long: LongTexts;
}

/** Gathers what has to be known of a table before its rows are made, and that they stay within the limits. */
export class TableOutline implements TableSink {
  readonly merges: CellRange[] = [];
  readonly columns: Sheet['hiddenColumns'][number][] = [];
  /** The last row that holds anything; 0 where none does. */
  lastRow = 0;
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private readonly totals: Totals;
  /** Up to here the row holds something. */
  private width = 0;
  /** Cells, all that stand before the last of their row included. */
  private cells = 0;
  private spans: { readonly column: number; readonly columns: number; readonly rows: number }[] = [];

  constructor(limits: Limits, refuse: Refusal, totals: Totals) {
    this.limits = limits;
    this.totals = totals;
    this.refuse = refuse;
  }

  hiddenColumns(first: number, last: number): void {
    if (first >= MOST_COLUMNS) return;
    this.columns.push({ first, last: Math.min(last, MOST_COLUMNS - 1) });
    this.countRanges();
  }

  beginRow(): void {
    this.width = 0;
    if (this.spans.length > 0) this.spans = [];
  }

  beginCell({ column }: TablePlace, cell: Element): boolean {
    const columns = repetition(cell, 'table:number-columns-spanned');
    const rows = repetition(cell, 'table:number-rows-spanned');
    if (columns > 1 || rows > 1) this.spans.push({ column, columns, rows });
    return true;
  }

  endCell({ row, column, columns }: TablePlace, value: RawCell): void {
    if (value === null) return;
    if (typeof value === 'string') this.totals.long.take(value);
    this.width = column + columns;
    if (this.width > MOST_COLUMNS) throw this.refuse(noSuchColumn(row));
    if (this.width > this.limits.columns) throw this.refuse(beyondLimit(this.limits, 'columns'));
  }

  endRow({ row, rows }: TablePlace): void {
    if (this.width > 0) {
      this.lastRow = row + rows - 1;
      if (this.lastRow > this.limits.rows) throw this.refuse(beyondLimit(this.limits, 'rows'));
      if (this.lastRow > MOST_ROWS) throw this.refuse(noSuchRow);
      this.cells += this.width * rows;
      if (this.cells > this.limits.cells) throw this.refuse(beyondLimit(this.limits, 'cells'));
    }
    for (const span of this.spans) {
      // Rows that are alike cannot reach into each other; merged cells of empty ones merge nothing.
      const times = this.width > 0 && span.rows === 1 ? rows : 1;
      for (let i = 0; i < times; i++) this.addMerge(row + i, span);
    }
  }

  private addMerge(top: number, { column, columns, rows }: (typeof this.spans)[number]): void {
    if (top > MOST_ROWS || column >= MOST_COLUMNS) return;
    const bottom = Math.min(top + rows - 1, MOST_ROWS);
    this.merges.push({ top, left: column, bottom, right: Math.min(column + columns, MOST_COLUMNS) - 1 });
    this.countRanges();
  }

  private countRanges(): void {
    this.totals.ranges.reach(this, this.merges.length + this.columns.length);
  }
}
