import { calendarDate } from '../model/day.ts';
import { type Decoder, decoder } from './decode.ts';
import type { MatchedColumn } from './layout.ts';
import type { ReadingContext } from './reading-context.ts';
import { positionOf } from './registers.ts';
import type { RegisterPlan } from './sheet-plan.ts';

/** A column of a sheet, and how its cells are read. */
export interface ColumnReader {
  readonly matched: MatchedColumn;
  readonly decode: Decoder;
  /** Where in a record its cell is. */
  readonly position: number;
}

/** The readers of a sheet's columns. Remarks have none: they are not read. */
export function columnReaders(plan: RegisterPlan, context: ReadingContext): readonly ColumnReader[] {
  const dates = { date1904: plan.sheet.date1904, year: calendarDate(context.end).year };
  const { register, columns } = plan.recognition.layout;
  return columns
    .filter(({ key }) => key !== 'remark')
    .map((matched) => ({
      matched,
      decode: decoder(matched.column, context.vocabulary, dates),
      position: positionOf(register, matched.key),
    }));
}
