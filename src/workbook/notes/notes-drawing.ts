import { certain } from '../../model/certain.ts';
import { columnLetters } from '../../model/sheet.ts';
import { attributeOf, withAttribute } from '../xml/tag-attributes.ts';
import type { PatchedComments } from './comments-part.ts';
import { type ColumnPixels, enlarged, noteShape } from './note-shape.ts';
import { blocksOf, type ShapeIds, shapeIdOf } from './shape-ids.ts';

const NAMESPACES = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
} as const;
const NOTE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
export const EMPTY_DRAWING = `<xml ${Object.entries(NAMESPACES)
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ')}></xml>`;

// Not read as XML: programs of the day wrote drawings like web pages, with tags that are never closed.
const SHAPE = /<((?:\w+:)?shape)\b[\s\S]*?<\/\1\s*>/g;
const END = /<\/xml\s*>(?![\s\S]*<\/xml\s*>)/;

/** The drawing that holds the shapes of a sheet's notes, brought in line with its notes; `undefined` where it has no end. */
export function patchDrawing(
  drawing: string,
  { added, removed, merged }: Omit<PatchedComments, 'text'>,
  { ids, columns }: { readonly ids: ShapeIds; readonly columns: ColumnPixels },
): string | undefined {
  if (!END.test(drawing)) return undefined;
  const gone = new Set(removed);
  const kept = drawing.replace(SHAPE, (shape) => {
    const cell = cellOf(shape);
    if (cell !== undefined && gone.has(cell)) {
      const id = shapeIdOf(shape);
      if (id !== undefined) ids.release(id);
      return '';
    }
    const text = cell === undefined ? undefined : merged.get(cell);
    return text === undefined ? shape : enlarged(shape, text, columns);
  });
  if (added.length === 0) return kept;
  const { ids: numbers, blocks } = ids.take(added.length, blocksOf(kept));
  const shapes = added
    .map((note, index) => noteShape(note, certain(numbers[index], 'number of a shape'), columns))
    .join('');
  return withBlocks(withType(withNamespaces(kept)), blocks).replace(END, (end) => shapes + end);
}

/** The cell whose note a shape is. */
function cellOf(shape: string): string | undefined {
  if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) return undefined;
  const number = (name: string) =>
    Number(new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)\\s*<`).exec(shape)?.[1] ?? Number.NaN);
  const [row, column] = [number('Row'), number('Column')];
  return Number.isInteger(row) && Number.isInteger(column) ? columnLetters(column) + (row + 1) : undefined;
}

function withNamespaces(drawing: string): string {
  return drawing.replace(/<xml\b[^>]*>/, (root) =>
    Object.entries(NAMESPACES).reduce(
      (tag, [name, value]) => (attributeOf(tag, name) === undefined ? withAttribute(tag, name, value) : tag),
      root,
    ),
  );
}

function withType(drawing: string): string {
  return /id\s*=\s*["']_x0000_t202["']/.test(drawing) ? drawing : drawing.replace(END, (end) => NOTE_TYPE + end);
}

/** Claims blocks of numbers for the drawing. */
function withBlocks(drawing: string, blocks: readonly number[]): string {
  const data = blocks.join(',');
  if (blocksOf(drawing).length > 0) {
    return drawing.replace(/<(?:\w+:)?idmap\b[^>]*>/, (tag) => withAttribute(tag, 'data', data));
  }
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${data}"/></o:shapelayout>`;
  return drawing.replace(/<xml\b[^>]*>/, (root) => root + layout);
}
