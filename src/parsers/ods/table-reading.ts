import type { RawCell } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { nearCell, type Refusal } from '../refusal.ts';
import { CellReading } from './cell-reading.ts';
import type { Element } from './element.ts';
import type { ElementVisitor } from './element-walk.ts';

/** Where in its table a reading is. What stands once may stand for several rows and columns alike. */
export interface TablePlace {
  /** The number of the row, from 1, and how many rows are like it, itself included. */
  readonly row: number;
  readonly rows: number;
  readonly isHidden: boolean;
  /** The column of the cell, from 0, and how many cells are like it. */
  readonly column: number;
  readonly columns: number;
}

/** What becomes of a table's parts as they are met. */
export interface TableSink {
  hiddenColumns?(first: number, last: number): void;
  beginRow(place: TablePlace): void;
  /** Returns whether the value of the cell matters. */
  beginCell(place: TablePlace, cell: Element): boolean;
  /** Ends the cell, if its value matters. */
  endCell(place: TablePlace, value: RawCell): void;
  endRow(place: TablePlace): void;
}

export interface TableReadingContext {
  readonly limits: Limits;
  readonly refuse: Refusal;
  readonly date1904: () => boolean;
}

/** Reads a table, its own element first. */
export class TableReading implements ElementVisitor {
  private readonly sink: TableSink;
  private readonly reading: CellReading;
  private readonly place = { row: 0, rows: 1, isHidden: false, column: 0, columns: 0 };
  private state: 'before' | 'table' | 'row' | 'cell' = 'before';
  /** How deep the row or the cell is that is open. */
  private rowDepth = 0;
  private cellDepth = 0;
  private isCellRead = false;
  private nextColumn = 0;
  /** The depths of the open groups that hide what is in them. */
  private readonly hiding: number[] = [];

  constructor(sink: TableSink, { limits, refuse, date1904 }: TableReadingContext) {
    this.sink = sink;
    const refuseHere: Refusal = (why) =>
      refuse(this.state === 'cell' ? nearCell(why, this.place.row, this.place.column) : why);
    this.reading = new CellReading(limits, refuseHere, date1904);
  }

  get isInText(): boolean {
    return this.state === 'cell' && this.reading.isInText;
  }

  open(element: Element): boolean {
    if (this.state === 'cell') return this.reading.open(element);
    if (this.state === 'before') {
      this.state = 'table';
      return true;
    }
    return this.state === 'row' ? this.openInRow(element) : this.openInTable(element);
  }

  close(depth: number): void {
    if (this.state === 'cell') {
      if (depth === this.cellDepth) this.endCell();
      else this.reading.close(depth);
    } else if (this.state === 'row') {
      if (depth === this.rowDepth) this.endRow();
    } else if (this.hiding.at(-1) === depth) this.hiding.pop();
  }

  text(bytes: Buffer, start: number, end: number): void {
    this.reading.text(bytes, start, end);
  }

  literal(text: string): void {
    this.reading.literal(text);
  }

  private openInTable(element: Element): boolean {
    const { name, depth } = element;
    if (groups.has(name)) {
      if (element.attribute('table:display') === 'false') this.hiding.push(depth);
      return true;
    }
    if (name === 'table:table-column') this.addColumns(element);
    if (name !== 'table:table-row') return false;
    this.beginRow(element);
    return true;
  }

  private addColumns(element: Element): void {
    const columns = repetition(element, 'table:number-columns-repeated');
    if (this.isHidden(element)) this.sink.hiddenColumns?.(this.nextColumn, this.nextColumn + columns - 1);
    this.nextColumn += columns;
  }

  private beginRow(element: Element): void {
    const { place } = this;
    place.row += place.rows;
    place.rows = repetition(element, 'table:number-rows-repeated');
    place.isHidden = this.isHidden(element);
    place.column = 0;
    place.columns = 0;
    this.rowDepth = element.depth;
    this.state = 'row';
    this.sink.beginRow(place);
  }

  private openInRow(element: Element): boolean {
    if (element.name !== 'table:table-cell' && element.name !== 'table:covered-table-cell') return false;
    const { place } = this;
    place.column += place.columns;
    place.columns = repetition(element, 'table:number-columns-repeated');
    this.cellDepth = element.depth;
    this.state = 'cell';
    this.isCellRead = this.sink.beginCell(place, element);
    return this.isCellRead && this.reading.begin(element);
  }

  private endCell(): void {
    this.state = 'row';
    if (this.isCellRead) this.sink.endCell(this.place, this.reading.finish());
  }

  private endRow(): void {
    this.state = 'table';
    this.sink.endRow(this.place);
  }

  private isHidden(element: Element): boolean {
    const visibility = element.attribute('table:visibility');
    return visibility === 'collapse' || visibility === 'filter' || this.hiding.length > 0;
  }
}

/** How often a row, column or cell stands there, or how far it spans. */
export function repetition(element: Element, name: string): number {
  const times = Number(element.attribute(name) ?? 1);
  return times >= 1 ? Math.floor(Math.min(times, MOST_TIMES)) : 1;
}

const MOST_TIMES = 1_000_000_000; // far more than any sheet has, and still exact when added up

const groups: ReadonlySet<string> = new Set([
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
  'table:table-rows',
  'table:table-header-rows',
  'table:table-row-group',
]);
