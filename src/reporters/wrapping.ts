import { displayWidth, graphemes, isWide } from './display-width.ts';

/**
 * Breaks a text into lines of at most `width` columns: at line ends, at spaces, and between Chinese characters, but
 * never before a closing mark or after an opening one. A word too long for a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(width, 2); // a wide character needs two columns
  return text.split('\n').flatMap((part) => wrapPart(part, room));
}

/** A space at which no line ends. */
export const GLUE = '\u00a0';

/** Fills a text up with spaces to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + gap : gap + text;
}

const OPENING = /^[“‘（《〈【「『([{]$/u;
const CLOSING = /^[”’）》〉】」』)\]},.;:!?%‰，。；：！？、～]$/u;

function wrapPart(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text).flatMap((whole) => cut(whole, room))) {
    if (displayWidth(line) + displayWidth(piece.trimEnd()) <= room) {
      line += piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return [...lines, line.trimEnd()].map((done) => done.replaceAll(GLUE, ' '));
}

/** The parts of a text between which a line may end. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let joins = true; // the next character belongs to the piece before it
  for (const grapheme of graphemes(text)) {
    const previous = found.at(-1);
    if (
      previous !== undefined &&
      (joins || CLOSING.test(grapheme) || grapheme === GLUE || grapheme === ' ' || isLetter(previous, grapheme))
    ) {
      found[found.length - 1] = previous + grapheme;
    } else {
      found.push(grapheme);
    }
    joins = grapheme === GLUE || OPENING.test(grapheme);
  }
  return found;
}

/** True where a character goes on with the word that a piece ends in. */
function isLetter(piece: string, grapheme: string): boolean {
  const last = [...piece].at(-1) ?? ' ';
  return last !== ' ' && !isWide(last.codePointAt(0) ?? 0) && !isWide(grapheme.codePointAt(0) ?? 0);
}

function cut(piece: string, width: number): readonly string[] {
  if (displayWidth(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const grapheme of graphemes(piece)) {
    if (displayWidth(part + grapheme) > width) {
      parts.push(part);
      part = '';
    }
    part += grapheme;
  }
  return [...parts, part];
}
