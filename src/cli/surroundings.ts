import type { Language } from '../model/words.ts';
import type { Io } from './io.ts';

/** Where a command runs, and the language of what it says. */
export interface Surroundings {
  readonly io: Io;
  readonly language: Language;
}
