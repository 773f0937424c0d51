import { nearest } from '../model/nearest.ts';
import type { CellRange, Row } from '../model/sheet.ts';
import { HEAD_ROWS, type HeaderCell, type HeaderGrid, headerGrid, PARENT_ROWS } from './header-grid.ts';
import { type Layout, layoutAt, textsNaming } from './layout.ts';
import { columnsOf, type RegisterName, registerNames, registers } from './registers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a sheet turns out to be. */
export type Recognition =
  | { readonly kind: 'register'; readonly layout: Layout }
  | {
      readonly kind: 'incomplete';
      readonly register: RegisterName;
      readonly missing: readonly string[];
      /** What was found of it, if there is a header at all. */
      readonly layout: Layout | null;
      readonly titles: readonly string[];
    }
  | { readonly kind: 'ambiguous'; readonly registers: readonly RegisterName[]; readonly titles: readonly string[] }
  | {
      readonly kind: 'unknown';
      /** The register that it may have been meant for, and what keeps it from being one. */
      readonly nearly: { readonly register: RegisterName; readonly missing: readonly string[] } | null;
      readonly titles: readonly string[];
    };

export interface SheetHead {
  readonly name: string;
  /** The rows numbered up to `ROWS_OF_HEADS`. */
  readonly rows: readonly Row[];
  readonly merges: readonly CellRange[];
}

/** Finds the register of a sheet, by its name first and then by its header, and where its columns are. */
export function recognise(head: SheetHead, vocabulary: Vocabulary): Recognition {
  const grid = headerGrid(head.rows, head.merges);
  const named = vocabulary.registerOf(head.name);
  const candidates = named === undefined ? registerNames : [named];
  const row = headerRowIn(grid, candidates, vocabulary);
  const titles = titlesAbove(grid, row ?? HEAD_ROWS + 1);
  const layouts =
    row === undefined ? [] : candidates.map((register) => ({ ...layoutAt(grid, row, register, vocabulary), titles }));
  const complete = layouts.filter((layout) => missingFrom(layout).length === 0);
  const most = Math.max(0, ...complete.map(({ columns }) => columns.length));
  const [first, ...equals] = complete.filter(({ columns }) => columns.length === most);
  if (first !== undefined && equals.length > 0)
    return { kind: 'ambiguous', registers: [first, ...equals].map(({ register }) => register), titles };
  if (first !== undefined) return { kind: 'register', layout: first };
  if (named === undefined) return { kind: 'unknown', nearly: nearlyIn(layouts, head.name), titles };
  const [layout = null] = layouts;
  const missing = missingFrom(layout ?? { register: named, columns: [] });
  return { kind: 'incomplete', register: named, missing, layout, titles };
}

/** The standard headers of the required columns that a layout lacks. */
function missingFrom({ register, columns }: Pick<Layout, 'register' | 'columns'>): readonly string[] {
  return Object.entries(columnsOf(register))
    .filter(([key, { required }]) => required && !columns.some((matched) => matched.key === key))
    .map(([, { header }]) => header);
}

/** The first row that names at least two columns of one register, and the most of all; its lowest row, if it has several. */
function headerRowIn(
  grid: HeaderGrid,
  candidates: readonly RegisterName[],
  vocabulary: Vocabulary,
): number | undefined {
  let best: { readonly row: number; readonly register: RegisterName; readonly named: number } | undefined;
  for (let row = 1; row <= HEAD_ROWS; row++) {
    const keys = keysIn(grid.cellsOf(row), vocabulary);
    for (const register of candidates) {
      const named = keys.get(register)?.size ?? 0;
      if (named >= 2 && named > (best?.named ?? 0)) best = { row, register, named };
    }
  }
  return best && lowestRowOf(layoutAt(grid, best.row, best.register, vocabulary), grid);
}

/** The different columns of each register that a row names. */
function keysIn(cells: readonly HeaderCell[], vocabulary: Vocabulary): ReadonlyMap<RegisterName, ReadonlySet<string>> {
  const named = new Map<RegisterName, Set<string>>();
  for (const cell of cells) {
    const own = new Map<RegisterName, string>();
    for (const text of textsNaming(cell)) {
      for (const [register, key] of vocabulary.keysOf(text)) if (!own.has(register)) own.set(register, key);
    }
    for (const [register, key] of own) named.set(register, (named.get(register) ?? new Set()).add(key));
  }
  return named;
}

function lowestRowOf({ headerRow, columns }: Layout, grid: HeaderGrid): number {
  const cells = grid.cellsOf(headerRow);
  const bottom = Math.max(headerRow, ...columns.map(({ index }) => cells[index]?.merge?.bottom ?? headerRow));
  if (bottom === headerRow && isParted(grid, headerRow)) return headerRow + 1;
  return Math.min(bottom, headerRow + PARENT_ROWS); // a cell merged further down is a mistake, and must not hide records
}

/** Whether the row below parts merged cells of a header row, and does nothing else: 年 月 日 under one 出生日期. */
function isParted(grid: HeaderGrid, row: number): boolean {
  const isWide = ({ merge }: HeaderCell) => merge !== undefined && merge.right > merge.left;
  const cells = grid.cellsOf(row);
  const below = grid.filledIn(row + 1);
  // Where all cells of the header are wide, those of the records are too.
  if (below.length < 2 || !cells.some((cell) => cell.text !== '' && !isWide(cell))) return false;
  const parts = grid.cellsOf(row + 1);
  return below.every((column) => {
    const [cell, part] = [cells[column], parts[column]];
    return cell !== undefined && isWide(cell) && part !== undefined && /^\p{L}/u.test(part.text);
  });
}

/** Of registers that lack columns, the one that a header has most of: more than half, or its name all but says so. */
function nearlyIn(layouts: readonly Layout[], name: string) {
  const meant = nearest(
    name,
    registerNames.flatMap((register) => registers[register].names),
  );
  const near = layouts
    .map((layout) => ({ layout, missing: missingFrom(layout) }))
    .filter(({ layout: { register, columns }, missing }) => {
      const found = columns.filter(({ column }) => column.required).length;
      const isNamed = meant !== null && registers[register].names.includes(meant);
      return found > missing.length || (isNamed && columns.length >= 2);
    })
    .sort((a, b) => a.missing.length - b.missing.length || b.layout.columns.length - a.layout.columns.length);
  const [best] = near;
  return best === undefined ? null : { register: best.layout.register, missing: best.missing };
}

function titlesAbove(grid: HeaderGrid, headerRow: number): readonly string[] {
  const titles: string[] = [];
  for (let row = 1; row < headerRow && row <= HEAD_ROWS; row++) {
    titles.push([...new Set(grid.cellsOf(row).map(({ text }) => text))].filter((text) => text !== '').join(' '));
  }
  return titles.filter((title) => title !== '');
}
