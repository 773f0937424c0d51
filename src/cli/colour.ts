import type { Io } from './io.ts';

/** Whether to colour: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether a terminal is there. Decided here only. */
export function wantsColour(option: boolean, { env, stdout }: Pick<Io, 'env' | 'stdout'>): boolean {
  if (!option || env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
