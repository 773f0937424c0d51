import type { CellRange, RawCell, Row } from '../model/sheet.ts';
import { EMPTY } from './cell.ts';
import type { ColumnReader } from './column-reader.ts';
import { CellFault } from './decode.ts';
import { mayMeanNothing } from './empty-words.ts';
import type { Layout, MatchedColumn } from './layout.ts';
import { MergedLabels } from './merged-labels.ts';
import { normaliseWord } from './normalise.ts';
import { decimal } from './number-cell.ts';
import { isBlank, isUsed, rawText } from './raw-text.ts';
import { remembered } from './remembered.ts';
import { isWordless, type RowWords, rowWordsIn } from './row-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a row under the header is. All but records are skipped. A `part` is a total row that says "among which", or goes on. */
export type RowKind = 'record' | 'blank' | 'total' | 'part' | 'note' | 'header';

/**
 * Tells the rows under a header apart, which come without what merged cells hide. Whether a column holds anything is
 * up to its reader: 无 is nothing as a date and a code as a method.
 */
export function rowKinds(
  layout: Layout,
  { readers, merges }: { readonly readers: readonly ColumnReader[]; readonly merges: readonly CellRange[] },
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
): (row: Row) => RowKind {
  const holds = (row: Row) => (reader: ColumnReader) => holdsAny(row.cells[reader.matched.index], reader);
  const wordsIn = remembered(rowWordsIn, MEMORY);
  const wordsOf = (cell: RawCell | undefined) =>
    typeof cell !== 'string' || isWordless(cell) ? undefined : wordsIn(cell);
  // Dates last: whether one stands for an empty cell takes a reading of it, and nearly all rows have something else.
  const telling = readers
    .filter(({ matched: { key } }) => tells(layout.register, key))
    .sort((a, b) => Number(isDate(a)) - Number(isDate(b)));
  const required = readers.filter(({ matched }) => matched.column.required);
  const isHeader = headerRows(layout, keyOf);
  const labels = new MergedLabels(merges);
  const saidBy = (words: RowWords, row: Row, first: number): RowKind | undefined => {
    const others = required.filter(({ matched }) => matched.index !== first);
    // A signature line holds more than one note: 填表人 and then 审核人, wherever they stand.
    const isWritten = others.filter(holds(row)).some(({ matched }) => !isNote(row.cells[matched.index]));
    if (words.isExample || (words.isNote && !isWritten)) return 'note';
    const isTotal = (words.isTotal || words.isPart) && holdsNoText(row, layout, { first, readers });
    return isTotal ? (words.isPart ? 'part' : 'total') : undefined;
  };

  const saidIn = (row: Row, column: number): RowKind | undefined => {
    const words = wordsOf(row.cells[column]);
    const said = words === undefined ? undefined : saidBy(words, row, column);
    if (words !== undefined && said !== undefined) labels.begin(words, row.number, column);
    return said;
  };
  /** What a label says of a row that it is merged over too: further lines of a total are none that anything is held against. */
  const saidAbove = (row: Row, first: number): RowKind | undefined => {
    const label = labels.over(row.number, first);
    const said = label === undefined ? undefined : saidBy(label.words, row, label.range.left);
    return said === 'total' ? 'part' : said;
  };

  const read = new Set(layout.columns.map(({ index }) => index));
  /** Whether a row is a total behind a number that forms print before each row, in a column that nobody reads. */
  const isNumberedTotal = (row: Row, first: number) => {
    const label = firstFilled(row.cells, first + 1);
    const isNumbered = !read.has(first) && /^\d+$/.test(rawText(row.cells[first]));
    const words = isNumbered && read.has(label) ? wordsOf(row.cells[label]) : undefined;
    return words?.isTotal === true && saidBy(words, row, label) === 'total';
  };

  return (row) => {
    const first = firstFilled(row.cells);
    if (first < 0) return 'blank';
    if (isHeader(row)) return 'header';
    const said = saidIn(row, first) ?? saidAbove(row, first);
    if (said !== undefined) return said;
    for (const reader of telling) {
      const cell = row.cells[reader.matched.index];
      if (holdsAny(cell, reader)) return !isTextOfRecord(cell) && isNumberedTotal(row, first) ? 'total' : 'record';
    }
    return 'blank';
  };
}

/** Whether a cell is a text that no row of a total holds: neither its label nor a number. Asked of every row, before a close look. */
function isTextOfRecord(cell: RawCell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const character = cell.charCodeAt(0);
  return character > NINE && character < FULL_WIDTH && !mayBeTotal(cell);
}

/** Whether the last Chinese character of a text is that of all words of totals. */
function mayBeTotal(cell: string): boolean {
  for (let i = cell.length - 1; i >= 0; i--) {
    const character = cell.charCodeAt(i);
    if (character >= FIRST_HAN && character <= LAST_HAN)
      return character === LAST_OF_TOTALS || character === TRADITIONAL;
  }
  return false;
}

const [NINE, FULL_WIDTH] = [0x39, 0xff00];
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const [LAST_OF_TOTALS, TRADITIONAL] = ['计', '計'].map((character) => character.charCodeAt(0));

