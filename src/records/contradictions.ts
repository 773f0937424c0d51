import { cellsOf, type RegisterName } from './registers.ts';

/** More items found correct than were checked: the row cannot be used. */
export function isAboveChecked(register: RegisterName, record: object): boolean {
  const { correct, checked } = cellsOf(record);
  return register === 'audits' && typeof correct === 'number' && typeof checked === 'number' && correct > checked;
}
