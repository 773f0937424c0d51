import type { Language } from '../model/words.ts';
import type { Io } from './io.ts';

/** Where a command runs, and the language of what it says. */
export interface Surroundings {
  readonly io: Io;
  readonly language: Language;
  /** The words of the command line, behind the program's name. */
  readonly typed: readonly string[];
}
