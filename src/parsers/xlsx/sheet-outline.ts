import type { CellRange, Sheet } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { damaged, type Refusal } from '../refusal.ts';
import { type Tag, TagWalk } from '../xml/tag-walk.ts';
import { MOST_COLUMNS, MOST_ROWS, parseRange } from './cell-reference.ts';
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

  constructor(limits: Limits, refuse: Refusal) {
    this.refuse = refuse;
    this.walk = new TagWalk((tag) => this.visit(tag), limits, refuse);
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  private visit(tag: Tag): ReturnType<ConstructorParameters<typeof TagWalk>[0]> {
    if (tag.isClose) return undefined;
    if (tag.depth === 0 && tag.name !== 'worksheet') throw this.refuse(notSheet);
    if (tag.name === 'sheetData') this.isAtRows = true;
    if (tag.name === 'sheetData' && tag.hasContents) return { skipTo: `</${tag.qualifiedName}` };
    if (tag.name === 'mergeCell') this.addMerge(tag.attribute('ref') ?? '');
    if (tag.name === 'col') this.addColumns(tag);
    return undefined;
  }

  private addMerge(reference: string): void {
    const range = parseRange(reference);
    if (range === undefined) throw this.refuse(badMerge(reference));
    // Some programs write merges of one cell, which merge nothing.
    if (range.top !== range.bottom || range.left !== range.right) this.merges.push(range);
    if (this.merges.length > MOST_MERGES) throw this.refuse(tooManyMerges);
  }

  private addColumns(tag: Tag): void {
    if (++this.columns > MOST_COLUMNS) throw this.refuse(tooManyColumns);
    if (!isTrue(tag.attribute('hidden'))) return;
    const first = Number(tag.attribute('min')) - 1;
    const last = Math.min(Number(tag.attribute('max')), MOST_COLUMNS) - 1;
    if (first >= 0 && last >= first) this.hiddenColumns.push({ first, last });
  }
}

const notSheet = damaged('工作表的内容不是工作表', 'its contents are no worksheet');

/** Of a sheet: one for every row there can be. No program writes so many. */
export const MOST_MERGES = MOST_ROWS;

export const tooManyMerges = damaged(`合并区域超过 ${MOST_MERGES} 个`, `it has more than ${MOST_MERGES} merged ranges`);

const tooManyColumns = damaged(`列的说明超过 ${MOST_COLUMNS} 条`, `it describes more than ${MOST_COLUMNS} columns`);

function badMerge(reference: string) {
  return damaged(`合并区域“${reference}”读不懂`, `the merged range “${reference}” cannot be read`);
}
