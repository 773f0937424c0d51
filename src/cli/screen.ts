import type { Language } from '../model/words.ts';
import type { Screen } from '../reporters/reporter.ts';
import type { RawCheckOptions } from './check-options.ts';
import { wantsColour } from './colour.ts';
import type { Io } from './io.ts';
import { oneOf } from './known-words.ts';
import { isPiped } from './pager.ts';

const USUAL_COLUMNS = 100; // where there is no terminal to ask
const FEWEST_COLUMNS = 60;

export function screenOf(
  options: Pick<RawCheckOptions, 'by' | 'quiet' | 'verbose' | 'color'>,
  io: Io,
  language: Language,
  areas: readonly Screen['by'][] = ['total', 'town', 'village'],
): Screen {
  return {
    language,
    columns: columnsOf(io),
    colour: wantsColour(options.color, io),
    by: oneOf(options.by ?? 'total', areas, { option: '--by' }),
    verbosity: options.quiet === true ? 'quiet' : options.verbose === true ? 'verbose' : 'normal',
    configuration: null,
  };
}

/** The columns of the terminal, or of the variable that says otherwise. A pager has those of the terminal that errors go to. */
export function columnsOf({ env, stdout, stderr }: Pick<Io, 'env' | 'stdout' | 'stderr'>): number {
  const paged = isPiped({ stdout }) ? stderr.columns : undefined;
  return Math.max(FEWEST_COLUMNS, Number(env['COLUMNS']) || stdout.columns || paged || USUAL_COLUMNS);
}
