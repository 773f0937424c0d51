import { damaged, type Reason, withPassword } from '../refusal.ts';

/**
 * The stream of an old workbook with nothing left in it but what cells are made of. All else (formulas, drawings, notes,
 * links, themes) is no concern of ours, and most of what can be made to harm a reader. The records stay in their places,
 * for sheets are found by them: those that are left out become of a kind that the library passes over.
 */
export function cellsOnly(stream: Buffer): Buffer | { readonly refused: Reason } {
  const copy = Buffer.from(stream);
  const walk: Walk = { stream: copy, version: versionOf(copy), isKept: false, formats: 0, merges: 0, sheets: [] };
  const begun = new Set<number>();
  let depth = 0;
  let at = 0;
  while (at + HEADER <= copy.length) {
    const record = { kind: copy.readUInt16LE(at), at: at + HEADER, size: copy.readUInt16LE(at + 2) };
    if (depth === 0 && !beginnings.has(record.kind)) break; // what lies behind the last sheet is filling
    if (record.at + record.size > copy.length) return { refused: cutShort };
    const reason = check(record, walk);
    if (reason !== undefined) return { refused: reason };
    if (record.kind === END) depth -= 1;
    if (beginnings.has(record.kind)) {
      begun.add(at);
      depth += 1;
    }
    at = record.at + record.size;
  }
  if (at === 0) return { refused: noWorkbook };
  if (depth > 0) return { refused: cutShort };
  return walk.sheets.every((place) => begun.has(place)) ? copy.subarray(0, at) : { refused: noSheet };
}

interface Walk {
  readonly stream: Buffer;
  readonly version: Version;
  /** Whether the last record that continues no other is kept. */
  isKept: boolean;
  formats: number;
  merges: number;
  /** Where the list of sheets says that they begin. */
  readonly sheets: number[];
}

interface Rec {
  readonly kind: number;
  readonly at: number;
  readonly size: number;
}

type Version = 2 | 3 | 4 | 5 | 8;

const HEADER = 4;

// The kinds of records of [MS-XLS] 2.3, and of Excel 2 to 5, as OpenOffice's “Excel File Format” has them.
const END = 0x000a;
const FILE_PASS = 0x002f;
const CONTINUE = 0x003c;
const SHEET = 0x0085;
const COLUMN_INFO = 0x007d;
const MERGED = 0x00e5;
const FORMATS = [0x001e, 0x041e];
const FORMULAS = [0x0006, 0x0206, 0x0406];
const PASSED_OVER = 0x0034; // names of DDE links: the library knows them, and that they mean nothing to it

const beginnings: ReadonlyMap<number, Version> = new Map([
  [0x0009, 2],
  [0x0209, 3],
  [0x0409, 4],
  [0x0809, 8],
]);

/** Cells by kind: the bytes that each has at least, in Excel 3 and later. They all begin with a row and a column. */
const cells: ReadonlyMap<number, number> = new Map([
  [0x0002, 9], // a whole number of Excel 2
  [0x0003, 15], // a number of Excel 2
  [0x0004, 8], // a text of Excel 2
  [0x0005, 9], // a truth value or error of Excel 2
  [0x00bd, 12], // numbers side by side
  [0x00be, 8], // formats side by side, without values
  [0x00d6, 8], // a text with fonts within
  [0x00fd, 10], // a text of the table
  [0x0201, 6], // a format without a value
  [0x0203, 14], // a number
  [0x0204, 8], // a text
  [0x0205, 8], // a truth value or error
  [0x027e, 10], // a number in short
  ...FORMULAS.map((kind) => [kind, 17] as const),
]);

const others: ReadonlySet<number> = new Set([
  0x0000,
  0x0200, // the range of cells in use
  0x0007,
  0x0207, // the text that a formula results in
  0x0022, // the date system
  0x0042, // the code page
  0x0043,
  0x0243,
  0x0443,
  0x00e0, // cell formats
  0x0081, // tells dialogs from sheets
  0x0085, // a sheet: its name, its place
  0x008f, // the same in Excel 4
  0x00fc, // the table of texts
  0x0208, // a row
  END,
  COLUMN_INFO,
  MERGED,
  ...FORMATS,
  ...beginnings.keys(),
]);

