import type { CellRange, Row } from '../model/sheet.ts';
import type { Column } from './column.ts';
import { HEAD_ROWS, type HeaderGrid, headerGrid } from './header-grid.ts';
import { normaliseWord } from './normalise.ts';
import { columnsOf, type RegisterName, registerNames } from './registers.ts';
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
  readonly width: number;
  readonly columns: readonly MatchedColumn[];
  readonly repeated: readonly { readonly header: string; readonly index: number; readonly first: number }[];
  readonly ignored: readonly { readonly header: string; readonly index: number }[];
  /** The texts above the header, row by row. */
  readonly titles: readonly string[];
}

/** What a sheet turns out to be. */
export type Recognition =
  | { readonly kind: 'register'; readonly layout: Layout }
  | {
      readonly kind: 'incomplete';
      readonly register: RegisterName;
      readonly missing: readonly string[];
      readonly titles: readonly string[];
    }
  | { readonly kind: 'ambiguous'; readonly registers: readonly RegisterName[]; readonly titles: readonly string[] }
  | { readonly kind: 'unknown'; readonly titles: readonly string[] };

export interface SheetHead {
  readonly name: string;
  /** The rows numbered up to `HEAD_ROWS`. */
  readonly rows: readonly Row[];
  readonly merges: readonly CellRange[];
}

/** Finds the register of a sheet, by its name first and then by its header, and where its columns are. */
export function recognise(head: SheetHead, vocabulary: Vocabulary): Recognition {
  const grid = headerGrid(head.rows, head.merges);
  const named = vocabulary.registerOf(head.name);
  const candidates = named === undefined ? registerNames : [named];
  const best = bestRow(grid, candidates, vocabulary);
  const titles = titlesAbove(grid, best?.row ?? HEAD_ROWS + 1);
  const layouts =
    best === undefined ? [] : candidates.map((register) => layoutAt(grid, best.row, register, vocabulary));
  const complete = layouts.filter((layout) => missingFrom(layout).length === 0);
  const most = Math.max(0, ...complete.map(({ columns }) => columns.length));
  const [first, ...equals] = complete.filter(({ columns }) => columns.length === most);
  if (first !== undefined && equals.length > 0)
    return { kind: 'ambiguous', registers: [first, ...equals].map(({ register }) => register), titles };
  if (first !== undefined) return { kind: 'register', layout: { ...first, titles } };
  if (named === undefined) return { kind: 'unknown', titles };
  return {
    kind: 'incomplete',
    register: named,
    missing: missingFrom(layouts[0] ?? { register: named, columns: [] }),
    titles,
  };
}

/** The standard headers of the required columns that a layout lacks. */
function missingFrom({ register, columns }: Pick<Layout, 'register' | 'columns'>): readonly string[] {
  return Object.entries(columnsOf(register))
    .filter(([key, { required }]) => required && !columns.some((matched) => matched.key === key))
    .map(([, { header }]) => header);
}

/** The first row that names at least two columns of one register, and the most of all; its lowest row, if it has several. */
function bestRow(
  grid: HeaderGrid,
  registers: readonly RegisterName[],
  vocabulary: Vocabulary,
): { readonly row: number } | undefined {
  let best: { readonly row: number; readonly register: RegisterName; readonly matches: number } | undefined;
  for (let row = 1; row <= HEAD_ROWS; row++) {
    for (const register of registers) {
      const matches = layoutAt(grid, row, register, vocabulary).columns.length;
      if (matches >= 2 && matches > (best?.matches ?? 0)) best = { row, register, matches };
    }
  }
  if (best === undefined) return undefined;
  const found = best;
  const { columns } = layoutAt(grid, found.row, found.register, vocabulary);
  return { row: Math.max(found.row, ...columns.map(({ index }) => grid.bottomOf(found.row, index))) };
}

function layoutAt(grid: HeaderGrid, row: number, register: RegisterName, vocabulary: Vocabulary): Layout {
  const columns: MatchedColumn[] = [];
  const repeated: Layout['repeated'][number][] = [];
  const ignored: Layout['ignored'][number][] = [];
  for (let index = 0; index < grid.width; index++) {
    const child = grid.textAt(row, index);
    const parents = grid.parentsOf(row, index);
    const header = headerOf(child, parents, (text) => vocabulary.keyOf(register, text));
    if (header === undefined) {
      if (child !== '' || parents.length > 0)
        ignored.push({ header: [...parents].reverse().concat(child).join(''), index });
      continue;
    }
    const first = columns.find(({ key }) => key === header.key);
    const column = columnsOf(register)[header.key];
    if (first !== undefined) repeated.push({ header: header.text, index, first: first.index });
    else if (column !== undefined) {
      columns.push({
        key: header.key,
        column,
        index,
        header: header.text,
        texts: new Set([child, header.text, ...parents].map(normaliseWord)),
      });
    }
  }
  return { register, headerRow: row, width: grid.width, columns, repeated, ignored, titles: [] };
}

/** The first of child, parents with child, and parents alone that names a column. */
function headerOf(child: string, parents: readonly string[], keyOf: (text: string) => string | undefined) {
  const [parent, grandparent] = parents;
  const combined = [
    child,
    ...(parent === undefined ? [] : [parent + child]),
    ...(grandparent === undefined || parent === undefined
      ? []
      : [grandparent + child, grandparent + parent + child, grandparent + parent]),
    ...parents,
  ];
  for (const text of combined) {
    const key = text === '' ? undefined : keyOf(text);
    if (key !== undefined) return { key, text };
  }
  return undefined;
}

function titlesAbove(grid: HeaderGrid, headerRow: number): readonly string[] {
  const titles: string[] = [];
  for (let row = 1; row < headerRow && row <= HEAD_ROWS; row++) {
    const texts = Array.from({ length: grid.width }, (_, column) => grid.textAt(row, column));
    titles.push([...new Set(texts.filter((text) => text !== ''))].join(' '));
  }
  return titles.filter((title) => title !== '');
}
