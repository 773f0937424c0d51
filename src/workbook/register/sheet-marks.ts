import type { Tone } from '../package/look.ts';

/** A note to be put on a cell: paragraphs, the first of which is its heading. */
export interface Note {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly paragraphs: readonly string[];
}

/** A cell of the column of findings: the messages of its row, and where in the list of problems they begin. */
export interface Finding {
  readonly text: string;
  /** A place as a hyperlink names it: `'问题明细'!A7`; `null` for none. */
  readonly target: string | null;
}

/** The column beside a register's last one that gives each row's messages. */
export interface FindingsColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly headerRow: number;
  /** The last row that belongs to the register. */
  readonly lastRow: number;
  /** By row. */
  readonly cells: ReadonlyMap<number, Finding>;
}

/** All that is put on one sheet of the user's. */
export interface SheetMarks {
  /** The tone of a cell by row (from 1) and column (from 0). */
  readonly tones: ReadonlyMap<number, ReadonlyMap<number, Tone>>;
  readonly notes: readonly Note[];
  readonly findings: FindingsColumn | null;
  /** Where an earlier run put its column of findings; `null` where there is none. */
  readonly formerColumn: number | null;
}

/** The rows on which anything is put, in order. */
export function markedRows({ tones, findings }: SheetMarks): readonly number[] {
  const rows = new Set(tones.keys());
  if (findings !== null) for (const row of [findings.headerRow, ...findings.cells.keys()]) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
