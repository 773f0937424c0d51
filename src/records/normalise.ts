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

/** A text without its spaces, but that two numbers stay apart: 2025 3 is no serial. */
export function withoutSpaces(text: string): string {
  const isDigit = (character = '') => /\d/.test(character);
  return text.replace(/\s+/g, (spaces, at: number) =>
    isDigit(text[at - 1]) && isDigit(text[at + spaces.length]) ? ' ' : '',
  );
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
    if (code > LAST_PLAIN || PLAIN[code] !== 1) return false;
  }
  return true;
}

/** By opening bracket, the closing one. Round ones of full width have been folded. */
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['【', '】'],
  ['〔', '〕'],
]);
const ANY_BRACKET = /[()[\]{}【】〔〕]/g;

const [FIRST_PLAIN, LAST_PLAIN] = [0x21, 0x7e];
const PLAIN = Uint8Array.from({ length: LAST_PLAIN + 1 }, (_, code) =>
  code >= FIRST_PLAIN && String.fromCharCode(code).search(ANY_BRACKET) < 0 ? 1 : 0,
);

/** Drops each closed pair of brackets and what it holds. One pass, however many there are and however deep they stand. */
function withoutRemarks(text: string): string {
  if (text.search(ANY_BRACKET) < 0) return text;
  const kept: string[] = [];
  const opened: { readonly closing: string; readonly at: number }[] = []; // where in what is kept
  let from = 0;
  for (const { 0: bracket, index } of text.matchAll(ANY_BRACKET)) {
    const closing = BRACKETS.get(bracket);
    const isClosed = opened.at(-1)?.closing === bracket;
    if (isClosed) kept.length = opened.pop()?.at ?? 0;
    else {
      kept.push(text.slice(from, index));
      if (closing !== undefined) opened.push({ closing, at: kept.length });
      kept.push(bracket);
    }
    from = index + 1;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
