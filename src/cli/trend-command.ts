import { trendTable } from '../diff/reporters/trend-table.ts';
import { trend } from '../diff/trend.ts';
import { jsonText } from '../reporters/json.ts';
import { limitsOf, onlyIds, type RawCheckOptions } from './check-options.ts';
import { encodingNamed } from './encoding-option.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { oneOf } from './known-words.ts';
import { openLedgers } from './ledger-arguments.ts';
import { screenOf } from './screen.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { version } from './version.ts';

export interface RawTrendOptions
  extends Pick<RawCheckOptions, 'profile' | 'config' | 'only' | 'encoding' | 'limit' | 'color' | 'quiet' | 'verbose'> {
  readonly format?: string;
}

/** Lines several months up, in the order of their periods. */
export async function trendCommand(
  names: readonly string[],
  options: RawTrendOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'table', ['table', 'json'], { option: '--format' });
  const only = onlyIds(options.only);
  const settings = await readSettings({ io, config: options.config, profile: options.profile });
  const limits = limitsOf(options.limit ?? [], settings.limits);
  const opened = await openLedgers(names, { io, register: undefined, limits });
  try {
    const months = await trend(opened.ledgers, {
      settings,
      encoding: encodingNamed(options.encoding),
      limits,
      only,
      version,
    });
    const screen = screenOf(options, io, language);
    await write(io.stdout, format === 'json' ? jsonText(months) : trendTable(months, screen));
    return exitCodes.clean;
  } finally {
    await opened.close();
  }
}
