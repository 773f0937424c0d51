import { EMPTY, UNKNOWN } from './cell.ts';
import { EMPTY_UNLESS_CODE, emptyWords, unknownWords } from './code-lists.ts';
import { mayBeTraditional } from './traditional.ts';
import { type Entry, meaningOf, wordList } from './word-list.ts';

/** What some words mean in every column, unless the column has a code of that name. */
export const meaningAnywhere: readonly Entry<typeof EMPTY | typeof UNKNOWN>[] = [
  ...[...emptyWords, EMPTY_UNLESS_CODE].map((word) => [word, EMPTY] as const),
  ...unknownWords.map((word) => [word, UNKNOWN] as const),
];

/** What a text means in every column: nothing, or not known. `undefined` for all others. */
export function emptyOrUnknown(text: string): typeof EMPTY | typeof UNKNOWN | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return EMPTY;
  // Asked of every text there is: most are told apart without looking closer.
  if (trimmed.length > LONGEST || !(BEGINNING.test(trimmed) || mayBeTraditional(trimmed.charAt(0)))) return undefined;
  return meaningOf(WORDS, trimmed);
}

const WORDS = wordList(meaningAnywhere);
const LONGEST = 12; // with spaces or a remark in it
const FIRST_LETTERS = [...WORDS.meanings.keys()].map((word) => word.charAt(0));
const BEGINNING = new RegExp(
  `^[(（${[...FIRST_LETTERS, ...FIRST_LETTERS.map(fullWidth)].join('').replace(/[\\\]^-]/g, '\\$&')}]`,
  'i',
);

function fullWidth(letter: string): string {
  const code = letter.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter;
}
