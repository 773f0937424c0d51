import type { RowBatch, Sheet } from '../../model/sheet.ts';
import { refusalOfSheet } from '../refusal.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import type { CellContext } from './cell-value.ts';
import type { Parts } from './parts.ts';
import { SheetOutline } from './sheet-outline.ts';
import { type Scanning, SheetScanner } from './sheet-scanner.ts';

export interface WorksheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** Sheets still waiting for what their cells refer to. */
export type OpenedWorksheets = (context: CellContext) => readonly Sheet[];

/** Reads the outlines of the sheets, which come behind their rows: each sheet is inflated once, and kept if small. */
export async function openWorksheets(
  worksheets: readonly WorksheetPart[],
  archive: ZipArchive,
  parts: Parts,
): Promise<OpenedWorksheets> {
  let room = MOST_KEPT;
  const opening = worksheets.map((worksheet) => {
    const isKept = worksheet.entry.size <= room;
    if (isKept) room -= worksheet.entry.size;
    return openWorksheet(worksheet, { archive, parts, isKept });
  });
  const opened: ((context: CellContext) => Sheet)[] = [];
  for (const outcome of await Promise.allSettled(opening)) {
    if (outcome.status === 'rejected') throw outcome.reason; // of several the first in the workbook, whichever failed first
    opened.push(outcome.value);
  }
  return (context) => opened.map((open) => open(context));
}

interface Opening {
  readonly archive: ZipArchive;
  readonly parts: Parts;
  readonly isKept: boolean;
}

/** Inflated bytes that a workbook keeps for a while, so that small sheets need not be inflated again for their rows. */
const MOST_KEPT = 64 * 1024 * 1024;

async function openWorksheet({ name, isHidden, entry }: WorksheetPart, { archive, parts, isKept }: Opening) {
  const refuse = refusalOfSheet(archive.file.name, name);
  const outline = new SheetOutline(archive.limits, refuse);
  const kept: Buffer[] = [];
  // Many sheets are opened at once: only those that are kept anyway may lie in memory whole.
  for await (const chunk of isKept ? parts.wholeChunks(entry) : parts.chunks(entry)) {
    outline.push(chunk);
    if (isKept) kept.push(chunk);
  }
  outline.end();
  // Held weakly: however many workbooks are open, their sheets give way when memory is needed, and are inflated again.
  const held = new WeakRef(kept);
  const chunks = () => (isKept ? held.deref() : undefined) ?? parts.chunks(entry);
  return (context: CellContext): Sheet => ({
    name,
    hidden: isHidden,
    date1904: context.date1904,
    encoding: null,
    isCsv: false,
    merges: outline.merges,
    hiddenColumns: outline.hiddenColumns,
    rows: (wanted) => scan(chunks(), { context, limits: archive.limits, refuse, wanted }),
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
