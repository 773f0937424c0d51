import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { type Tag, TagWalk } from '../xml/tag-walk.ts';

export interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly isHidden: boolean;
}

/** What workbook.xml says. */
export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

export function readWorkbookPart(
  bytes: Buffer,
  context: { readonly limits: Limits; readonly refuse: Refusal },
): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const walk = new TagWalk(
    (tag) => {
      if (tag.isClose) return undefined;
      if (tag.depth === 0 && tag.name !== 'workbook') throw context.refuse(noWorkbook);
      // Not that of an extension, which has the same name and says nothing of dates.
      if (tag.name === 'workbookPr' && tag.depth === 1) date1904 = isTrue(tag.attribute('date1904'));
      if (tag.name === 'sheet' && tag.depth === 2) sheets.push(sheetEntry(tag));
      return undefined;
    },
    context.limits,
    context.refuse,
  );
  walk.push(bytes);
  walk.end();
  return { sheets, date1904 };
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
