import type { Day, DayRange } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Row } from '../model/sheet.ts';
import { type Cell, isKnown } from './cell.ts';
import { type CellPlace, faultOf } from './cell-findings.ts';
import type { ColumnReader } from './column-reader.ts';
import { CellFault, type Decoded } from './decode.ts';
import type { MatchedColumn } from './layout.ts';
import { shownValue } from './raw-text.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RecordCells } from './record.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';

/** A row as read: its cells, as a record has them, and what there is to say of them. */
export interface DecodedRow {
  readonly cells: RecordCells;
  readonly findings: readonly Diagnostic[];
}

/** Reads the rows of one sheet. Faults are told by the cell, so that a person can put a finger on each. */
export function rowDecoder(
  plan: RegisterPlan,
  { end }: Pick<ReadingContext, 'end'>,
  readers: readonly ColumnReader[],
): (row: Row) => DecodedRow {
  const placeOf = (row: Row, { index, header, column }: MatchedColumn): CellPlace => ({
    at: placeIn(plan, row.number, index),
    header,
    kind: column.kind,
    value: shownValue(row.cells[index]),
    encoding: plan.sheet.encoding,
  });
  const findingOn = (decoded: Decoded, matched: MatchedColumn, row: Row): Diagnostic | undefined => {
    if (decoded instanceof CellFault)
      return isToldElsewhere(decoded, plan) ? undefined : faultOf(decoded.code, placeOf(row, matched));
    return isAfter(decoded, end) ? lateAt(placeOf(row, matched)) : undefined;
  };
  const size = Math.max(0, ...readers.map(({ position }) => position + 1));
  return (row) => {
    const cells = new Array<Cell<unknown> | undefined>(size); // of just that size: one that grows leaves others behind
    let findings = NONE;
    for (const { matched, decode, position } of readers) {
      const decoded = decode(row.cells[matched.index]);
      const isFault = decoded instanceof CellFault;
      cells[position] = isFault ? decoded.cell : decoded;
      if (!isFault && !matched.column.isEvent) continue; // nothing to be said of most
      const finding = findingOn(decoded, matched, row);
      if (finding !== undefined) findings = [...findings, finding];
    }
    return { cells, findings };
  };
}

const NONE: readonly Diagnostic[] = []; // as most rows have

/** The parsers tell of every character of a text file that cannot be read, whether the cell is read or not. */
function isToldElsewhere({ code }: CellFault, { sheet }: RegisterPlan): boolean {
  return code === 'bad-encoding' && sheet.format === 'csv';
}

function isAfter(cell: Cell<unknown>, end: Day): boolean {
  return isKnown(cell) && (cell as DayRange).first > end; // events are dates
}

function lateAt({ at, header, value }: CellPlace): Diagnostic {
  return { code: 'after-period', at, value, data: { column: header } };
}
