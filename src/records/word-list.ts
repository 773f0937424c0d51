import { normaliseWord } from './normalise.ts';
import { mayBeTraditional, simplify } from './traditional.ts';

/** Words and what each means. */
export interface WordList<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** True without words of the user's: only then do we know which characters can be traditional forms of ours. */
  readonly isOurs: boolean;
}

export type Entry<T> = readonly [word: string, meaning: T];

/** A list of our words, and of the user's, which come before ours where they are the same. */
export function wordList<T>(ours: readonly Entry<T>[], own: readonly Entry<T>[] = []): WordList<T> {
  const normalised = (entries: readonly Entry<T>[]) => entries.map(([word, is]) => [normaliseWord(word), is] as const);
  const simplified = normalised(own.map(([word, is]) => [HAN.test(word) ? simplify(word) : word, is]));
  return { meanings: new Map([...simplified, ...normalised(ours), ...normalised(own)]), isOurs: own.length === 0 };
}

/** What a word means: as it stands or, where that is nothing, in simplified characters. */
export function meaningOf<T>({ meanings, isOurs }: WordList<T>, text: string): T | undefined {
  const word = normaliseWord(text);
  const meaning = meanings.get(word);
  if (meaning !== undefined) return meaning;
  const isWorthFolding = isOurs ? mayBeTraditional(word) : HAN.test(word);
  return isWorthFolding ? meanings.get(normaliseWord(simplify(word))) : undefined;
}

const HAN = /\p{Script=Han}/u;
