import type { Limits } from '../limits.ts';
import { LongTexts } from '../long-texts.ts';
import { RangeCount } from '../range-count.ts';
import { beyondLimit, type Refusal, refusalOfSheet } from '../refusal.ts';
import type { Element } from './element.ts';
import { type ElementVisitor, ElementWalk } from './element-walk.ts';
import { Names } from './names.ts';
import { TableOutline, type Totals } from './table-outline.ts';
import { TableReading } from './table-reading.ts';

/** A sheet as the outline has found it. */
export interface OutlinedTable {
  readonly name: string;
  readonly isHidden: boolean;
  readonly outline: TableOutline;
  /** What is declared where it begins. */
  readonly names: Names;
  readonly refuse: Refusal;
  /** Where its element lies in the part, in bytes. */
  readonly start: number;
  readonly end: number;
}

/**
 * Walks content.xml once before any row is made: for its sheets and what has to be known of them, and for the limits,
 * as one cell may stand for millions.
 */
export class ContentOutline implements ElementVisitor {
  readonly tables: OutlinedTable[] = [];
  date1904 = false;
  isSpreadsheet = false;
  private readonly walk: ElementWalk;
  private readonly names = new Names();
  private readonly file: string;
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private readonly hiddenStyles = new Set<string>();
  private readonly totals: Totals;
  private style = '';
  private table: OpenTable | undefined;

  constructor(file: string, limits: Limits, refuse: Refusal) {
    this.file = file;
    this.limits = limits;
    this.refuse = refuse;
    this.totals = { ranges: new RangeCount(refuse), long: new LongTexts(limits, refuse) };
    const refuseHere: Refusal = (why) => (this.table?.refuse ?? refuse)(why);
    this.walk = new ElementWalk(this, this.names, { limits, refuse: refuseHere });
  }

  get isInText(): boolean {
    return this.table?.reading.isInText === true;
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  open(element: Element): boolean {
    if (this.table !== undefined) return this.table.reading.open(element);
    switch (element.name) {
      case 'office:document-content':
      case 'office:automatic-styles':
      case 'office:body':
      case 'table:calculation-settings':
        return true;
      case 'office:spreadsheet':
        this.isSpreadsheet = true;
        return true;
      case 'style:style':
        this.style = element.attribute('style:name') ?? '';
        return element.attribute('style:family') === 'table';
      case 'style:table-properties':
        if (element.attribute('table:display') === 'false') this.hiddenStyles.add(this.style);
        return false;
      case 'table:null-date':
        this.date1904 = /^1904-0?1-0?1\b/.test(element.attribute('table:date-value')?.trim() ?? ''); // Gnumeric writes no zeros
        return false;
      case 'table:table':
        return this.isSpreadsheet && this.openTable(element);
      default:
        return false; // so that what is met is a child of what is named here: a table is a sheet, not one within another
    }
  }

  close(depth: number, end: number): void {
    if (this.table === undefined) return;
    if (depth === this.table.depth) this.closeTable(this.table, end);
    else this.table.reading.close(depth);
  }

  text(bytes: Buffer, start: number, end: number): void {
    this.table?.reading.text(bytes, start, end);
  }

  literal(text: string): void {
    this.table?.reading.literal(text);
  }

  private openTable(element: Element): boolean {
    // Tables are to this format what parts of a package are to others: of a million even the empty ones take gigabytes.
    if (this.tables.length >= this.limits.entries) throw this.refuse(beyondLimit(this.limits, 'entries'));
    const name = element.attribute('table:name') ?? '';
    const refuse = refusalOfSheet(this.file, name);
    const outline = new TableOutline(this.limits, refuse, this.totals);
    const reading = new TableReading(outline, { limits: this.limits, refuse, date1904: () => this.date1904 });
    const isHidden = this.hiddenStyles.has(element.attribute('table:style-name') ?? '');
    const { depth, start } = element;
    this.table = { name, isHidden, outline, names: new Names(this.names), refuse, start, depth, reading };
    return reading.open(element);
  }

  private closeTable({ name, isHidden, outline, names, refuse, start }: OpenTable, end: number): void {
    this.tables.push({ name, isHidden, outline, names, refuse, start, end });
    this.table = undefined;
  }
}

interface OpenTable extends Omit<OutlinedTable, 'end'> {
  readonly depth: number;
  readonly reading: TableReading;
}
