import type { CellRange } from '../../model/sheet.ts';

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/**
 * Finds the cell of a sheet in which programs show what is put on one: of a merged range the first, as the others are
 * covered. Takes the cells that will be asked for, because a sheet may have very many ranges.
 */
export function shownCells(cells: readonly CellAt[], merges: readonly CellRange[]): (at: CellAt) => CellAt {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const byRow = new Map<number, CellRange[]>(rows.map((row) => [row, []]));
  for (const range of merges) for (const row of rowsWithin(range, rows)) byRow.get(row)?.push(range);
  return (at) => {
    const range = byRow.get(at.row)?.find(({ left, right }) => left <= at.column && at.column <= right);
    return range === undefined ? at : { row: range.top, column: range.left };
  };
}

/** Those of some rows, in order, that a range covers. */
function* rowsWithin({ top, bottom }: CellRange, rows: readonly number[]): Generator<number> {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < rows.length && (rows[at] ?? 0) <= bottom; at++) yield rows[at] ?? 0;
}
