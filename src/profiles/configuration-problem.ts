import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';

/** One thing wrong with a configuration: a sentence without its full stop, and the line it is about. */
export interface Problem {
  readonly line: number;
  readonly words: Words;
}

/** The error that tells all that is wrong with one file, in the order of its lines. */
export function refusal(file: string, problems: readonly Problem[]): UsageError {
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  const told = inOrder.slice(0, MOST_TOLD);
  const rest = inOrder.length - told.length;
  return new UsageError({
    zh: [
      ...told.map(({ line, words }) => `${file} 第 ${line} 行：${ended(words.zh, '。')}`),
      ...(rest > 0 ? [`还有 ${rest} 处。`] : []),
    ].join('\n'),
    en: [
      ...told.map(({ line, words }) => `${file}, line ${line}: ${ended(words.en, '.')}`),
      ...(rest > 0 ? [`There are ${rest} more.`] : []),
    ].join('\n'),
  });
}

/** “X” is unknown, and what may have been meant. */
export function unknownWord(word: string, what: Words, known: { meant: string | null; all: readonly string[] }): Words {
  const { meant, all } = known;
  return {
    zh: `没有叫“${word}”的${what.zh}${meant === null ? '' : `，是不是“${meant}”？`}${all.length > MOST_LISTED ? '' : `（可用：${all.join('、')}）`}`,
    en: `“${word}” is no ${what.en}${meant === null ? '' : `: did you mean “${meant}”?`}${all.length > MOST_LISTED ? '' : ` (known: ${all.join(', ')})`}`,
  };
}

/** A question has its mark already. */
function ended(sentence: string, stop: string): string {
  return /[?？]$/.test(sentence) ? sentence : sentence + stop;
}

// A screen's worth: who mends ten runs again.
const MOST_TOLD = 10;
const MOST_LISTED = 20;
