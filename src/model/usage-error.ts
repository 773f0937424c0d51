import type { DiagnosticCode } from './diagnostic.ts';
import type { Words } from './words.ts';

/** A mistake of the user's, or a file that cannot be read: told as a sentence, exit code 2. Never a bug of ours. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;
  /** Where the reason has a code of its own, which can be explained. */
  readonly code: DiagnosticCode | undefined;

  constructor(words: Words, code?: DiagnosticCode) {
    super(words.en);
    this.words = words;
    this.code = code;
  }

  /** The same error, with what went wrong besides. */
  and({ words: { zh, en } }: UsageError): UsageError {
    return new UsageError({ zh: `${this.words.zh}${zh}`, en: `${this.words.en} ${en}` }, this.code);
  }
}
