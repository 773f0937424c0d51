/** The candidate that a misspelt word is nearest to; `null` where none is near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const meant = word.slice(0, LONGEST).toLowerCase();
  const characters = [...meant];
  let best: string | null = null;
  // Up to a third of a word may be wrong, and always one character: more is another word.
  let within = Math.max(1, Math.floor(meant.length / 3));
  for (const candidate of candidates) {
    const others = [...candidate.toLowerCase()];
    // So many characters at least are too many or too few: most candidates need no closer look.
    if (Math.abs(others.length - characters.length) > within) continue;
    const steps = distance(characters, others);
    if (steps < within || (steps === within && best === null)) [best, within] = [candidate, steps];
  }
  return best;
}

// No key is longer; a longer word is cut, so that no input costs more than a moment.
const LONGEST = 80;

/** Levenshtein: the least number of characters to insert, delete or replace. */
function distance(from: readonly string[], to: readonly string[]): number {
  let above = [0, ...to.map((_, index) => index + 1)];
  for (const [row, character] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (above[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
