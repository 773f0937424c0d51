import { displayWidth } from '../display-width.ts';
import type { Style } from '../paint.ts';
import { pad, wrap } from '../wrapping.ts';

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

export interface Column {
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export const GAP = 2;

/** The lines of one row: each cell wraps in its own column, and no line ends in blanks. */
export function gridRow(cells: readonly Cell[], columns: readonly Column[]): readonly string[] {
  const wrapped = cells.map(({ text }, index) => wrap(text, columns[index]?.width ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map(({ style }, index) => {
      const { width = 0, align = 'left' } = columns[index] ?? {};
      const text = wrapped[index]?.[line] ?? '';
      const padded = pad(text, width, align);
      return style === undefined || text === '' ? padded : padded.replace(text, () => style(text));
    });
    return parts.join(' '.repeat(GAP)).trimEnd();
  });
}

/** The width that the longest of some texts needs. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

/** The columns that a grid takes, gaps included. */
export function gridWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}

interface Margin {
  /** What the first line begins with. */
  readonly lead?: string;
  /** How far the other lines are set in: as far as the first, if not said. */
  readonly indent?: number;
}

/** A text wrapped to the screen. */
export function paragraph(text: string, columns: number, { lead, indent }: Margin = {}): readonly string[] {
  const begin = lead ?? ' '.repeat(indent ?? 0);
  const others = ' '.repeat(indent ?? displayWidth(begin));
  const room = columns - Math.max(displayWidth(begin), others.length);
  return wrap(text, room).map((line, index) => (index === 0 ? begin : others) + line);
}

/** Blocks of lines as one text, without those that are empty. */
export function joined(blocks: readonly (readonly string[])[]): string {
  const told = blocks.filter((lines) => lines.length > 0);
  return `${told.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
