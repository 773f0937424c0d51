import type { Column } from './column.ts';
import type { HeaderCell, HeaderGrid } from './header-grid.ts';
import { normaliseWord } from './normalise.ts';
import { columnsOf, type RegisterName } from './registers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A column of a register, and where the header shows it. */
export interface MatchedColumn {
  readonly key: string;
  readonly column: Column;
  /** The number of the column in the sheet, from 0. */
  readonly index: number;
  /** The header as the sheet has it. */
  readonly header: string;
  /** All texts of its header, normalised: how a repeated header is known. */
  readonly texts: ReadonlySet<string>;
}

/** Where the records of a register stand in a sheet. */
export interface Layout {
  readonly register: RegisterName;
  /** The number of the header's lowest row. */
  readonly headerRow: number;
  /** The number of cells in that row: what a row of CSV holds beyond is surplus. */
  readonly width: number;
  readonly columns: readonly MatchedColumn[];
  readonly repeated: readonly { readonly header: string; readonly index: number; readonly first: number }[];
  readonly ignored: readonly { readonly header: string; readonly index: number }[];
  /** The texts above the header, row by row. */
  readonly titles: readonly string[];
}

/** What a row says as the header of a register. */
export function layoutAt(grid: HeaderGrid, row: number, register: RegisterName, vocabulary: Vocabulary): Layout {
  const cells = grid.cellsOf(row);
  const found = cells.map((cell) => headerOf(cell, (text) => vocabulary.keyOf(register, text)));
  const columns: MatchedColumn[] = [];
  const repeated: Layout['repeated'][number][] = [];
  for (const [index, header] of found.entries()) {
    const column = header === undefined ? undefined : columnsOf(register)[header.key];
    if (header === undefined || column === undefined) continue;
    const first = columns.find(({ key }) => key === header.key);
    if (first !== undefined && isOneCell(cells[first.index], cells[index])) continue;
    if (first !== undefined) repeated.push({ header: header.text, index, first: first.index });
    else
      columns.push({ key: header.key, column, index, header: header.text, texts: textsOf(cells[index], header.text) });
  }
  const top = topOf(cells, found, row);
  const ignored = cells.flatMap(({ text, parents }, index) => {
    const above = parents.filter((parent) => parent.row >= top).map((parent) => parent.text);
    const header = [...above].reverse().concat(text).join('');
    return found[index] === undefined && header !== '' ? [{ header, index }] : [];
  });
  return { register, headerRow: row, width: grid.sizeOf(row), columns, repeated, ignored, titles: [] };
}

/** Whether two columns of a header show one merged cell. */
function isOneCell(one: HeaderCell | undefined, other: HeaderCell | undefined): boolean {
  return one?.merge !== undefined && one.merge === other?.merge;
}

interface Found {
  readonly key: string;
  readonly text: string;
}

/**
 * The first row of a header: where a cell of it begins, or a text that names a column. A line above may have merged
 * cells and be no part of it: 填报单位, for one.
 */
function topOf(cells: readonly HeaderCell[], found: readonly (Found | undefined)[], row: number): number {
  const rows = cells.flatMap(({ text, parents, merge }, index) => {
    const named = found[index]?.text ?? text;
    const naming = named === text ? [] : parents.filter((parent) => named.includes(parent.text));
    return [merge?.top ?? row, ...naming.map((parent) => parent.row)];
  });
  return rows.reduce((top, other) => Math.min(top, other), row);
}

/** The texts by which a column may be known, in order: child, parents with child, parents alone. */
export function textsNaming({ text: child, parents }: HeaderCell): readonly string[] {
  const [parent, grandparent] = parents.map(({ text }) => text);
  if (parent === undefined) return child === '' ? [] : [child];
  const upper =
    grandparent === undefined ? [] : [grandparent + child, grandparent + parent + child, grandparent + parent];
  return [child, parent + child, ...upper, ...parents.map(({ text }) => text)].filter((text) => text !== '');
}

function textsOf(cell: HeaderCell | undefined, header: string): ReadonlySet<string> {
  return new Set([cell?.text ?? '', header, ...(cell?.parents ?? []).map(({ text }) => text)].map(normaliseWord));
}

function headerOf(cell: HeaderCell, keyOf: (text: string) => string | undefined): Found | undefined {
  for (const text of textsNaming(cell)) {
    const key = keyOf(text);
    if (key !== undefined) return { key, text };
  }
  return undefined;
}
