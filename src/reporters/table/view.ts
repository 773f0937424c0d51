import type { Language, Words } from '../../model/words.ts';
import { type Paint, paint } from '../paint.ts';
import type { Screen } from '../reporter.ts';

/** What the parts of the screen share: its size, its colours, its language. */
export interface View {
  readonly screen: Screen;
  readonly columns: number;
  readonly language: Language;
  readonly paint: Paint;
  /** The words in the language of the screen. */
  readonly say: (words: Words) => string;
}

const NARROWEST = 60;

export function view(screen: Screen): View {
  const { language, colour } = screen;
  const columns = Math.max(screen.columns, NARROWEST) - 1; // some terminals break a line that fills the last column
  return { screen, columns, language, paint: paint(colour), say: (words) => words[language] };
}
