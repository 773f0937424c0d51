import { cellsOf, type RegisterName } from './registers.ts';

/** More items found correct than were checked: the row cannot be used. */
export function isAboveChecked(register: RegisterName, record: object): boolean {
  if (register !== 'audits') return false;
  const { correct, checked } = cellsOf(record);
  return typeof correct === 'number' && typeof checked === 'number' && correct > checked;
}
