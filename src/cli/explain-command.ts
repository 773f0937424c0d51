import { explain } from '../profiles/explanation.ts';
import { explanationText, overviewText } from '../profiles/explanation-text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import type { Surroundings } from './surroundings.ts';
import { wrapped } from './wrapped.ts';

/** Says in words what a measure, an indicator or a diagnostic code is; without one, what there is to ask about. */
export async function explainCommand(words: readonly string[], { io, language }: Surroundings): Promise<ExitCode> {
  const texts =
    words.length === 0
      ? [overviewText(language)]
      : words.map((word) => explanationText(explain(word.toLowerCase()), language));
  await write(io.stdout, wrapped(texts.join('\n'), io));
  return exitCodes.clean;
}
