import Table from 'cli-table3';
import { displayWidth } from '../reporters/display-width.ts';
import { wrap } from '../reporters/wrapping.ts';
import type { Io } from './io.ts';
import { columnsOf } from './screen.ts';

const GAP = 2;
const NO_LINES = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((part) => [part, '']),
);

/** Rows under each other in columns without lines. The last column takes what is left of the screen, and wraps. */
export function plainTable(rows: readonly (readonly string[])[], io: Io): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, index) =>
    Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const room = Math.max(20, columnsOf(io) - 1 - widths.reduce((sum, width) => sum + width + GAP, 0));
  const table = new Table({
    chars: NO_LINES,
    // Left to itself the library colours heads and lines, whatever the terminal.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
  });
  // Wrapped here: given widths, the library cuts Chinese text instead of wrapping it.
  for (const row of rows) table.push([...row.slice(0, -1), wrap(row.at(-1) ?? '', room).join('\n')]);
  const lines = table.toString().split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
