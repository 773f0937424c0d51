import { calendarDate, type Day, type DayRange } from '../model/day.ts';
import { EMPTY, isKnown } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { columnsOf, type RegisterName } from '../records/registers.ts';
import type { Pair } from './matching.ts';

/**
 * The columns that place a record in time: the day of the event, and the day by which its measures count it. Registers
 * of persons and of villages have none: they are kept as they stand, and are never closed.
 */
const PLACED_BY: Readonly<Partial<Record<RegisterName, readonly string[]>>> = {
  births: ['birth_date'],
  procedures: ['done_date', 'due_date'],
  followups: ['due_date'],
  services: ['date'],
  surveys: ['date'],
  benefits: ['due_date'],
  petitions: ['received', 'due_date'],
  incidents: ['date'],
  reports: ['due_date'],
  audits: ['date'],
};

/** The month of a record that was closed by the end of a period; `undefined` for one that was still open. */
export function closedMonthOf(record: RegisterRecord, end: Day): string | undefined {
  const days = (PLACED_BY[record.register] ?? []).flatMap((key) => {
    const cell = cellAt(record, key);
    return isKnown(cell) ? [cell as DayRange] : []; // the columns above are of days
  });
  const [earliest] = days.filter(({ last }) => last <= end).sort((a, b) => a.first - b.first);
  return earliest === undefined ? undefined : monthText(earliest);
}

/**
 * Whether an edit only carries a record on: a day left open was filled in by one that came after the closing, and
 * nothing that had been written was changed. A case received in April and closed in June rewrites no closed month.
 */
export function carriesOn({ before, after, edited }: Pair, end: Day): boolean {
  const columns = columnsOf(before.register);
  if (edited.some((key) => cellAt(before, key) !== EMPTY)) return false;
  return edited.some((key) => {
    const cell = cellAt(after, key);
    return columns[key]?.empty === 'never' && isKnown(cell) && (cell as DayRange).first > end; // only days are `never`
  });
}

function monthText({ first, last }: DayRange): string {
  const [from, to] = [calendarDate(first), calendarDate(last)];
  const year = String(from.year).padStart(4, '0');
  return from.year === to.year && from.month === to.month ? `${year}-${String(from.month).padStart(2, '0')}` : year;
}
