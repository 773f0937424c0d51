/**
 * The form in which headers, sheet names and code words are compared: full width folded to half, white space and
 * bracketed remarks dropped, Latin letters in capitals.
 */
export function normaliseWord(text: string): string {
  if (isPlain(text)) return text.toUpperCase();
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const bare = withoutRemarks(plain);
  // A cell that is nothing but a remark keeps it: dropping it would make the cell look empty.
  return (bare === '' ? plain : bare).toUpperCase();
}

/** The form of values that are kept as they are: ids and names are trimmed and folded to half width, no more. */
export function cleanText(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').trim();
}

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

/** Drops each closed pair of brackets and what it holds. One pass, however deep they stand in each other. */
function withoutRemarks(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  const opened: number[] = [];
  for (const character of text) {
    const from = character === ')' ? opened.pop() : undefined;
    if (from !== undefined) {
      kept = kept.slice(0, from);
      continue;
    }
    if (character === '(') opened.push(kept.length);
    kept += character;
  }
  return kept;
}
