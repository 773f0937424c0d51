import type { Screen } from '../../src/reporters/reporter.ts';

/** A common screen, but for what a test is about. */
export function screen(known: Partial<Screen> = {}): Screen {
  return {
    language: 'zh',
    columns: 120,
    colour: false,
    by: 'total',
    verbosity: 'normal',
    configuration: null,
    ...known,
  };
}
