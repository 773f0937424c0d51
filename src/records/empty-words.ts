import { EMPTY, UNKNOWN } from './cell.ts';
import { EMPTY_UNLESS_CODE, emptyWords, unknownWords } from './code-lists.ts';
import { traditionalCharacters } from './traditional-characters.ts';
import { type Entry, meaningOf, wordList } from './word-list.ts';

/** What some words mean in every column, unless the column has a code of that name. */
export const meaningAnywhere: readonly Entry<typeof EMPTY | typeof UNKNOWN>[] = [
  ...[...emptyWords, EMPTY_UNLESS_CODE].map((word) => [word, EMPTY] as const),
  ...unknownWords.map((word) => [word, UNKNOWN] as const),
];

/** What a text means in every column: nothing, or not known. `undefined` for all others. */
export function emptyOrUnknown(text: string): typeof EMPTY | typeof UNKNOWN | undefined {
  if (!mayMeanNothing(text)) return undefined;
  const trimmed = text.trim();
  if (trimmed === '') return EMPTY;
  const meaning = trimmed.length > LONGEST_UNKNOWN ? undefined : meaningOf(WORDS, trimmed);
  return trimmed.length > LONGEST_EMPTY && meaning === EMPTY ? undefined : meaning;
}

/** Whether a text begins as those do that mean nothing, or with space. Asked of every text there is: most do not. */
export function mayMeanNothing(text: string): boolean {
  return text === '' || BEGINNINGS[text.charCodeAt(0)] === 1;
}

const WORDS = wordList(meaningAnywhere);
const LONGEST_EMPTY = 12; // with spaces or a remark in it: 无（已于2025-03-05补做） says something
const LONGEST_UNKNOWN = 100; // whatever the remark, it is not known
const SPACES =
  '\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const FIRST_LETTERS = [...WORDS.meanings.keys()].flatMap((word) => [word.charAt(0), word.charAt(0).toLowerCase()]);
/** By the first character's code: 1 where a text may mean nothing. */
const BEGINNINGS = new Uint8Array(0x10000);
for (const letter of [
  ...SPACES,
  '(',
  '（',
  ...traditionalCharacters,
  ...FIRST_LETTERS,
  ...FIRST_LETTERS.map(fullWidth),
])
  BEGINNINGS[letter.charCodeAt(0)] = 1;

function fullWidth(letter: string): string {
  const code = letter.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter;
}
