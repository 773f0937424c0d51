/** A number under a date format, in the serial days of its workbook's date system. */
export interface SerialDate {
  readonly serial: number;
}

/** What a spreadsheet shows for a failed formula: `#REF!`, `#N/A` … */
export interface CellError {
  readonly error: string;
}

/** A formula that no program has calculated yet: there is no value to read. */
export const UNCACHED = Symbol('formula without a value');

/** A cell as the parsers hand it on. No library's type and no `Date` goes beyond the parsers. */
export type RawCell = null | string | number | boolean | SerialDate | CellError | typeof UNCACHED;

/** A row with its number as the spreadsheet shows it (from 1). Cells past the end of `cells`, and holes, are empty. */
export interface Row {
  readonly number: number;
  readonly cells: readonly (RawCell | undefined)[];
  readonly hidden: boolean;
}

/** Columns count from 0, rows from 1; both ends are included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Something wrong with the sheet as a text or package, found while its rows were read. */
export interface SheetFault {
  readonly code: 'csv-unclosed-quote' | 'bad-encoding';
  /** The row at which it begins. */
  readonly row: number;
}

export interface RowBatch {
  /** Ascending by number. Rows without any value may be missing. */
  readonly rows: readonly Row[];
  readonly faults: readonly SheetFault[];
}

/** What a file is by its bytes: text with separators, or a workbook of one of three kinds. */
export type SheetFormat = 'csv' | 'xlsx' | 'xls' | 'ods';

/** One sheet of a workbook, or one CSV file. Opened, its rows not yet read. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** True where serial dates count from 1904-01-01. */
  readonly date1904: boolean;
  /** The encoding its text was read in; `null` for workbooks, which name their own. */
  readonly encoding: string | null;
  readonly format: SheetFormat;
  /** True of a chart, a dialogue or a module of macros: whatever it is called, it holds no cells. */
  readonly isRowless?: true;
  /** Merged ranges. They are known before the first row, unless the sheet has `whenRead`: then the list is empty. */
  readonly merges: readonly CellRange[];
  /** Hidden columns as ranges of column numbers from 0. */
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /**
   * Rows in order, by the batch: async between batches, plain loops within. May be called again. Where only some cells
   * are `wanted`, the others may be missing.
   */
  rows(wanted?: CellsWanted): AsyncIterable<RowBatch>;
  /**
   * Only of a sheet that was opened before the part behind its rows was known, such as its merged ranges. Waits for that part
   * and gives the sheet with it, and without `whenRead`. Where all rows have been read already, it does not wait.
   */
  readonly whenRead?: () => Promise<SheetRead>;
}

/** A sheet of which all is known. */
export interface SheetRead {
  readonly sheet: Sheet;
  /** The last rows, if all have been read, as they were wanted. */
  readonly last: readonly Row[];
}

/** The cells of a register that somebody will look at. */
export interface CellsWanted {
  /** The rows up to this number are wanted whole. */
  readonly wholeTo: number;
  /** Wanted of the rows behind, with all that stands before the first of them… */
  readonly columns: ReadonlySet<number>;
  /** …with what stands in this column or beyond… */
  readonly width: number;
  /** …and whole where all texts up to the first of them may be blank. */
  readonly mayBeBlank: (text: string) => boolean;
}

/** Bytes at rest: all that the parsers know of the outside world. */
export interface ByteSource {
  readonly size: number;
  /**
   * The bytes from `start` up to, not including, `end`: a view of larger memory, or memory of their own, which whoever
   * asked may then keep or hand over to another thread.
   */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** A file of a ledger: its base name and its bytes. */
export interface LedgerFile {
  readonly name: string;
  /** What messages call it, where that is more than its base name: every village has a 出生.csv. */
  readonly shown?: string;
  readonly source: ByteSource;
}

/** What messages call a file. */
export function shownName({ name, shown = name }: LedgerFile): string {
  return shown;
}

/** One submission: a workbook, or the CSV files of a folder. */
export interface Ledger {
  /** The name shown in reports: the argument as typed, with `/`; an absolute one by its base name. */
  readonly name: string;
  /** The base names that may tell its period: its own, then its parent folder's. */
  readonly periodHints: readonly string[];
  readonly files: readonly LedgerFile[];
  readonly isFolder: boolean;
}

/** The letters a spreadsheet shows for a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