/** Leaves a record out, or says what is wrong with it. */
function check(record: Rec, walk: Walk): Reason | undefined {
  const { kind, size, at } = record;
  const { stream, version } = walk;
  if (kind === FILE_PASS) return withPassword;
  if (kind === CONTINUE) {
    if (!walk.isKept) leaveOut(record, stream);
    return undefined;
  }
  const least = cells.get(kind);
  walk.isKept = least !== undefined || others.has(kind);
  if (!walk.isKept) return leaveOut(record, stream);
  if (least !== undefined && (size < least || stream.readUInt16LE(at + 2) >= MOST_COLUMNS)) return oddCell;
  if (!holdsItsText(record, walk)) return cutText;
  if (FORMULAS.includes(kind)) return forgetFormula(record, walk);
  if (kind === MERGED && ++walk.merges > MOST_MERGES) return oddCount;
  if (kind === MERGED && (size < 2 || 2 + stream.readUInt16LE(at) * 8 > size)) return oddCount;
  if (kind === COLUMN_INFO && size >= 4 && stream.readUInt16LE(at + 2) >= MOST_COLUMNS)
    stream.writeUInt16LE(MOST_COLUMNS - 1, at + 2); // the one behind the last stands for it
  if (kind === SHEET && version >= 5 && size >= 8 && stream[at + 5] !== MODULE)
    walk.sheets.push(stream.readUInt32LE(at));
  if (FORMATS.includes(kind) && ++walk.formats > MOST_FORMATS) return oddCount;
  return undefined;
}

const MODULE = 6; // of Visual Basic, which lies elsewhere
const MOST_COLUMNS = 256; // of a sheet, [MS-XLS] 2.2.6.1.5
const MOST_FORMATS = 1024; // four times as many as Excel has room for
const MOST_MERGES = 16_384; // records, of a thousand merges each

/** False where a text says that it has more characters than there are bytes: the library makes up the others. */
function holdsItsText({ kind, at, size }: Rec, { stream, version }: Walk): boolean {
  const lengthAt = version < 3 ? undefined : textLengthAt.get(kind);
  if (lengthAt === undefined) return true;
  if (size < lengthAt + 2) return false;
  let end = at + size;
  let held = size - lengthAt - 2;
  while (end + HEADER <= stream.length && stream.readUInt16LE(end) === CONTINUE) {
    held += stream.readUInt16LE(end + 2);
    end += HEADER + stream.readUInt16LE(end + 2);
  }
  return stream.readUInt16LE(at + lengthAt) <= held;
}

/** Where those records that hold one text say how many characters it has. */
const textLengthAt: ReadonlyMap<number, number> = new Map([
  [0x00d6, 6],
  [0x0204, 6],
  [0x0207, 0],
]);

function leaveOut({ at }: Rec, stream: Buffer): undefined {
  stream.writeUInt16LE(PASSED_OVER, at - HEADER);
}

/** What counts is the value that is kept with a formula: the formula itself becomes an empty one. */
function forgetFormula({ at, size }: Rec, { stream, version }: Walk): undefined {
  const length = at + formulaLengthAt[version];
  if (version === 2) stream.writeUInt8(0, length);
  else if (formulaLengthAt[version] + 2 <= size) stream.writeUInt16LE(0, length);
}

const formulaLengthAt: Readonly<Record<Version, number>> = { 2: 16, 3: 16, 4: 16, 5: 20, 8: 20 };

function versionOf(stream: Buffer): Version {
  if (stream.length < 6) return 8;
  const version = beginnings.get(stream.readUInt16LE(0)) ?? 8;
  return version === 8 && stream.readUInt16LE(4) === 0x0500 ? 5 : version;
}

const noWorkbook = damaged('文件内部的工作簿没有开头', 'the workbook within it does not begin');
const cutShort = damaged('文件内部的工作簿没有结尾', 'the workbook within it does not end');
const noSheet = damaged('文件内部列出的工作表不在其位', 'a sheet that it lists is not where it should be');
const oddCell = damaged('有单元格的记录不合规则', 'the record of a cell breaks the rules');
const cutText = damaged('有文本比写明的长度短', 'a text is shorter than it says');
const oddCount = damaged('有记录写明的个数与实际不符', 'a record holds another number of things than it says');
