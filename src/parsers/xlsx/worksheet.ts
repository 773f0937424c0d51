import { type Row, type RowBatch, type Sheet, shownName } from '../../model/sheet.ts';
import type { Keeping } from '../keeping.ts';
import type { Ahead } from '../parse-options.ts';
import type { RangeCount } from '../range-count.ts';
import { refusalOfSheet } from '../refusal.ts';
import type { Parts } from '../xml/parts.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import type { CellContext } from './cell-value.ts';
import { SheetOutline } from './sheet-outline.ts';
import { type Scanning, SheetScanner } from './sheet-scanner.ts';

/** A sheet as the workbook lists it, with its part, where it has one with rows. */
export interface SheetAndPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry | undefined;
}

type WorksheetPart = SheetAndPart & { readonly entry: ZipEntry };

/** Sheets still waiting for what their cells refer to. */
export type OpenedWorksheets = (context: CellContext) => readonly Sheet[];

export interface Opening {
  readonly archive: ZipArchive;
  readonly parts: Parts;
  readonly keeping: Keeping;
  readonly ahead: Ahead | undefined;
  readonly ranges: RangeCount;
}

/** Reads the outlines of the sheets, or of those that are opened ahead what stands before their rows. */
export async function openWorksheets(sheets: readonly SheetAndPart[], opening: Opening): Promise<OpenedWorksheets> {
  const opened: OpenedWorksheet[] = [];
  for (const outcome of await Promise.allSettled(sheets.map((sheet) => openSheet(sheet, opening)))) {
    if (outcome.status === 'rejected') throw outcome.reason; // of several the first in the workbook, whichever failed first
    opened.push(outcome.value);
  }
  return (context) => opened.map((open) => open(context));
}

type OpenedWorksheet = (context: CellContext) => Sheet;

async function openSheet(sheet: SheetAndPart, opening: Opening): Promise<OpenedWorksheet> {
  const { ahead } = opening;
  const { entry } = sheet;
  if (entry === undefined)
    return (context) => ({ ...factsOf(sheet, NO_OUTLINE, context), isRowless: true, rows: noRows });
  if (ahead === undefined || entry.size < ahead.from) return openWhole({ ...sheet, entry }, opening);
  ahead.isUsed = true;
  return openAhead({ ...sheet, entry }, opening);
}

const NO_OUTLINE: Pick<Sheet, 'merges' | 'hiddenColumns'> = { merges: [], hiddenColumns: [] };

async function* noRows(): AsyncGenerator<RowBatch> {}

/** Reads a sheet's outline to the end, behind its rows: it is inflated once, and kept if there is room. */
async function openWhole(
  worksheet: WorksheetPart,
  { archive, parts, keeping, ranges }: Opening,
): Promise<OpenedWorksheet> {
  const { entry } = worksheet;
  const refuse = refusalOfSheet(shownName(archive.file), worksheet.name);
  const outline = new SheetOutline({ limits: archive.limits, refuse }, (count) => ranges.reach(entry, count));
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
  return (context) => ({
    ...factsOf(worksheet, outline, context),
    rows: (wanted) => rows({ context, limits: archive.limits, refuse, wanted }),
  });
}

/** Reads what stands before a sheet's rows, and its outline while they are read: it is inflated as it is read, and not kept. */
async function openAhead(worksheet: WorksheetPart, { archive, parts, ranges }: Opening): Promise<OpenedWorksheet> {
  const { entry } = worksheet;
  const { limits } = archive;
  const refuse = refusalOfSheet(shownName(archive.file), worksheet.name);
  const newOutline = () => new SheetOutline({ limits, refuse }, (count) => ranges.reach(entry, count));
  const head = newOutline();
  for await (const chunk of parts.chunks(entry)) {
    head.push(chunk);
    if (head.isAtRows) break;
  }
  let whole: SheetOutline | undefined;
  let last: readonly Row[] = [];
  async function* outlined() {
    const outline = newOutline();
    for await (const chunk of parts.chunks(entry)) {
      outline.push(chunk);
      yield chunk;
    }
    outline.end();
    whole = outline;
    return outline;
  }
  async function* rows(scanning: Scanning) {
    let batch: RowBatch | undefined;
    for await (batch of scan(outlined(), scanning)) yield batch;
    last = batch?.rows ?? [];
  }
  return (context) => {
    const own: Pick<Sheet, 'rows'> = { rows: (wanted) => rows({ context, limits, refuse, wanted }) };
    const whenRead = async () => {
      const outline = whole ?? (await endOf(outlined()));
      return { sheet: { ...factsOf(worksheet, outline, context), ...own }, last };
    };
    return { ...factsOf(worksheet, head, context), ...own, whenRead };
  };
}

/** What comes to the end of what is generated, of which nothing is wanted. */
async function endOf<Result>(generated: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await generated.next();
    if (done) return value;
  }
}

function factsOf(
  { name, isHidden }: SheetAndPart,
  { merges, hiddenColumns }: Pick<Sheet, 'merges' | 'hiddenColumns'>,
  { date1904 }: CellContext,
): Omit<Sheet, 'rows'> {
  return { name, hidden: isHidden, date1904, encoding: null, format: 'xlsx', merges, hiddenColumns };
}

async function* scan(chunks: Iterable<Buffer> | AsyncIterable<Buffer>, scanning: Scanning): AsyncGenerator<RowBatch> {
  const scanner = new SheetScanner(scanning);
  for await (const chunk of chunks) {
    const rows = scanner.push(chunk);
    if (rows.length > 0) yield { rows, faults: [] };
  }
  scanner.end();
}
