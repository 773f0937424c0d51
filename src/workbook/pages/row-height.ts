import { certain } from '../../model/certain.ts';
import { displayWidth } from '../../reporters/display-width.ts';
import type { PageCell } from './page.ts';

const LINE = 15; // points of a line in 10 point
const MARGIN = 3;

/** The height that a row's wrapped texts need, in points; `undefined` for a row of single lines. Not every program finds it out. */
export function heightOf(
  cells: readonly (readonly [number, PageCell])[],
  widths: readonly number[],
): number | undefined {
  let lines = 1;
  for (const [column, { value, look }] of cells) {
    if (typeof value !== 'string' || look.wraps !== true) continue;
    lines = Math.max(lines, linesOf(value, certain(widths[column], 'width of a column')));
  }
  return lines === 1 ? undefined : lines * LINE + MARGIN;
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width))), 0);
}
