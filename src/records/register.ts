import type { Words } from '../model/words.ts';
import { type Column, optional } from './column.ts';

/** A register of the standard form. */
export interface Register<C extends Readonly<Record<string, Column>>> {
  readonly title: Words;
  /** Names of sheets and files that are this register. */
  readonly names: readonly string[];
  readonly columns: C;
}

/** The village that a row belongs to, by name or code: in every register but that of the villages. */
export const village = optional('text', '村名', {
  also: '村代码 村名称 村居名称 村别 所属村 村委会 居委会 社区 行政村',
});

/** What is never read for counting. */
export const remark = optional('text', '备注');

/** Declares a register; its titles name sheets too. */
export function register<const C extends Readonly<Record<string, Column>>>(
  title: Words,
  names: string,
  columns: C,
): Register<C> {
  return { title, names: [title.zh, ...names.split(' '), title.en], columns };
}
