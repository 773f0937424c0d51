/**
 * The form in which headers, sheet names and code words are compared: full width folded to half, white space and
 * bracketed remarks dropped, Latin letters in capitals.
 */
export function normaliseWord(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const bare = plain.replace(/\([^()]*\)/gu, '');
  // A cell that is nothing but a remark keeps it: dropping it would make the cell look empty.
  return (bare === '' ? plain : bare).toUpperCase();
}

/** The form of values that are kept as they are: ids and names are trimmed and folded to half width, no more. */
export function cleanText(text: string): string {
  return text.normalize('NFKC').trim();
}
