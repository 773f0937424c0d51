import { Relationships, relationshipsName } from '../../parsers/xlsx/relationships.ts';
import { attributeOf, localAttributeOf, namespaceOf } from '../xml/tag-attributes.ts';
import { childOf, childrenOf, rootOf, tagOf } from '../xml/xml-tree.ts';
import type { PackageParts } from './package-parts.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  /** Its place among all sheets, from 0: what `localSheetId` counts, and its number among the sheets that are read. */
  readonly position: number;
  readonly name: string;
  readonly sheetId: number;
  readonly relationship: string;
  /** Its part, where it is a worksheet; charts, dialogues and modules of macros have no rows. */
  readonly part: string | null;
}

export type Worksheet = ListedSheet & { readonly part: string };

export function isWorksheet(sheet: ListedSheet): sheet is Worksheet {
  return sheet.part !== null;
}

/** What the main part of a workbook and its relationships tell. */
export interface WorkbookFile {
  readonly main: string;
  readonly text: string;
  /** The main namespace, and the beginning of the addresses of relationship types; strict files have their own. */
  readonly namespace: string;
  readonly relationshipBase: string;
  readonly sheets: readonly ListedSheet[];
  /** Parts of the workbook by the last word of the type of their relationship. */
  partOfType(type: string): { readonly id: string; readonly name: string } | undefined;
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

export async function openWorkbookFile(parts: PackageParts): Promise<WorkbookFile> {
  const main =
    (await relationshipsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const text = await parts.text(main);
  const root = rootOf(text ?? '');
  if (text === undefined || root === undefined) throw parts.refuse(noWorkbook);
  const relationships = await relationshipsOf(parts, main);
  const namespace = namespaceOf(tagOf(text, root), root.prefix) ?? SPREADSHEET;
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet').map((element, position) => {
    const tag = tagOf(text, element);
    const relationship = localAttributeOf(tag, 'id') ?? '';
    const found = relationships.find(({ id }) => id === relationship);
    return {
      position,
      name: attributeOf(tag, 'name') ?? '',
      sheetId: Number(attributeOf(tag, 'sheetId') ?? 0),
      relationship,
      part: found?.type === 'worksheet' ? found.target : null,
    };
  });
  return {
    main,
    text,
    namespace,
    relationshipBase: namespace === SPREADSHEET ? OFFICE : STRICT_OFFICE,
    sheets,
    partOfType(type) {
      const found = relationships.find((relationship) => relationship.type === type);
      return found === undefined ? undefined : { id: found.id, name: found.target };
    },
  };
}

/** The relationships of a part, with their targets as names of parts; none where it has no part of them. */
export async function relationshipsOf(parts: PackageParts, source: string) {
  const text = await parts.text(relationshipsName(source));
  if (text === undefined || parts.archive === null) return [];
  const relationships = new Relationships(source, parts.archive);
  relationships.push(Buffer.from(text));
  relationships.end();
  return relationships.found;
}

const noWorkbook = { zh: '包里没有工作簿', en: 'its package holds no workbook' };
