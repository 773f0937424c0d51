import { defaultLimits } from '../../parsers/limits.ts';
import { openZip } from '../../parsers/zip.ts';
import { readEntry } from '../../parsers/zip-entry.ts';
import { enlarged } from '../notes/note-shape.ts';
import { packed } from '../package/packed-part.ts';
import { type ZipItem, zipOf } from '../package/zip-writing.ts';

// A paragraph of about this length: the notes on headers have up to three lines.
const LONGEST_NOTE = '一'.repeat(72);
const COLUMN_PIXELS = 110;

/** A workbook of exceljs made the same on every run, its notes large enough to be read. */
export async function withFixedForm(workbook: Uint8Array): Promise<Uint8Array> {
  const source = { size: workbook.length, slice: async (start: number, end: number) => workbook.subarray(start, end) };
  const archive = await openZip({ name: 'template.xlsx', source }, defaultLimits);
  const items: ZipItem[] = [];
  for (const entry of archive.entries) {
    const bytes = await readEntry(archive, entry);
    const contents = /\.vml$/i.test(entry.name) ? readable(bytes.toString('utf8')) : bytes;
    items.push({ name: entry.name, part: packed(contents) });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(items, null)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function readable(drawing: string): string {
  return drawing.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) =>
    enlarged(shape, LONGEST_NOTE, () => COLUMN_PIXELS),
  );
}
