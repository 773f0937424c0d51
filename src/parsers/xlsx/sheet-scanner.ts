import type { CellsWanted, RawCell, Row } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { damaged, nearCell, type Reason, type Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from '../xml/chunk-join.ts';
import { attributeOf, blankMarkup, isNamed, type Markup, nextMarkup, readMarkup } from '../xml/markup.ts';
import { CellReading } from './cell-reading.ts';
import { parsePlace } from './cell-reference.ts';
import { type CellContext, cellValue, type WrittenCell } from './cell-value.ts';
import {
  FIRST_ITEM,
  ITEM_SIZE,
  KIND_BITS,
  MOST_DIGITS,
  NUMBER,
  type PlainCells,
  plainCells,
  ROW,
  STRING,
  TYPES,
} from './plain-cells.ts';
import { RowBuilding } from './row-building.ts';
import { isTrue } from './workbook-part.ts';

export interface Scanning {
  readonly context: CellContext;
  readonly limits: Limits;
  readonly refuse: Refusal;
  readonly wanted?: CellsWanted | undefined;
}

/**
 * Reads the rows of a sheet as the chunks of its XML are pushed, wherever the chunks are cut. What stands behind them is
 * left to the outline of the sheet.
 */
export class SheetScanner {
  private readonly context: CellContext;
  private readonly refuse: Refusal;
  private readonly join: ChunkJoin;
  private readonly nesting: Nesting;
  private readonly building: RowBuilding;
  private readonly reading: CellReading;
  private readonly markup = blankMarkup();
  private readonly plain: PlainCells | undefined;
  /** Whether the next row or cell may be in the common spelling: not in front of what was just found to be neither. */
  private mayBePlain = true;
  private place: 'before' | 'rows' | 'row' | 'cell' | 'behind' = 'before';

  constructor({ context, limits, refuse, wanted }: Scanning) {
    this.context = context;
    this.refuse = (why) => refuse(this.place === 'cell' || this.place === 'row' ? this.within(why) : why);
    this.join = new ChunkJoin((bytes) => this.scan(bytes), refuse);
    this.nesting = new Nesting(limits.levels, refuse);
    this.building = new RowBuilding(limits, refuse, wanted);
    this.reading = new CellReading(limits, this.refuse);
    this.plain = limits.characters < MOST_DIGITS ? undefined : plainCells(); // which measures no number
  }

  /** Takes the next chunk and returns the rows finished with it. */
  push(chunk: Buffer): readonly Row[] {
    this.join.push(chunk);
    return this.building.take();
  }

  end(): void {
    if (this.place === 'behind') return;
    this.join.end();
    this.nesting.end();
  }

  /** Scans as far as the bytes suffice, and returns how far. */
  private scan(bytes: Buffer): number {
    const { plain } = this;
    return plain === undefined ? this.scanAll(bytes) : plain.piece.over(bytes, () => this.scanAll(bytes));
  }

  private scanAll(bytes: Buffer): number {
    const { markup, reading, building } = this;
    let at = 0;
    this.mayBePlain = true;
    for (;;) {
      if (this.place === 'behind') return bytes.length;
      if (this.mayBePlain && (this.place === 'row' || this.place === 'rows')) at = this.scanPlain(bytes, at);
      const tagAt = nextMarkup(bytes, at);
      const isWhole = tagAt >= 0 && readMarkup(bytes, tagAt, markup, this.refuse);
      if (!isWhole) return reading.isInText ? at : tagAt < 0 ? bytes.length : tagAt;
      // What stands in a cell that nobody will look at is not looked at here either, however it is spelt.
      const isRead = reading.isInText && building.isWanted;
      if (isRead && tagAt > at) reading.appendText(bytes, at, tagAt);
      if (isRead && markup.kind === 'cdata') reading.appendCdata(bytes, markup);
      if (markup.kind !== 'cdata' && markup.kind !== 'other') this.follow(bytes, markup);
      at = markup.end;
    }
  }

  /** Scans rows and cells in the common spelling, and returns where something else begins. */
  private scanPlain(bytes: Buffer, from: number): number {
    const { plain, building } = this;
    this.mayBePlain = false;
    if (plain === undefined || !this.nesting.hasRoomFor(PLAIN_LEVELS)) return from;
    let at = from;
    do {
      const { row, column } = building.place();
      const { cellsLeft } = building;
      const count = plain.read(at, { row: this.place === 'row' ? row : 0, column, cellsLeft });
      this.takePlain(plain, count, bytes);
      building.count(plain.cells, plain.column);
      at = plain.next;
    } while (!plain.isOtherwise);
    return at;
  }

  private takePlain(plain: PlainCells, count: number, bytes: Buffer): void {
    const { building, nesting } = this;
    const { found } = plain;
    const end = FIRST_ITEM + ITEM_SIZE * count;
    for (let item = FIRST_ITEM; item < end; item += ITEM_SIZE) {
      const cell = found[item] as number;
      if (cell >= 0) {
        building.moveOn(cell >> KIND_BITS);
        if (building.isWanted) building.put(this.plainValue(plain, item, bytes));
      } else if (cell === ROW) {
        nesting.follow('open');
        building.begin(found[item + 1], false);
        this.place = 'row';
      } else {
        nesting.follow('close'); // a row ends
        this.closeRow();
      }
    }
  }

  private plainValue(plain: PlainCells, item: number, bytes: Buffer): RawCell {
    const { strings, dateStyles } = this.context;
    const kind = plain.kindOf(item);
    if (kind === NUMBER) {
      const number = plain.numberOf(item);
      return dateStyles[plain.styleOf(item)] === true ? { serial: number } : number;
    }
    const string = kind === STRING ? strings.textOf(plain.numberOf(item)) : undefined;
    if (string !== undefined) return string === '' ? null : string;
    return this.value(this.plainCell(plain, item, bytes));
  }

  /** A cell that is no plain number, and not the number of a string that there is. */
  private plainCell(plain: PlainCells, item: number, bytes: Buffer): WrittenCell {
    const [type, style] = [TYPES[plain.kindOf(item)] ?? '', plain.styleOf(item)];
    if (plain.kindOf(item) === STRING) return { type, style, text: String(plain.numberOf(item)), hasFormula: false };
    this.reading.begin(type, style);
    this.reading.appendText(bytes, plain.startOf(item), plain.endOf(item));
    return this.reading.finish();
  }

  private value(cell: WrittenCell): RawCell {
    return cellValue(cell, this.context, this.refuse);
  }

  private follow(bytes: Buffer, markup: Markup): void {
    this.nesting.follow(markup.kind);
    const isClose = markup.kind === 'close';
    const { place } = this;
    if (place === 'before') {
      if (markup.kind === 'open' && isNamed(bytes, markup, 'sheetData')) this.place = 'rows';
    } else if (place === 'rows') {
      if (!isClose && isNamed(bytes, markup, 'row')) this.openRow(bytes, markup);
      else if (isClose && isNamed(bytes, markup, 'sheetData')) this.place = 'behind';
    } else if (place === 'row') {
      if (!isClose && isNamed(bytes, markup, 'c')) this.openCell(bytes, markup);
      else if (isClose && isNamed(bytes, markup, 'row')) this.closeRow();
    } else if (isClose && isNamed(bytes, markup, 'c')) this.closeCell();
    else this.reading.follow(bytes, markup);
    if (this.place !== place) this.mayBePlain = true;
  }

  private openRow(bytes: Buffer, markup: Markup): void {
    const number = attributeOf(bytes, markup, 'r');
    if (number !== undefined && !/^\d+$/.test(number)) throw this.refuse(badReference);
    this.building.begin(
      number === undefined ? undefined : Number(number),
      isTrue(attributeOf(bytes, markup, 'hidden')),
    );
    if (markup.kind === 'open') this.place = 'row';
  }

  private closeRow(): void {
    this.building.finish();
    this.place = 'rows';
  }

  private openCell(bytes: Buffer, markup: Markup): void {
    const reference = attributeOf(bytes, markup, 'r');
    const cell = reference === undefined ? { row: 0, column: -1 } : parsePlace(reference);
    if (cell === undefined) throw this.refuse(badReference);
    this.building.move(cell.column, cell.row);
    this.reading.begin(attributeOf(bytes, markup, 't') ?? '', Number(attributeOf(bytes, markup, 's') ?? 0));
    if (markup.kind === 'open') this.place = 'cell';
    else this.mayBePlain = true;
  }

  private closeCell(): void {
    const cell = this.reading.finish();
    if (this.building.isWanted) this.building.put(this.value(cell));
    this.place = 'row';
  }

  private within(reason: Reason): Reason {
    const { row, column } = this.building.place();
    return nearCell(reason, row, column);
  }
}

const PLAIN_LEVELS = 3; // a row, a cell and its value

const badReference = damaged('行号或单元格编号读不懂', 'a row number or cell reference cannot be read');
