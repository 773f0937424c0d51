/**
 * The form in which headers, sheet names and code words are compared: full width folded to half, white space and
 * bracketed remarks dropped, Latin letters in capitals.
 */
export function normaliseWord(text: string): string {
  if (isPlain(text)) return text.toUpperCase();
  const plain = folded(text).replace(/\s+/gu, '');
  const bare = withoutRemarks(plain);
  // A cell that is nothing but a remark keeps it: dropping it would make the cell look empty.
  return (bare === '' ? plain : bare).toUpperCase();
}

/** The form of values that are kept as they are: ids and names are trimmed and folded to half width, no more. */
export function cleanText(text: string): string {
  return isPlain(text) ? text : folded(text).trim();
}

/**
 * Full width folded to half, by compatibility. What is longer than any name, and what has more marks upon one letter than
 * any script (Unicode Standard Annex #15, Stream-Safe Text Format), stays as it is: folded, the one may be eighteen times
 * as long, and the other takes a time that grows with the square of the marks.
 */
function folded(text: string): string {
  const isLeft = text.length > LONGEST_NAME || (text.length > MOST_MARKS && MARKS.test(text));
  return isLeft ? text : text.normalize('NFKC');
}

const LONGEST_NAME = 1000;
const MOST_MARKS = 30;
const MARKS = /\p{M}{31}/u;

/** Half width, without space or bracket, as most ids are: there is nothing to fold or to drop. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= SPACE || code > TILDE || code === OPENING || code === CLOSING) return false;
  }
  return true;
}

const SPACE = 0x20;
const TILDE = 0x7e;
const OPENING = 0x28;
const CLOSING = 0x29;

/** Drops each closed pair of brackets and what it holds. One pass, however many there are and however deep they stand. */
function withoutRemarks(text: string): string {
  if (!text.includes('(')) return text;
  const kept: string[] = [];
  const opened: number[] = []; // where in what is kept
  let from = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    const openedAt = bracket === ')' ? opened.pop() : undefined;
    if (openedAt !== undefined) kept.length = openedAt;
    else {
      kept.push(text.slice(from, index));
      if (bracket === '(') opened.push(kept.length);
      kept.push(bracket);
    }
    from = index + 1;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
