import type { CellRange, Row } from '../model/sheet.ts';
import { rawText } from './raw-text.ts';

/** The rows in which a header is looked for. */
export const HEAD_ROWS = 20;
const PARENT_ROWS = 2;

/** The first rows of a sheet as a header sees them: a merged cell shows its text in all of its range. */
export interface HeaderGrid {
  /** One past the last column with any content. */
  readonly width: number;
  textAt(row: number, column: number): string;
  /** The texts above a cell that belong to the same header, nearest first. */
  parentsOf(row: number, column: number): readonly string[];
  /** The last row of the merged range that covers a cell. */
  bottomOf(row: number, column: number): number;
}

export function headerGrid(rows: readonly Row[], merges: readonly CellRange[]): HeaderGrid {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => rawText(cell) !== '') + 1));
  const near = merges.filter(({ top }) => top <= HEAD_ROWS);
  const covering = (row: number, column: number) =>
    near.find(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right);
  const textAt = (row: number, column: number) => {
    const merge = covering(row, column);
    return rawText(byNumber.get(merge?.top ?? row)?.cells[merge?.left ?? column]);
  };
  const isTitle = ({ left, right }: CellRange) => left === 0 && right >= width - 1;
  /** A row above belongs to the header where one of its cells is merged, but not across the whole width as titles are. */
  const isHeaderRow = (row: number) =>
    near.some(
      (merge) =>
        merge.top <= row && row <= merge.bottom && !isTitle(merge) && (merge.bottom > row || merge.right > merge.left),
    );
  return {
    width,
    textAt,
    bottomOf: (row, column) => covering(row, column)?.bottom ?? row,
    parentsOf(row, column) {
      const own = textAt(row, column);
      const above: string[] = [];
      for (let parent = row - 1; parent >= row - PARENT_ROWS && parent >= 1 && isHeaderRow(parent); parent--) {
        const text = textAt(parent, column);
        if (text !== '' && text !== own && text !== above.at(-1)) above.push(text);
      }
      return above;
    },
  };
}
