import { columnLetters } from '../../model/sheet.ts';
import { MOST_ROWS } from '../../parsers/xlsx/cell-reference.ts';
import { quotedSheet } from '../pages/sheet-name.ts';
import { partsOf } from './audit-parts.ts';
import type { AuditedMeasure } from './audited-measures.ts';

/** The columns before the first measure: kind, ledger, sheet, row, village. */
export const PLACE_COLUMNS = 5;
/** The row of the audit sheet's header; the rows of records follow. */
export const AUDIT_HEADER_ROW = 4;

/** Where the counts of every measure stand in the audit sheet. */
export interface AuditLayout {
  readonly audited: readonly AuditedMeasure[];
  readonly width: number;
  /** The column of a count, from 0; `undefined` where the measure has no such count. */
  columnOf(index: number, place: number): number | undefined;
}

export function auditLayout(audited: readonly AuditedMeasure[]): AuditLayout {
  const columns: (number | undefined)[][] = [];
  let next = PLACE_COLUMNS;
  for (const { measure, index } of audited) {
    const own: (number | undefined)[] = [];
    for (const { place } of partsOf(measure)) own[place] = next++;
    columns[index] = own;
  }
  return { audited, width: next, columnOf: (index, place) => columns[index]?.[place] };
}

/** The formula that adds up a column of the audit sheets. */
export function sumFormula(sheets: readonly string[], column: number): string {
  const letters = columnLetters(column);
  const ranges = sheets.map(
    (sheet) => `${quotedSheet(sheet)}!$${letters}$${AUDIT_HEADER_ROW + 1}:$${letters}$${MOST_ROWS}`,
  );
  return `SUM(${ranges.join(',')})`;
}
