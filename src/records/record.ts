import { type Cell, EMPTY } from './cell.ts';
import { type Fields, positionIn, positionOf, type RegisterName } from './registers.ts';
import type { RegisterPlan } from './sheet-plan.ts';

/** A record of a register. */
export interface RegisterRecord<K extends RegisterName = RegisterName> {
  /** What its sheet was recognised as: told by the record too, because its cells are typed by it. */
  readonly register: K;
  /** The sheet that it is of. */
  readonly plan: RegisterPlan;
  /** The number of its row. */
  readonly row: number;
  /** The number of its area in the run. */
  readonly area: number;
  /** In the order of the register's columns; a column that the sheet lacks has none. */
  readonly cells: RecordCells;
}

export type RecordCells = readonly (Cell<unknown> | undefined)[];

/** The cell of a record under a key. A column that the sheet lacks leaves all its cells empty. */
export function cellOf<K extends RegisterName, F extends keyof Fields<K> & string>(
  { register, cells }: Pick<RegisterRecord<K>, 'register' | 'cells'>,
  key: F,
): Fields<K>[F] | typeof EMPTY {
  return (cells[positionOf(register, key)] ?? EMPTY) as Fields<K>[F]; // the cells were read by the register's columns
}

/** The same where the register is known only at run time, and may have no such key. */
export function cellAt({ register, cells }: Pick<RegisterRecord, 'register' | 'cells'>, key: string): Cell<unknown> {
  const position = positionIn(register, key);
  return (position === undefined ? undefined : cells[position]) ?? EMPTY;
}
