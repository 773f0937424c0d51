import { relationshipsName } from '../../parsers/xlsx/relationships.ts';
import type { PackageParts } from '../package/package-parts.ts';
import { packed } from '../package/packed-part.ts';
import { folderOf, freePart } from '../package/part-names.ts';
import { RelationshipsPart } from '../package/relationships-part.ts';
import { relationshipsOf, type WorkbookFile } from '../package/workbook-file.ts';
import type { Note } from '../register/sheet-marks.ts';
import { emptyComments, patchComments } from './comments-part.ts';
import type { ColumnPixels } from './note-shape.ts';
import { EMPTY_DRAWING, patchDrawing } from './notes-drawing.ts';
import type { ShapeIds } from './shape-ids.ts';

/** What the notes of a sheet ask of the rest of the package. */
export interface NotesWritten {
  /** The relationship of a drawing that the sheet does not know yet. */
  readonly drawing: string | null;
  readonly added: readonly { readonly name: string; readonly type: 'comments' | 'vmlDrawing' }[];
}

export interface NotesOrder {
  readonly part: string;
  readonly notes: readonly Note[];
  readonly columns: ColumnPixels;
}

/** Writes the notes of a sheet: into the parts that it has for them, or into new ones. */
export async function writeNotes(
  parts: PackageParts,
  { part, notes, columns }: NotesOrder,
  { workbook, ids }: { readonly workbook: WorkbookFile; readonly ids: ShapeIds },
): Promise<NotesWritten> {
  const relationships = await relationshipsOf(parts, part);
  const known = (type: string) => relationships.find((relationship) => relationship.type === type)?.target;
  const [comments, drawing] = [known('comments'), known('vmlDrawing')];
  if (notes.length === 0 && comments === undefined) return { drawing: null, added: [] };
  const written = new RelationshipsPart(part, await parts.text(relationshipsName(part)));
  const added: NotesWritten['added'][number][] = [];
  const add = (type: 'comments' | 'vmlDrawing', name: string) => {
    added.push({ name, type });
    return written.add(`${workbook.relationshipBase}/${type}`, name);
  };
  const folder = folderOf(workbook.main);
  const commentsName = comments ?? freePart(parts, folder, 'comments#.xml');
  const drawingName = drawing ?? freePart(parts, `${folder}drawings/`, 'vmlDrawing#.vml');
  const source = comments === undefined ? undefined : await parts.text(comments);
  const patched = patchComments(source ?? emptyComments(workbook.namespace), notes);
  if (patched === undefined) throw parts.refuse(unreadable(commentsName));
  const shapes = (await parts.bytes(drawingName))?.toString('latin1');
  const shown = patchDrawing(shapes ?? EMPTY_DRAWING, patched, { ids, columns });
  if (shown === undefined) throw parts.refuse(unreadable(drawingName));
  await parts.write(commentsName, patched.text);
  if (shown !== shapes) await parts.write(drawingName, packed(Buffer.from(shown, 'latin1')));
  if (comments === undefined) add('comments', commentsName);
  const id = drawing === undefined ? add('vmlDrawing', drawingName) : null;
  await parts.write(relationshipsName(part), written.toString());
  return { drawing: id, added };
}

function unreadable(name: string) {
  return {
    zh: `已有的批注“${name}”读不懂，加不进新的批注`,
    en: `its notes in “${name}” cannot be read, so that none could be added`,
  };
}
