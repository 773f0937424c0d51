import type { RawCell } from '../model/sheet.ts';
import { EMPTY } from './cell.ts';
import { EMPTY_UNLESS_CODE } from './code-lists.ts';
import { emptyOrUnknown, mayMeanNothing } from './empty-words.ts';

/** A cell's content as text, trimmed; what is no text or plain value (a date, an error) gives an empty one. */
export function rawText(raw: RawCell | undefined): string {
  if (typeof raw === 'string') return raw.trim();
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : '';
}

/** True for a cell without content. 无 counts as content: in some columns it is a code. */
export function isBlank(raw: RawCell | undefined): boolean {
  if (raw === null || raw === undefined || raw === '') return true;
  if (typeof raw !== 'string' || !mayMeanNothing(raw)) return false;
  return raw.trim() !== EMPTY_UNLESS_CODE && emptyOrUnknown(raw) === EMPTY;
}

/** True for a cell with any content at all: what the last used row of a sheet goes by. */
export function isUsed(raw: RawCell | undefined): boolean {
  if (raw === null || raw === undefined) return false;
  return typeof raw !== 'string' || !mayMeanNothing(raw) || raw.trim() !== '';
}

/** True for a text with a character that could not be decoded. */
export function isUnreadable(text: string): boolean {
  return text.includes('\uFFFD');
}

/** What a cell holds, for a person who asked to see values. */
export function shownValue(raw: RawCell | undefined): string {
  if (typeof raw === 'object' && raw !== null) return 'error' in raw ? raw.error : `#${raw.serial}`;
  return typeof raw === 'symbol' || raw === undefined || raw === null ? '' : String(raw);
}
