import { displayWidth } from '../../reporters/display-width.ts';

/** The size of a note in pixels. */
export interface NoteSize {
  readonly width: number;
  readonly height: number;
}

const WIDTH = 264;
const LINE_HEIGHT = 17;
const MARGIN = 14;
const HALF_WIDTH = 6.2; // pixels of half a Chinese character in 9 point
const LEAST_LINES = 3;

/** Room for all of a text: a note shows no more than its box, and has no scroll bar. */
export function sizeOf(text: string): NoteSize {
  const perLine = Math.floor((WIDTH - MARGIN) / HALF_WIDTH);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / perLine)), 0);
  return { width: WIDTH, height: Math.max(LEAST_LINES, lines + 1) * LINE_HEIGHT + MARGIN };
}