/** The first column from one on whose cell is not blank, or -1. A plain loop, as for all that is asked of every row. */
export function firstFilled(cells: Row['cells'], from = 0): number {
  for (let column = from; column < cells.length; column++) if (!isBlank(cells[column])) return column;
  return -1;
}

/** Whether a cell is something to its column. Most need no reading for that. */
function holdsAny(cell: RawCell | undefined, reader: ColumnReader): boolean {
  if (cell === null || cell === undefined) return false;
  if (!isDate(reader) && (typeof cell !== 'string' || !mayMeanNothing(cell))) return true;
  return !isNothing(cell, reader);
}

/** Whether a cell is empty to its column, be it for a word or a day that stands for none. */
function isNothing(cell: RawCell, { decode }: ColumnReader): boolean {
  const decoded = decode(cell);
  return (decoded instanceof CellFault ? decoded.cell : decoded) === EMPTY;
}

function isDate({ matched }: ColumnReader): boolean {
  return matched.column.kind === 'date';
}

function isNote(cell: RawCell | undefined): boolean {
  return typeof cell === 'string' && rowWordsIn(cell)?.isNote === true;
}

/** Whether a column tells that someone wrote in the row: what a form may hold before that does not. */
function tells(register: Layout['register'], key: string): boolean {
  // A row of figures without a numerator is a measure that nobody gave.
  return register === 'counts' ? key === 'numerator' : key !== 'village' && key !== 'id';
}

/** Whether no matched column but that of the first cell holds text: what is nothing to its column is none. */
function holdsNoText(
  { cells }: Row,
  { columns }: Layout,
  { first, readers }: { readonly first: number; readonly readers: readonly ColumnReader[] },
): boolean {
  return columns.every(({ index }) => {
    const cell = cells[index];
    if (index === first || typeof cell !== 'string' || isBlank(cell)) return true;
    if (decimal(cell.normalize('NFKC')) !== undefined) return true;
    return readers.some((reader) => reader.matched.index === index && isNothing(cell, reader));
  });
}

/**
 * Tells the rows that repeat the header, be it in other words, and the row of column numbers under it and under them. Takes
 * rows in order.
 */
function headerRows({ register, columns, headerRow }: Layout, keyOf: Vocabulary['keyOf']): (row: Row) => boolean {
  const tellers = columns.map(({ key, index, texts }) => ({
    index,
    isNamedBy: remembered((text) => texts.has(normaliseWord(text)) || keyOf(register, text) === key, MEMORY),
  }));
  const firstUsed = (cells: Row['cells']) => {
    for (const teller of tellers) if (isUsed(cells[teller.index])) return teller;
    return undefined;
  };
  const isAllHeader = ({ number, cells }: Row) => {
    const filled = tellers.filter(({ index }) => !isBlank(cells[index]));
    // The lower rows of a header that is repeated may have a cell of their own in one column.
    const fewest = lastHeader > headerRow && number === lastHeader + 1 ? 1 : 2;
    return filled.length >= fewest && filled.every(({ index, isNamedBy }) => isNamedBy(rawText(cells[index])));
  };
  const numbered = columns.filter(({ key }) => key !== 'remark');
  const textsOf = ({ cells }: Row) => numbered.map(({ index }) => rawText(cells[index])).join('\u0001');
  let lastHeader = headerRow;
  let numbers: string | undefined;
  /** Further down a row may be without the cells of columns that nobody reads, and so is compared with the first. */
  const isNumbers = (row: Row): boolean => {
    if (row.number !== lastHeader + 1) return false;
    if (row.number !== headerRow + 1) return numbers !== undefined && textsOf(row) === numbers;
    if (!isColumnNumbers(row.cells, columns)) return false;
    numbers = textsOf(row);
    return true;
  };
  return (row) => {
    if (isNumbers(row)) return true;
    const first = firstUsed(row.cells);
    const text = first === undefined ? null : row.cells[first.index];
    const isHeader = typeof text === 'string' && first?.isNamedBy(text) === true && isAllHeader(row);
    if (isHeader) lastHeader = row.number;
    return isHeader;
  };
}

const MEMORY = 1_000; // texts: the first column names a village, most often, or holds a word on every row
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** 甲 乙 丙 … and then 1 2 3 …, in order: the row of column numbers that forms print under their header. */
function isColumnNumbers(cells: readonly (RawCell | undefined)[], columns: readonly MatchedColumn[]): boolean {
  const texts = cells.map((cell) => rawText(cell).normalize('NFKC').replace(/[()]/g, '')).filter((text) => text !== '');
  const stems = texts.findIndex((text, index) => text !== STEMS[index]);
  const numbers = stems < 0 ? [] : texts.slice(stems);
  if (texts.length < 2 || numbers.some((text, index) => text !== String(index + 1))) return false;
  // Numbers alone could be a record: they number every column but that of remarks, or they number none.
  return stems !== 0 || columns.every(({ key, index }) => key === 'remark' || rawText(cells[index]) !== '');
}
