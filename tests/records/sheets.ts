import {
  type CellRange,
  columnLetters,
  type RawCell,
  type Row,
  type Sheet,
  type SheetFault,
} from '../../src/model/sheet.ts';

/** A row of cells from column A on. `null` and holes are empty. */
export type Cells = readonly (RawCell | undefined)[];

export interface SheetOptions {
  /** Merged ranges as a spreadsheet writes them: `A3:A5`. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  /** Hidden columns by their letters. */
  readonly hiddenColumns?: readonly string[];
  readonly date1904?: boolean;
  readonly encoding?: string;
  readonly format?: Sheet['format'];
  readonly faults?: readonly SheetFault[];
  /** How many rows come at a time. */
  readonly batch?: number;
}

/** A sheet in memory. The first row given is row 1; an empty one is missing, as in files. */
export function sheetOf(name: string, rows: readonly Cells[], options: SheetOptions = {}): Sheet {
  const { hiddenRows = [], hiddenColumns = [], faults = [], batch = 1000 } = options;
  const all = rows
    .map((cells, index): Row => ({ number: index + 1, cells, hidden: hiddenRows.includes(index + 1) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== undefined));
  return {
    name,
    hidden: options.hidden ?? false,
    date1904: options.date1904 ?? false,
    encoding: options.encoding ?? null,
    format: options.format ?? 'xlsx',
    merges: (options.merges ?? []).map(rangeOf),
    hiddenColumns: hiddenColumns.map((letters) => ({ first: columnOf(letters), last: columnOf(letters) })),
    async *rows() {
      for (let start = 0; start < all.length; start += batch) {
        const part = all.slice(start, start + batch);
        yield { rows: part, faults: faults.filter(({ row }) => part.some(({ number }) => number === row)) };
      }
    },
  };
}

/** A true date, as a workbook in the 1900 system holds it. */
export function serial(year: number, month: number, date: number): { readonly serial: number } {
  return { serial: Date.UTC(year, month - 1, date) / 86_400_000 + 25_569 };
}

function rangeOf(text: string): CellRange {
  const [from = '', to = from] = text.split(':');
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
}

function rowOf(address: string): number {
  return Number(address.replace(/\D/g, ''));
}

function columnOf(address: string): number {
  const letters = address.replace(/\d/g, '');
  return Array.from({ length: 1000 }, (_, column) => columnLetters(column)).indexOf(letters);
}
