import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';

export interface ListOption<T extends string> {
  readonly option: string;
  readonly known: readonly T[];
  /** A list as it should be written. */
  readonly example: string;
  /** Whether “none” can stand in place of the list. */
  readonly canBeNone?: boolean;
}

/** The words of an option that takes several, between commas. Throws a UsageError for one that is unknown. */
export function someOf<const T extends string>(text: string, list: ListOption<T>): readonly T[] {
  const { option, known, example, canBeNone = false } = list;
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  if (words.includes('')) throw lacksWord(option, text, example);
  if (!canBeNone) return words.map((word) => oneOf(word, known, { option }));
  if (words.length === 1 && words[0] === 'none') return [];
  if (words.includes('none')) throw noneAlone(option);
  return words.map((word) => oneOf(word, known, { option, others: ['none'] }));
}

/** One of some words, or a UsageError that names the nearest. */
export function oneOf<const T extends string>(
  word: string,
  known: readonly T[],
  { option, others = [] }: { readonly option: string; readonly others?: readonly string[] },
): T {
  const found = known.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  const all = [...known, ...others];
  const meant = nearest(word, all);
  throw new UsageError({
    zh: `${option} 不认识“${word}”。${meant === null ? '' : `是不是“${meant}”？`}可用：${all.join('、')}。`,
    en: `${option} does not know “${word}”.${meant === null ? '' : ` Did you mean “${meant}”?`} Expected: ${all.join(', ')}.`,
  });
}

function lacksWord(option: string, text: string, example: string): UsageError {
  if (text.trim() === '')
    return new UsageError({
      zh: `${option} 后面是空的。例如：${option} ${example}`,
      en: `${option} is given nothing. For example: ${option} ${example}`,
    });
  return new UsageError({
    zh: `${option} 的“${text}”多了一个逗号，或少了一项。例如：${option} ${example}`,
    en: `“${text}” for ${option} has a comma too many, or lacks a word. For example: ${option} ${example}`,
  });
}

function noneAlone(option: string): UsageError {
  return new UsageError({
    zh: `${option} 的 none 只能单独写：${option} none`,
    en: `The none of ${option} stands alone: ${option} none`,
  });
}
