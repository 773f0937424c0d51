import type { DayRange } from '../model/day.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell } from './cell.ts';
import type { CodeListName, CodeOf } from './code-lists.ts';

/**
 * How one column of a register is found and read.
 *
 * `id` is a text that names a record or a person: it is never filled down, and digits can be lost from it.
 * `money` is read in whole fen. `parity` is a birth order, at least 1.
 */
export type ColumnKind = 'text' | 'id' | 'int' | 'decimal' | 'money' | 'date' | 'parity' | CodeListName;

export interface Column<K extends ColumnKind = ColumnKind> {
  readonly kind: K;
  /** The standard header: the one we show and write. */
  readonly header: string;
  /** Other headers that are accepted. */
  readonly also: readonly string[];
  /** A required column: without it the register cannot be read. */
  readonly required: boolean;
  /** What an empty cell says: nothing at all, or that the thing has not happened, was not asked, or is not so. */
  readonly empty: 'unknown' | 'never' | 'not-asked' | 'no';
  /** True for the day of an event, which cannot lie after the period. */
  readonly isEvent: boolean;
}

export type ValueOf<K extends ColumnKind> = K extends 'text' | 'id'
  ? string
  : K extends 'int' | 'money' | 'parity'
    ? number
    : K extends 'decimal'
      ? Exact
      : K extends 'date'
        ? DayRange
        : K extends CodeListName
          ? CodeOf<K>
          : never;

/** The record fields that some columns give. */
export type FieldsOf<C extends Readonly<Record<string, Column>>> = {
  readonly [F in keyof C]: C[F] extends Column<infer K> ? Cell<ValueOf<K>> : never;
};

export interface ColumnOptions {
  readonly also?: string;
  readonly empty?: Column['empty'];
  readonly isEvent?: boolean;
}

export function optional<const K extends ColumnKind>(kind: K, header: string, options: ColumnOptions = {}): Column<K> {
  return {
    kind,
    header,
    also: options.also?.split(' ') ?? [],
    required: false,
    empty: options.empty ?? 'unknown',
    isEvent: options.isEvent ?? false,
  };
}

export function required<const K extends ColumnKind>(kind: K, header: string, options: ColumnOptions = {}): Column<K> {
  return { ...optional(kind, header, options), required: true };
}
