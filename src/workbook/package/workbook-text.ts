import { certain } from '../../model/certain.ts';
import { attributeOf, prefixBoundTo, withAttribute } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childOf, childrenOf, rootOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import { escaped, quoted } from '../xml/xml-writing.ts';
import type { WorkbookFile } from './workbook-file.ts';

/** A sheet that is put in front of all others. */
export interface SheetInFront {
  readonly name: string;
  readonly sheetId: number;
  readonly relationship: string;
  /** Ranges that the program keeps as names of the sheet: what is filtered, and the rows that are printed on every page. */
  readonly names: readonly LocalName[];
}

export interface LocalName {
  readonly name: '_xlnm._FilterDatabase' | '_xlnm.Print_Titles';
  readonly reference: string;
}

export interface WorkbookChanges {
  readonly inFront: readonly SheetInFront[];
  /** The positions of sheets that an earlier run put in front. */
  readonly former: ReadonlySet<number>;
  /** The ranges that are filtered now, by the position of their sheet. */
  readonly filters: ReadonlyMap<number, string>;
}

/** What follows the defined names in a workbook (ISO/IEC 29500, CT_Workbook). */
const BEHIND_NAMES =
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
const OFFICE = ['http://schemas.openxmlformats.org/officeDocument/2006/relationships'];

/** The main part with the new sheets in front; all that counts sheets by their place is moved along. */
export function workbookText({ text, relationshipBase }: WorkbookFile, changes: WorkbookChanges): string {
  const root = certain(rootOf(text), 'root of the workbook');
  const sheets = certain(childOf(root, 'sheets'), 'list of sheets');
  const edits = new TextEdits(text);
  const moved = movedPositions(sheets.children.length, changes);
  putInFront({ text, root, sheets }, edits, { changes, namespace: relationshipBase });
  moveViews({ text, root, sheets }, edits, moved);
  nameRanges({ text, root, sheets }, edits, { changes, moved });
  return edits.result();
}

interface Places {
  readonly text: string;
  readonly root: XmlElement;
  readonly sheets: XmlElement;
}

/** Where a sheet goes; `undefined` for one that is taken out. */
type Moved = (position: number) => number | undefined;

function movedPositions(count: number, { inFront, former }: WorkbookChanges): Moved {
  const kept = Array.from({ length: count }, (_, position) => position).filter((position) => !former.has(position));
  return (position) => {
    const index = kept.indexOf(position);
    return index < 0 ? undefined : index + inFront.length;
  };
}

function putInFront(
  { text, root, sheets }: Places,
  edits: TextEdits,
  { changes: { inFront, former }, namespace }: { readonly changes: WorkbookChanges; readonly namespace: string },
): void {
  const bound = [namespace, ...OFFICE]
    .map((each) => prefixBoundTo(tagOf(text, root), each))
    .find((each) => each !== undefined);
  const id = bound === undefined ? `xmlns:fp=${quoted(namespace)} fp:id` : `${bound}id`;
  const written = inFront.map(
    ({ name, sheetId, relationship }) =>
      `<${root.prefix}sheet name=${quoted(name)} sheetId="${sheetId}" ${id}=${quoted(relationship)}/>`,
  );
  edits.insert(sheets.openEnd, written.join(''));
  sheets.children.forEach((sheet, position) => {
    if (former.has(position)) edits.remove(sheet);
  });
}

function moveViews({ text, root, sheets }: Places, edits: TextEdits, moved: Moved): void {
  const views = childrenOf(childOf(root, 'bookViews'), 'workbookView');
  const first = moved(0) ?? moved(sheets.children.findIndex((_, position) => moved(position) !== undefined)) ?? 0;
  if (views.length === 0) {
    // Without a view the first sheet is shown: it must stay the one that was.
    const place = childOf(root, 'bookViews');
    const view = `<${root.prefix}bookViews><${root.prefix}workbookView activeTab="${first}"/></${root.prefix}bookViews>`;
    if (place === undefined) edits.insert(sheets.start, view);
    else edits.replace(place.start, place.end, view);
  }
  for (const view of views) {
    const tag = tagOf(text, view);
    const active = moved(Number(attributeOf(tag, 'activeTab') ?? 0)) ?? first;
    const firstShown = attributeOf(tag, 'firstSheet');
    const shown = firstShown === undefined ? undefined : moved(Number(firstShown));
    const named = withAttribute(tag, 'activeTab', active);
    edits.replace(view.start, view.openEnd, shown === undefined ? named : withAttribute(named, 'firstSheet', shown));
  }
}

function nameRanges(
  { text, root }: Places,
  edits: TextEdits,
  { changes: { inFront, filters }, moved }: { readonly changes: WorkbookChanges; readonly moved: Moved },
): void {
  const p = root.prefix;
  const list = childOf(root, 'definedNames');
  const left = new Map(filters);
  for (const element of childrenOf(list, 'definedName')) {
    const tag = tagOf(text, element);
    const local = attributeOf(tag, 'localSheetId');
    if (local === undefined) continue;
    const position = moved(Number(local));
    if (position === undefined) {
      edits.remove(element);
      continue;
    }
    edits.replace(element.start, element.openEnd, withAttribute(tag, 'localSheetId', position));
    const filter = attributeOf(tag, 'name') === '_xlnm._FilterDatabase' ? left.get(Number(local)) : undefined;
    if (filter === undefined) continue;
    edits.replace(element.openEnd, element.closeStart, escaped(filter));
    left.delete(Number(local));
  }
  const named = (name: string, position: number, reference: string) =>
    `<${p}definedName name=${quoted(name)} localSheetId="${position}"${name.endsWith('Database') ? ' hidden="1"' : ''}>${escaped(reference)}</${p}definedName>`;
  const added = [
    ...[...left].map(([position, reference]) =>
      named('_xlnm._FilterDatabase', certain(moved(position), 'place of a filtered sheet'), reference),
    ),
    ...inFront.flatMap(({ names }, position) => names.map(({ name, reference }) => named(name, position, reference))),
  ].join('');
  if (added === '') return;
  if (list !== undefined && !list.isEmpty) edits.insert(list.closeStart, added);
  else {
    if (list !== undefined) edits.remove(list);
    const next = root.children.find(({ name }) => BEHIND_NAMES.includes(name));
    edits.insert(next?.start ?? root.closeStart, `<${p}definedNames>${added}</${p}definedNames>`);
  }
}
