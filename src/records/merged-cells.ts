import type { CellRange, Row } from '../model/sheet.ts';
import type { ColumnKind } from './column.ts';
import type { Layout, MatchedColumn } from './layout.ts';

interface MergedRange extends CellRange {
  /** True where the value holds for every row: texts and codes. A number, date or id belongs to the first row alone. */
  readonly fills: boolean;
}

/** The merged ranges among the records of a sheet. */
export interface MergedCells {
  /** True for a cell that a merged range hides: it has nothing of its own. */
  covers(row: number, column: MatchedColumn): boolean;
  /** The first row of the range whose value fills this cell, if any. */
  filledFrom(row: number, column: MatchedColumn): number | undefined;
  /** True where a range begins that fills down. */
  fillsFrom(row: number, column: MatchedColumn): boolean;
  readonly isEmpty: boolean;
  /** The ranges that give their value to their first row only. */
  readonly single: readonly { readonly column: MatchedColumn; readonly range: CellRange }[];
}

/** Remembers the top values of merged ranges while rows pass by, so that the rows below can be filled. */
export type FilledRow = (row: Row) => Row;

const NOT_FILLED: ReadonlySet<ColumnKind> = new Set(['id', 'int', 'decimal', 'money', 'date']);

export function mergedCells({ columns, headerRow }: Layout, merges: readonly CellRange[]): MergedCells {
  const below = merges.filter(({ top }) => top > headerRow);
  const byColumn = new Map(
    columns.map((matched) => [
      matched.index,
      below
        .filter(({ left, right }) => left <= matched.index && matched.index <= right)
        .map(
          (range): MergedRange => ({
            ...range,
            fills: range.left === matched.index && !NOT_FILLED.has(matched.column.kind),
          }),
        )
        .sort((a, b) => a.top - b.top),
    ]),
  );
  const rangeAt = (row: number, { index }: MatchedColumn) => lastStarting(byColumn.get(index) ?? [], row);
  return {
    covers(row, column) {
      const range = rangeAt(row, column);
      return range !== undefined && (range.top !== row || range.left !== column.index);
    },
    filledFrom(row, column) {
      const range = rangeAt(row, column);
      return range?.fills === true && range.top < row ? range.top : undefined;
    },
    fillsFrom(row, column) {
      const range = rangeAt(row, column);
      return range?.fills === true && range.top === row;
    },
    isEmpty: below.length === 0,
    single: columns.flatMap((column) =>
      (byColumn.get(column.index) ?? [])
        .filter(({ fills, left, top, bottom }) => !fills && left === column.index && bottom > top)
        .map((range) => ({ column, range })),
    ),
  };
}

/** A row as it is meant: what merged ranges hide is gone, and what they fill down is there. */
export function fillingDown({ columns }: Layout, merged: MergedCells): FilledRow {
  if (merged.isEmpty) return (row) => row;
  const tops = new Map<string, Row['cells'][number]>();
  return (row) => {
    const covered = columns.filter((column) => merged.covers(row.number, column));
    for (const column of columns) {
      if (merged.fillsFrom(row.number, column)) tops.set(`${row.number}:${column.index}`, row.cells[column.index]);
    }
    if (covered.length === 0) return row;
    const cells = [...row.cells];
    for (const column of covered) {
      const top = merged.filledFrom(row.number, column);
      cells[column.index] = top === undefined ? null : tops.get(`${top}:${column.index}`);
    }
    return { ...row, cells };
  };
}

/** The range that holds a row, by bisection: ranges of one column never overlap. */
function lastStarting(ranges: readonly MergedRange[], row: number): MergedRange | undefined {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return undefined;
    if (range.bottom < row) low = middle + 1;
    else if (range.top > row) high = middle - 1;
    else return range;
  }
  return undefined;
}
