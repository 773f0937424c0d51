import type { CellRange, Sheet } from '../../model/sheet.ts';
import { damaged, type Refusal } from '../refusal.ts';
import { type Tag, TagWalk, type TagWalking, type Visit } from '../xml/tag-walk.ts';
import { MOST_COLUMNS, parseRange } from './cell-reference.ts';
import { isTrue } from './workbook-part.ts';

/** Reads what stands around the rows of a sheet as its chunks are pushed: merges, hidden columns. The rows are skipped. */
export class SheetOutline {
  readonly merges: CellRange[] = [];
  readonly hiddenColumns: Sheet['hiddenColumns'][number][] = [];
  /** Whether what was pushed reaches as far as the rows. */
  isAtRows = false;
  private readonly walk: TagWalk;
  private columns = 0;
  private readonly refuse: Refusal;
  private readonly onRange: (ranges: number) => void;

  /** Tells `onRange` how many merges and hidden columns there are by now, each time that one is found. */
  constructor({ limits, refuse }: TagWalking, onRange: (ranges: number) => void) {
    this.refuse = refuse;
    this.onRange = onRange;
    this.walk = new TagWalk(['sheetData', 'mergeCell', 'col'], (tag) => this.visit(tag), { limits, refuse });
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  private visit(tag: Tag): ReturnType<Visit> {
    if (tag.isClose) return undefined;
    if (tag.depth === 0 && tag.name !== 'worksheet') throw this.refuse(notSheet);
    if (tag.name === 'sheetData') {
      if (this.isAtRows && tag.depth === 1) throw this.refuse(rowsTwice);
      this.isAtRows = true;
    }
    if (tag.name === 'sheetData' && tag.hasContents) return { skipTo: `</${tag.qualifiedName}` };
    if (tag.name === 'mergeCell') this.addMerge(tag.attribute('ref') ?? '');
    if (tag.name === 'col') this.addColumns(tag);
    return undefined;
  }

  private addMerge(reference: string): void {
    const range = parseRange(reference);
    if (range === undefined) throw this.refuse(badMerge(reference));
    // Some programs write merges of one cell, which merge nothing.
    if (range.top === range.bottom && range.left === range.right) return;
    this.merges.push(range);
    this.countRanges();
  }

  private addColumns(tag: Tag): void {
    if (++this.columns > MOST_COLUMNS) throw this.refuse(tooManyColumns);
    if (!isTrue(tag.attribute('hidden'))) return;
    const first = Number(tag.attribute('min')) - 1;
    const last = Math.min(Number(tag.attribute('max')), MOST_COLUMNS) - 1;
    if (first < 0 || last < first) return;
    this.hiddenColumns.push({ first, last });
    this.countRanges();
  }

  private countRanges(): void {
    this.onRange(this.merges.length + this.hiddenColumns.length);
  }
}

const notSheet = damaged('工作表的内容不是工作表', 'its contents are no worksheet');

const rowsTwice = damaged('行的内容有两份', 'its rows stand in two places');

const tooManyColumns = damaged(`列的说明超过 ${MOST_COLUMNS} 条`, `it describes more than ${MOST_COLUMNS} columns`);

function badMerge(reference: string) {
  return damaged(`合并区域“${reference}”读不懂`, `the merged range “${reference}” cannot be read`);
}
