import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import type { ChunkReader } from '../xml/parts.ts';
import { type Tag, TagWalk, type TagWalking } from '../xml/tag-walk.ts';

export interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly isHidden: boolean;
}

/** Reads what workbook.xml says as its chunks are pushed. */
export class WorkbookPart implements ChunkReader {
  readonly sheets: SheetEntry[] = [];
  date1904 = false;
  private readonly walk: TagWalk;
  private readonly limits: Limits;
  private readonly refuse: Refusal;

  constructor(context: TagWalking) {
    this.limits = context.limits;
    this.refuse = context.refuse;
    this.walk = new TagWalk(['workbookPr', 'sheet'], (tag) => this.visit(tag), context);
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  private visit(tag: Tag): undefined {
    if (tag.isClose) return;
    if (tag.depth === 0 && tag.name !== 'workbook') throw this.refuse(noWorkbook);
    // Not that of an extension, which has the same name and says nothing of dates.
    if (tag.name === 'workbookPr' && tag.depth === 1) this.date1904 = isTrue(tag.attribute('date1904'));
    if (tag.name === 'sheet' && tag.depth === 2) this.list(tag);
  }

  private list(tag: Tag): void {
    this.sheets.push(sheetEntry(tag));
    // Those with rows have a part each; charts may share one, and modules of macros have none.
    if (this.sheets.length > this.limits.entries) throw this.refuse(beyondLimit(this.limits, 'entries'));
  }
}

/** A boolean attribute in all the spellings that programs write. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(1|true|on|t)$/i.test(value.trim());
}

export const noWorkbook = {
  zh: '是压缩包，但里面没有工作簿。请提供 .xlsx、.xls、.et、.ods 或 .csv 文件。',
  en: 'is a package, but holds no workbook. Give an .xlsx, .xls, .et, .ods or .csv file.',
};

function sheetEntry(tag: Tag): SheetEntry {
  const state = tag.attribute('state') ?? 'visible';
  return {
    name: tag.attribute('name') ?? '',
    relationship: tag.attribute('id') ?? '',
    isHidden: state !== 'visible',
  };
}
