/** A cell with nothing in it, or with a word that says so. What it means is up to the column. */
export const EMPTY = Symbol('empty');

/** A cell whose content is not known: unreadable, or the register itself says 不详. */
export const UNKNOWN = Symbol('unknown');

/** A decoded cell. Never `null`: that is the third truth value of a condition. */
export type Cell<T> = T | typeof EMPTY | typeof UNKNOWN;

export function isKnown<T>(cell: Cell<T>): cell is T {
  return cell !== EMPTY && cell !== UNKNOWN;
}
