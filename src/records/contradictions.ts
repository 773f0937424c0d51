import { cellAt, type RegisterRecord } from './record.ts';

/** More items found correct than were checked: the row cannot be used. */
export function isAboveChecked(record: RegisterRecord): boolean {
  if (record.register !== 'audits') return false;
  const [correct, checked] = [cellAt(record, 'correct'), cellAt(record, 'checked')];
  return typeof correct === 'number' && typeof checked === 'number' && correct > checked;
}
