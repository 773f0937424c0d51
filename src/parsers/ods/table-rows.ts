import type { CellsWanted, RawCell, Row } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { RowBuilding } from '../xlsx/row-building.ts';
import { ElementWalk } from './element-walk.ts';
import { Names } from './names.ts';
import { type TablePlace, TableReading, type TableSink } from './table-reading.ts';

export interface TableScanning {
  readonly limits: Limits;
  readonly refuse: Refusal;
  readonly date1904: boolean;
  /** What is declared where the table begins. */
  readonly names: Names;
  /** The last row that holds anything. */
  readonly lastRow: number;
  readonly wanted?: CellsWanted | undefined;
}

/** A row, and how many rows from there on are like it, itself included. */
export interface RowRun {
  readonly row: Row;
  readonly times: number;
}

/** Reads the rows of a table, which is known to be within the limits, as the chunks of its element are pushed. */
export class TableRows implements TableSink {
  private readonly building: RowBuilding;
  private readonly walk: ElementWalk;
  private readonly lastRow: number;
  private runs: RowRun[] = [];

  constructor({ limits, refuse, date1904, names, lastRow, wanted }: TableScanning) {
    this.lastRow = lastRow;
    this.building = new RowBuilding(limits, refuse, wanted);
    const table = new TableReading(this, { limits, refuse, date1904: () => date1904 });
    this.walk = new ElementWalk(table, new Names(names), { limits, refuse });
  }

  /** Takes the next chunk and returns the rows finished with it. */
  push(chunk: Buffer): readonly RowRun[] {
    this.walk.push(chunk);
    const { runs } = this;
    if (runs.length > 0) this.runs = [];
    return runs;
  }

  end(): void {
    this.walk.end();
  }

  beginRow({ row, isHidden }: TablePlace): void {
    if (row <= this.lastRow) this.building.begin(row, isHidden);
  }

  beginCell({ row, column, columns }: TablePlace): boolean {
    if (row > this.lastRow) return false;
    this.building.moveOn(column);
    return columns > 1 || this.building.isWanted;
  }

  endCell({ column, columns }: TablePlace, value: RawCell): void {
    if (value === null) return;
    for (let at = column; at < column + columns; at++) {
      this.building.moveOn(at);
      if (this.building.isWanted) this.building.put(value);
    }
  }

  endRow({ rows }: TablePlace): void {
    this.building.finish();
    for (const row of this.building.take()) this.runs.push({ row, times: rows });
  }
}
