import type { Sheet } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { type Tag, TagWalk } from '../xlsx/tag-walk.ts';

/** What of a sheet is hidden; rows from 1, both ends included. */
export interface HiddenParts {
  readonly isHidden: boolean;
  readonly rows: readonly { readonly first: number; readonly last: number }[];
  readonly columns: Sheet['hiddenColumns'];
}

/**
 * Reads what the foreign parser does not tell of an OpenDocument spreadsheet: which parts of it are hidden. It also
 * counts its cells, for one of them may stand for millions.
 */
export class OdsOutline {
  /** By the names of the sheets. */
  readonly sheets = new Map<string, HiddenParts>();
  private readonly hiddenStyles = new Set<string>();
  private readonly walk: TagWalk;
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private style = '';
  private table: OpenTable | undefined;
  private cells = 0;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
    this.walk = new TagWalk((tag) => this.visit(tag), limits, refuse);
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  private visit(tag: Tag): undefined {
    if (tag.isClose) {
      if (tag.depth === this.table?.depth) this.table = undefined;
    } else if (tag.name === 'style') this.style = tag.attribute('name') ?? '';
    else if (tag.name === 'table-properties') {
      if (tag.attribute('display') === 'false') this.hiddenStyles.add(this.style);
    } else if (this.table !== undefined) this.visitWithin(tag, this.table);
    else if (tag.name === 'table' && tag.hasContents) this.openTable(tag);
  }

  private openTable(tag: Tag): void {
    const isHidden = this.hiddenStyles.has(tag.attribute('style-name') ?? '');
    this.table = { depth: tag.depth, rows: [], columns: [], row: 0, repeatedRows: 1, column: 0 };
    this.sheets.set(tag.attribute('name') ?? '', { isHidden, rows: this.table.rows, columns: this.table.columns });
  }

  private visitWithin(tag: Tag, table: OpenTable): void {
    if (tag.name === 'table-column') {
      const columns = repetition(tag, 'number-columns-repeated');
      if (isHidden(tag)) table.columns.push({ first: table.column, last: table.column + columns - 1 });
      table.column += columns;
    } else if (tag.name === 'table-row') {
      table.repeatedRows = repetition(tag, 'number-rows-repeated');
      if (isHidden(tag)) table.rows.push({ first: table.row + 1, last: table.row + table.repeatedRows });
      table.row += table.repeatedRows;
    } else if (tag.name === 'table-cell' && tag.attribute('value-type') !== undefined) this.count(tag, table);
  }

  private count(tag: Tag, table: OpenTable): void {
    this.cells += table.repeatedRows * repetition(tag, 'number-columns-repeated');
    if (this.cells > this.limits.cells) throw this.refuse(beyondLimit(this.limits, 'cells'));
    if (table.row > this.limits.rows) throw this.refuse(beyondLimit(this.limits, 'rows'));
  }
}

interface OpenTable {
  readonly depth: number;
  readonly rows: HiddenParts['rows'][number][];
  readonly columns: HiddenParts['columns'][number][];
  row: number;
  repeatedRows: number;
  column: number;
}

function repetition(tag: Tag, name: string): number {
  const times = Number(tag.attribute(name) ?? 1);
  return Number.isSafeInteger(times) && times > 0 ? times : 1;
}

function isHidden(tag: Tag): boolean {
  return /^(?:collapse|filter)$/.test(tag.attribute('visibility') ?? '');
}
