import { type Day, type DayRange, isoDate, isSingleDay } from '../model/day.ts';
import { type Exact, exact, toText } from '../model/exact.ts';
import { type Cell, EMPTY, UNKNOWN } from '../records/cell.ts';
import { type CodeListName, codeLists, codeWords } from '../records/code-lists.ts';
import type { ColumnKind } from '../records/column.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { columnsOf, type RegisterName } from '../records/registers.ts';

/** The keys of a register's columns that are compared: the village is where a record belongs, a remark is never read. */
export function comparedKeys(register: RegisterName): readonly string[] {
  return Object.keys(columnsOf(register)).filter((key) => key !== 'village' && key !== 'remark');
}

/** Whether two cells were read as the same. A column that a ledger lacks leaves its cells empty. */
export function sameCell(one: Cell<unknown> = EMPTY, other: Cell<unknown> = EMPTY): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isRange(one)) return isRange(other) && one.first === other.first && one.last === other.last;
  return !isRange(other) && textOfCell(one) === textOfCell(other);
}

/** A record's cells under some keys as one text: two records have the same text where all those cells are the same. */
export function recordText(record: RegisterRecord, keys: readonly string[]): string {
  let text = '';
  for (const key of keys) text += `${textOfCell(cellAt(record, key))}\u0001`;
  return text;
}

/** What a cell holds, for a person who asked to see values. */
export function shownCell(cell: Cell<unknown>, kind: ColumnKind | undefined): string {
  const isCode = kind !== undefined && kind in codeLists && typeof cell === 'string';
  return isCode ? codeWords(kind as CodeListName, cell).zh : plainCell(cell, kind); // the list was just found
}

/** What a cell holds, the same in every language: codes as they are, and `?` for what is not known. */
export function plainCell(cell: Cell<unknown>, kind: ColumnKind | undefined): string {
  if (cell === UNKNOWN) return '?';
  if (kind === 'money' && typeof cell === 'number') return toText(exact(cell, 100)); // money is kept in fen
  return textOfCell(cell);
}

const NOT_KNOWN = '\u0000'; // no cell's text holds it, so that it cannot be taken for one

function textOfCell(cell: Cell<unknown>): string {
  if (cell === EMPTY) return '';
  if (cell === UNKNOWN) return NOT_KNOWN;
  if (typeof cell !== 'object' || cell === null) return String(cell);
  return isRange(cell) ? rangeText(cell) : toText(cell as Exact); // what is neither a day nor plain is a decimal
}

/** A day, or `2025-03` and `2025` where no more is known. */
function rangeText(range: DayRange): string {
  const [first, last] = [isoDate(range.first), isoDate(range.last)];
  if (isSingleDay(range)) return first;
  const nextDay = isoDate((range.last + 1) as Day);
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) return first.slice(0, 4);
  return first.endsWith('-01') && nextDay.endsWith('-01') ? first.slice(0, 7) : `${first}/${last}`;
}

function isRange(cell: object): cell is DayRange {
  return 'first' in cell;
}
