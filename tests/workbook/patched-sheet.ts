import { inflateRawSync } from 'node:zlib';
import { UsageError } from '../../src/model/usage-error.ts';
import type { Tone } from '../../src/workbook/package/look.ts';
import { StyleBook } from '../../src/workbook/package/style-book.ts';
import type { SheetMarks } from '../../src/workbook/register/sheet-marks.ts';
import { patchSheet, type SheetPatch } from '../../src/workbook/register/sheet-part.ts';

const NO_MARKS: SheetMarks = { tones: new Map(), notes: [], findings: null, formerColumn: null };

/** Two formats: the plain one and that of dates. */
export const STYLES =
  '<styleSheet><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

export function tones(...cells: readonly (readonly [number, number, Tone])[]): SheetMarks['tones'] {
  const rows = new Map<number, Map<number, Tone>>();
  for (const [row, column, tone] of cells) rows.set(row, new Map([...(rows.get(row) ?? []), [column, tone]]));
  return rows;
}

/** A sheet with marks on it, given in pieces of some bytes. */
export async function patched(
  sheet: string,
  marks: Partial<SheetMarks>,
  { piece = 1 << 20, ...patch }: Partial<SheetPatch> & { readonly piece?: number } = {},
): Promise<string> {
  const bytes = Buffer.from(sheet);
  const { part } = await patchSheet(piecesOf(bytes, piece), {
    marks: { ...NO_MARKS, ...marks },
    styles: new StyleBook(STYLES),
    findingsStyles: { header: 90, cell: 91, link: 92 },
    drawing: null,
    isFormer: () => false,
    refuse: ({ zh, en }) => new UsageError({ zh, en }),
    ...patch,
  });
  return inflateRawSync(Buffer.concat(await Promise.all(part.pieces))).toString('utf8');
}

export async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What stands between the tags of the rows. */
export function rowsOf(sheet: string): string {
  return /<(?:\w+:)?sheetData>(.*)<\/(?:\w+:)?sheetData>/s.exec(sheet)?.[1] ?? '';
}
