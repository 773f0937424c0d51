import { columnLetters } from '../../model/sheet.ts';
import type { StyleBook } from '../package/style-book.ts';
import { asByteText, cellText, escaped } from '../xml/xml-writing.ts';
import type { PageCell } from './page.ts';

/** Cells that stand in many rows: the number of the row goes between the pieces. */
export type CellsAnywhere = readonly string[];

/** Cells at their columns from 0, in order, for whatever row. */
export function cellsAnywhere(cells: readonly (readonly [number, PageCell])[], styles: StyleBook): CellsAnywhere {
  const pieces = [''];
  for (const [column, cell] of cells) {
    pieces[pieces.length - 1] += `<c r="${letters(column)}`;
    pieces.push(cellBehindReference(cell, styles));
  }
  return pieces;
}

/** A cell as it is written in a row. */
export function cellIn(row: number, [column, cell]: readonly [number, PageCell], styles: StyleBook): string {
  return `<c r="${letters(column)}${row}${cellBehindReference(cell, styles)}`;
}

function cellBehindReference({ value, look }: PageCell, styles: StyleBook): string {
  const opening = `" s="${styles.look(look)}"`;
  if (value === null) return `${opening}/>`;
  if (typeof value === 'number') return `${opening}><v>${value}</v></c>`;
  if (typeof value === 'string') return `${opening} t="inlineStr">${inlineText(value)}</c>`;
  const { formula, cached } = value;
  const type = typeof cached === 'string' ? ' t="str"' : '';
  const shown = typeof cached === 'string' ? cellText(cached) : cached;
  return asByteText(`${opening}${type}><f>${escaped(formula)}</f><v>${shown}</v></c>`);
}

const knownLetters: string[] = [];

function letters(column: number): string {
  knownLetters[column] ??= columnLetters(column);
  return knownLetters[column];
}

/** Names of sheets and villages come again in every row: they are written once. */
const knownTexts = new Map<string, string>();
const MOST_TEXTS = 10_000;

function inlineText(value: string): string {
  const known = knownTexts.get(value);
  if (known !== undefined) return known;
  const space = /^\s|\s$|\s\s|\n/.test(value) ? ' xml:space="preserve"' : '';
  const text = asByteText(`<is><t${space}>${cellText(value)}</t></is>`);
  if (knownTexts.size < MOST_TEXTS) knownTexts.set(value, text);
  return text;
}
