import type { Words } from '../../model/words.ts';
import type { Difference } from '../difference.ts';

/** One kind of thing that is told of two months, as rows: the same for every format. */
export interface Topic {
  readonly title: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said under the rows. */
  readonly remarks: readonly Words[];
}

export interface Column {
  readonly head: Words;
  readonly align: 'left' | 'right';
  /** What a screen leaves out where not all fits at ease, or not even pressed together. */
  readonly leaveOut?: 'soon' | 'late';
}

/** A text that needs no translation, one that has one, or a number. */
export type Cell = string | number | Words;

export interface TopicOptions {
  /** All there is, and not only what moved. */
  readonly isVerbose: boolean;
}

export type TopicMaker = (difference: Difference, options: TopicOptions) => Topic;

export function left(zh: string, en: string): Column {
  return { head: { zh, en }, align: 'left' };
}

export function leftOut(leaveOut: 'soon' | 'late', column: Column): Column {
  return { ...column, leaveOut };
}

export function right(zh: string, en: string): Column {
  return { head: { zh, en }, align: 'right' };
}
