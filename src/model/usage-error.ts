import type { Words } from './words.ts';

/** A mistake of the user's, or a file that cannot be read: told as a sentence, exit code 2. Never a bug of ours. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
