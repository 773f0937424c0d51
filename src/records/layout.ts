import { type Group, grouped } from '../model/grouped.ts';
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

export interface RepeatedHeader {
  readonly header: string;
  readonly index: number;
  /** The number of the column that is read. */
  readonly first: number;
}

/** Where the records of a register stand in a sheet. */
export interface Layout {
  readonly register: RegisterName;
  /** The number of the header's lowest row. */
  readonly headerRow: number;
  /** The number of cells in that row: what a row of CSV holds beyond is surplus. */
  readonly width: number;
  readonly columns: readonly MatchedColumn[];
  /** Columns with the header of another one, which is read. */
  readonly repeated: readonly RepeatedHeader[];
  /** The same that show one merged cell with it: nothing is lost unless they hold something of their own. */
  readonly continued: readonly RepeatedHeader[];
  readonly ignored: readonly { readonly header: string; readonly index: number }[];
  /** The texts above the header, row by row. */
  readonly titles: readonly string[];
}

/** What a row says as the header of a register. */
export function layoutAt(grid: HeaderGrid, row: number, register: RegisterName, vocabulary: Vocabulary): Layout {
  const cells = grid.cellsOf(row);
  const keyOf = (text: string) => vocabulary.keyOf(register, text);
  const found = cells.map((cell) => headerOf(cell, keyOf));
  const named = found.flatMap((header, index) => {
    const column = header === undefined ? undefined : columnsOf(register)[header.key];
    const cell = cells[index];
    return header === undefined || column === undefined || cell === undefined ? [] : [{ index, cell, header, column }];
  });
  const top = topOf(cells, found, row);
  const columns: MatchedColumn[] = [];
  const [repeated, continued]: [RepeatedHeader[], RepeatedHeader[]] = [[], []];
  for (const [key, group] of grouped(named, ({ header }) => header.key)) {
    const { index, cell, header, column } = meantBy(group, keyOf);
    columns.push({ key, column, index, header: header.text, texts: textsOf(cell, header.text) });
    for (const other of group) {
      if (other.index === index) continue;
      const list = isOneCell(cell, other.cell) ? continued : repeated;
      list.push({ header: wholeText(other.cell, top), index: other.index, first: index });
    }
  }
  columns.sort((a, b) => a.index - b.index);
  repeated.sort((a, b) => a.index - b.index);
  const ignored = cells.flatMap((cell, index) => {
    const header = wholeText(cell, top);
    return found[index] === undefined && header !== '' ? [{ header, index }] : [];
  });
  return { register, headerRow: row, width: grid.sizeOf(row), columns, repeated, continued, ignored, titles: [] };
}

interface Named {
  readonly cell: HeaderCell;
  readonly header: Found;
}

/**
 * Of columns with one header the first; but of 母亲 | 出生日期 and 婴儿 | 出生日期, which only the words below name, the one that
 * is named with those above it too.
 */
function meantBy<N extends Named>(group: Group<N>, keyOf: (text: string) => string | undefined): N {
  const [first] = group;
  const isWhole = ({ cell: { text, parents }, header }: Named) =>
    parents.some((parent) => keyOf(parent.text + text) === header.key);
  return first.cell.parents.length === 0 || isWhole(first) ? first : (group.find(isWhole) ?? first);
}

/** A header with what stands above it, from the first row of the header on. */
function wholeText({ text, parents }: HeaderCell, top: number): string {
  const above = parents.filter((parent) => parent.row >= top).map((parent) => parent.text);
  return [...above].reverse().concat(text).join('');
}

/** Whether two columns of a header show one merged cell. */
function isOneCell(one: HeaderCell, other: HeaderCell): boolean {
  return one.merge !== undefined && one.merge === other.merge;
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

function textsOf(cell: HeaderCell, header: string): ReadonlySet<string> {
  return new Set([cell.text, header, ...cell.parents.map(({ text }) => text)].map(normaliseWord));
}

function headerOf(cell: HeaderCell, keyOf: (text: string) => string | undefined): Found | undefined {
  for (const text of textsNaming(cell)) {
    const key = keyOf(text);
    if (key !== undefined) return { key, text };
  }
  return undefined;
}
