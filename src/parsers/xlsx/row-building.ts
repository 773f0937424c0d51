import type { CellsWanted, RawCell, Row } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { beyondLimit, damaged, type Refusal } from '../refusal.ts';
import { WantedCells } from '../wanted-cells.ts';
import { MOST_COLUMNS, MOST_ROWS } from './cell-reference.ts';

/** Builds the rows of a sheet out of cells that come one by one, and keeps both in order and within bounds. */
export class RowBuilding {
  private rows: Row[] = [];
  private number = 0;
  private isHidden = false;
  /** The cells of the row, in an array used for all rows, and how many they are: each row takes a copy of just its size. */
  private cells: (RawCell | undefined)[] = [];
  private width = 0;
  private column = -1;
  private cellsRead = 0;
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private readonly wanted: WantedCells;
  /** True while all cells of the row are wanted: all rows of the head, and others until one holds something at the front. */
  private isWhole = true;

  constructor(limits: Limits, refuse: Refusal, wanted?: CellsWanted) {
    this.limits = limits;
    this.refuse = refuse;
    this.wanted = new WantedCells(wanted);
  }

  /** How many more cells are allowed. */
  get cellsLeft(): number {
    return this.limits.cells - this.cellsRead;
  }

  /** Whether somebody will look at the cell moved to. */
  get isWanted(): boolean {
    return this.isWhole || this.wanted.has(this.column);
  }

  /** Begins the row of this number, or the next one where the sheet does not say. */
  begin(number: number | undefined, isHidden: boolean): void {
    const at = number ?? this.number + 1;
    if (at > MOST_ROWS) throw this.refuse(noSuchRow);
    if (at > this.limits.rows) throw this.refuse(beyondLimit(this.limits, 'rows'));
    if (at <= this.number) throw this.refuse(disorder(at));
    this.number = at;
    this.isHidden = isHidden;
    this.column = -1;
    this.isWhole = true;
  }

  /** Moves on to a cell: the one at a column and row, or the next one where the cell does not say (-1 and 0). */
  move(column: number, row: number): void {
    const at = column < 0 ? this.column + 1 : column;
    if (row !== 0 && row !== this.number) throw this.refuse(elsewhere(this.number));
    if (at >= MOST_COLUMNS) throw this.refuse(noSuchColumn(this.number));
    if (++this.cellsRead > this.limits.cells) throw this.refuse(beyondLimit(this.limits, 'cells'));
    if (at <= this.column && at < this.width && (this.cells[at] ?? null) !== null)
      throw this.refuse(disorder(this.number));
    this.column = at;
  }

  /** Moves on to a column of which whoever counts the cells knows that it is behind the others of the row. */
  moveOn(column: number): void {
    this.column = column;
  }

  /** Counts so many cells, also empty ones, up to the one in a column. */
  count(cells: number, column: number): void {
    this.cellsRead += cells;
    this.column = column;
  }

  /** Puts the value of the cell moved to. */
  put(value: RawCell): void {
    if (value === null) return;
    const { cells, column } = this;
    if (column >= this.width) {
      // What another row has left there is cleared, and a small gap behind it filled, for arrays without holes are faster.
      // A large one is left, so that no row costs 16,384 cells.
      const filled = column - cells.length < SMALL_GAP ? column : cells.length;
      while (this.width < filled) cells[this.width++] = null;
      this.width = column + 1;
    } else if ((cells[column] ?? null) !== null) throw this.refuse(disorder(this.number)); // behind one out of order
    cells[column] = value;
    if (this.isWhole && column >= this.wanted.first) this.isWhole = this.wanted.isWhole(this.number, cells);
  }

  finish(): void {
    const { cells, width } = this;
    if (width === 0) return;
    if (width > this.limits.columns) throw this.refuse(beyondLimit(this.limits, 'columns'));
    const isLong = width > LONG_ROW; // with large gaps, perhaps, which take long to copy and stay slow
    this.rows.push({ number: this.number, cells: isLong ? cells : cells.slice(0, width), hidden: this.isHidden });
    if (isLong) this.cells = [];
    this.width = 0;
  }

  /** The rows finished since the last call. */
  take(): readonly Row[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  /** Where the building is, for an error. */
  place(): { readonly row: number; readonly column: number } {
    return { row: this.number, column: this.column };
  }
}

const SMALL_GAP = 64;
const LONG_ROW = 256;

export const noSuchRow = damaged(`行号超过 ${MOST_ROWS}`, `a row is numbered beyond ${MOST_ROWS}`);

export function noSuchColumn(row: number) {
  return damaged(
    `第 ${row} 行有单元格超过第 ${MOST_COLUMNS} 列`,
    `row ${row} has a cell beyond column ${MOST_COLUMNS}`,
  );
}

function disorder(row: number) {
  return damaged(`第 ${row} 行重复或次序颠倒`, `row ${row} or one of its cells comes twice or out of order`);
}

function elsewhere(row: number) {
  return damaged(`第 ${row} 行里有属于别的行的单元格`, `row ${row} holds a cell that says it belongs to another row`);
}
