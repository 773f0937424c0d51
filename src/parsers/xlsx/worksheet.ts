import type { RowBatch, Sheet } from '../../model/sheet.ts';
import type { Keeping } from '../keeping.ts';
import { refusalOfSheet } from '../refusal.ts';
import type { Parts } from '../xml/parts.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import type { CellContext } from './cell-value.ts';
import { SheetOutline } from './sheet-outline.ts';
import { type Scanning, SheetScanner } from './sheet-scanner.ts';

export interface WorksheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** Sheets still waiting for what their cells refer to. */
export type OpenedWorksheets = (context: CellContext) => readonly Sheet[];

interface Opening {
  readonly archive: ZipArchive;
  readonly parts: Parts;
  readonly keeping: Keeping;
}

/** Reads the outlines of the sheets, which come behind their rows: each sheet is inflated once, and kept if there is room. */
export async function openWorksheets(
  worksheets: readonly WorksheetPart[],
  opening: Opening,
): Promise<OpenedWorksheets> {
  const opened: ((context: CellContext) => Sheet)[] = [];
  for (const outcome of await Promise.allSettled(worksheets.map((worksheet) => openWorksheet(worksheet, opening)))) {
    if (outcome.status === 'rejected') throw outcome.reason; // of several the first in the workbook, whichever failed first
    opened.push(outcome.value);
  }
  return (context) => opened.map((open) => open(context));
}

async function openWorksheet({ name, isHidden, entry }: WorksheetPart, { archive, parts, keeping }: Opening) {
  const refuse = refusalOfSheet(archive.file.name, name);
  const outline = new SheetOutline(archive.limits, refuse);
  let kept: Buffer[] | undefined = keeping.take(entry.size) ? [] : undefined;
  // Many sheets are opened at once: only those that are kept anyway may be inflated by large chunks.
  for await (const chunk of kept === undefined ? parts.chunks(entry) : parts.largeChunks(entry)) {
    outline.push(chunk);
    kept?.push(chunk);
  }
  outline.end();
  async function* rows(scanning: Scanning) {
    yield* scan(kept ?? parts.chunks(entry), scanning);
    // Rows are read once, behind a look at the first of them. What that look reads to its end is kept: it is little.
    if (kept === undefined || kept.length === 1) return;
    kept = undefined;
    keeping.giveBack(entry.size);
  }
  return (context: CellContext): Sheet => ({
    name,
    hidden: isHidden,
    date1904: context.date1904,
    encoding: null,
    format: 'xlsx',
    merges: outline.merges,
    hiddenColumns: outline.hiddenColumns,
    rows: (wanted) => rows({ context, limits: archive.limits, refuse, wanted }),
  });
}

async function* scan(chunks: Iterable<Buffer> | AsyncIterable<Buffer>, scanning: Scanning): AsyncGenerator<RowBatch> {
  const scanner = new SheetScanner(scanning);
  for await (const chunk of chunks) {
    const rows = scanner.push(chunk);
    if (rows.length > 0) yield { rows, faults: [] };
  }
  scanner.end();
}
