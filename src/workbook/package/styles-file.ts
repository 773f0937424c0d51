import { rootOf } from '../xml/xml-tree.ts';
import type { PackageParts } from './package-parts.ts';
import { folderOf } from './part-names.ts';
import { StyleBook } from './style-book.ts';
import type { WorkbookFile } from './workbook-file.ts';

/** The styles of a workbook and the part they stand in. */
export interface StylesFile {
  readonly name: string;
  readonly book: StyleBook;
  /** True where the workbook has no such part yet. */
  readonly isNew: boolean;
}

export async function openStyles(parts: PackageParts, workbook: WorkbookFile): Promise<StylesFile> {
  const name = workbook.partOfType('styles')?.name ?? `${folderOf(workbook.main)}styles.xml`;
  const text = await parts.text(name);
  // A workbook without styles is legal: all its cells have the first format there is.
  const isNew = text === undefined;
  const source = text ?? emptyStyles(workbook.namespace);
  const root = rootOf(source);
  if (root?.name !== 'styleSheet' || root.isEmpty) throw parts.refuse(unreadable(name));
  return { name, book: new StyleBook(source), isNew };
}

function emptyStyles(namespace: string): string {
  const normal = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">${normal}</styleSheet>`;
}

function unreadable(name: string) {
  return {
    zh: `格式表“${name}”读不懂，加不进标注的颜色`,
    en: `its styles in “${name}” cannot be read, so that no colour could be added`,
  };
}
