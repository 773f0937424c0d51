import type { Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';

/** What a reporter may know of the place its text goes to. Decided once, by the command line. */
export interface Screen {
  /** What a person reads follows it; machine formats do not. */
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  readonly by: 'total' | 'town' | 'village';
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
  /** The configuration that was found or named, if any: whoever asks for all is told. A report holds what came of it. */
  readonly configuration: string | null;
}

/** Turns a report into a text. It writes nothing itself and sets no exit code. */
export type Reporter = (report: Report, screen: Screen) => string;
