import type { Note } from '../register/sheet-marks.ts';
import { type NoteSize, sizeOf } from './note-size.ts';

/** How wide the columns of a sheet are, in pixels, by number from 0. */
export type ColumnPixels = (column: number) => number;

const ROW_HEIGHT = 20;
const GAP = 12;
const POINTS = 0.75;
const MOST_COLUMNS = 16_384;

/** The shape of a note, in the markup that spreadsheets have kept for notes: hidden, to the right of its cell. */
export function noteShape({ row, column, paragraphs }: Note, id: number, columns: ColumnPixels): string {
  const size = sizeOf(['', ...paragraphs].join('\n'));
  const place = `margin-left:0;margin-top:0;${dimensions(size)};z-index:${id % 1024};visibility:hidden`;
  return [
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;${place}" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor({ column: column + 1, row: Math.max(0, row - 2) }, size, columns)}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** A shape that is there already, made as large as its text now needs; never smaller. */
export function enlarged(shape: string, text: string, columns: ColumnPixels): string {
  const needed = sizeOf(text);
  const size = {
    width: Math.max(needed.width, Math.round(pointsOf(shape, 'width') / POINTS)),
    height: Math.max(needed.height, Math.round(pointsOf(shape, 'height') / POINTS)),
  };
  const styled = shape
    .replace(/(\bwidth\s*:\s*)[\d.]+\s*(?:pt|px)/, `$1${size.width * POINTS}pt`)
    .replace(/(\bheight\s*:\s*)[\d.]+\s*(?:pt|px)/, `$1${size.height * POINTS}pt`);
  return styled.replace(/(Anchor>)([^<]*)(<)/, (_, before: string, numbers: string, after: string) => {
    const [column = 0, , row = 0] = numbers.split(',').map((number) => Number(number.trim()));
    return `${before}${anchor({ column, row }, size, columns)}${after}`;
  });
}

function dimensions({ width, height }: NoteSize): string {
  return `width:${width * POINTS}pt;height:${height * POINTS}pt`;
}

/** The corners of a note, each as a cell and pixels from its corner: left, top, right, bottom. */
function anchor(
  from: { readonly column: number; readonly row: number },
  size: NoteSize,
  columns: ColumnPixels,
): string {
  let column = Math.min(from.column, MOST_COLUMNS - 1);
  let rest = GAP + size.width;
  while (rest > columns(column) && column < MOST_COLUMNS - 1) rest -= columns(column++);
  const bottom = from.row + Math.floor((GAP + size.height) / ROW_HEIGHT);
  const left = `${Math.min(from.column, MOST_COLUMNS - 1)}, ${GAP}, ${from.row}, ${GAP}`;
  return `${left}, ${column}, ${Math.round(rest)}, ${bottom}, ${(GAP + size.height) % ROW_HEIGHT}`;
}

function pointsOf(shape: string, name: 'width' | 'height'): number {
  const [, digits, unit] = new RegExp(`\\b${name}\\s*:\\s*([\\d.]+)\\s*(pt|px)`).exec(shape) ?? [];
  return Number(digits ?? 0) * (unit === 'px' ? POINTS : 1);
}
