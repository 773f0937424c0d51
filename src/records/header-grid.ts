import type { CellRange, Row } from '../model/sheet.ts';
import { rawText } from './raw-text.ts';

/** The rows in which a header is looked for. */
export const HEAD_ROWS = 20;
/** The rows that a header may have above its lowest. */
export const PARENT_ROWS = 2;
/** The rows that it takes to look: a header that begins in the last of them goes on below. */
export const ROWS_OF_HEADS = HEAD_ROWS + PARENT_ROWS;

/** A column of a header as one of its rows shows it. */
export interface HeaderCell {
  readonly text: string;
  /** The texts above that may belong to the same header, nearest first. */
  readonly parents: readonly { readonly text: string; readonly row: number }[];
  /** The merged range that it is part of. */
  readonly merge: CellRange | undefined;
}

/** The first rows of a sheet as a header sees them: a merged cell shows its text in all of its range. */
export interface HeaderGrid {
  /** The number of cells in a row of the file. */
  sizeOf(row: number): number;
  /** The cells of a row, up to the last column that any row has text in. */
  cellsOf(row: number): readonly HeaderCell[];
  /** The columns in which a row holds anything of its own. */
  filledIn(row: number): readonly number[];
}

export function headerGrid(rows: readonly Row[], merges: readonly CellRange[]): HeaderGrid {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => rawText(cell) !== '') + 1));
  const near = merges.filter(({ top, left }) => top <= ROWS_OF_HEADS && left < width);
  const covering = coveringRanges(near, width);
  const filledIn = (row: number) =>
    (byNumber.get(row)?.cells ?? []).flatMap((cell, column) => (cell === null || cell === undefined ? [] : [column]));
  const parentRows = new Set(numbersTo(ROWS_OF_HEADS).filter((row) => belongsBelow(row, { near, width, filledIn })));
  const textAt = (row: number, column: number) => {
    const merge = covering(row, column);
    return rawText(byNumber.get(merge?.top ?? row)?.cells[merge?.left ?? column]);
  };
  const parentsOf = (row: number, column: number) => {
    const above: HeaderCell['parents'][number][] = [];
    for (let parent = row - 1; parent >= row - PARENT_ROWS && parentRows.has(parent); parent--) {
      const text = textAt(parent, column);
      if (text !== '' && text !== textAt(row, column) && text !== above.at(-1)?.text) above.push({ text, row: parent });
    }
    return above;
  };
  const read = (row: number): readonly HeaderCell[] =>
    Array.from({ length: width }, (_, column) => ({
      text: textAt(row, column),
      parents: parentsOf(row, column),
      merge: covering(row, column),
    }));
  const known = new Map<number, readonly HeaderCell[]>();
  return {
    filledIn,
    sizeOf: (row) => byNumber.get(row)?.cells.length ?? 0,
    cellsOf(row) {
      const cells = known.get(row) ?? read(row);
      known.set(row, cells);
      return cells;
    },
  };
}

/** The range that covers a cell. Each is painted onto a grid of the first rows, because a sheet may have very many. */
function coveringRanges(near: readonly CellRange[], width: number) {
  const grid: (CellRange | undefined)[] = [];
  let left = ROWS_OF_HEADS * width; // ranges do not overlap: together they cover no more cells than there are
  for (const merge of near) {
    for (let row = merge.top; row <= Math.min(merge.bottom, ROWS_OF_HEADS); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) {
        if (left-- < 0) break;
        grid[row * width + column] ??= merge;
      }
    }
  }
  return (row: number, column: number) => grid[row * width + column];
}

interface Surroundings {
  readonly near: readonly CellRange[];
  readonly width: number;
  readonly filledIn: (row: number) => readonly number[];
}

/** A row above belongs to the header where one of its cells is merged, but not as titles are. */
function belongsBelow(row: number, { near, width, filledIn }: Surroundings): boolean {
  const isTitle = ({ top, left, right }: CellRange) =>
    left === 0 && (right >= width - 1 || (right > 0 && filledIn(top).every((column) => column <= right)));
  return near.some(
    (merge) =>
      merge.top <= row && row <= merge.bottom && (merge.bottom > row || merge.right > merge.left) && !isTitle(merge),
  );
}

function numbersTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
