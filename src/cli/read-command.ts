import { read } from '../read.ts';
import { jsonText } from '../reporters/json.ts';
import { readingTable, suggestedConfiguration } from '../reporters/reading.ts';
import { limitsOf, type RawCheckOptions } from './check-options.ts';
import { encodingNamed } from './encoding-option.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { oneOf } from './known-words.ts';
import { openLedgers } from './ledger-arguments.ts';
import { screenOf } from './screen.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { version } from './version.ts';

export interface RawReadOptions
  extends Pick<
    RawCheckOptions,
    'period' | 'config' | 'encoding' | 'register' | 'limit' | 'showValues' | 'color' | 'verbose'
  > {
  readonly format?: string;
  readonly suggest?: boolean;
}

/** What would be read: the reading report, nothing evaluated. Exits 1 where a cell, column or sheet is an error. */
export async function readCommand(
  names: readonly string[],
  options: RawReadOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'table', ['table', 'json'], { option: '--format' });
  const encoding = encodingNamed(options.encoding);
  const settings = await readSettings({ io, config: options.config, profile: undefined });
  const limits = limitsOf(options.limit ?? [], settings.limits);
  const opened = await openLedgers(names, { io, register: options.register, limits });
  try {
    const period = options.period ?? null;
    const report = await read(opened.ledgers, {
      settings,
      period,
      encoding,
      limits,
      showValues: options.showValues ?? false,
      version,
    });
    const screen = { ...screenOf(options, io, language), configuration: settings.configuration };
    const text =
      options.suggest === true
        ? suggestedConfiguration(report, screen)
        : format === 'json'
          ? jsonText(report)
          : readingTable(report, screen);
    await write(io.stdout, text);
    return report.summary.errors > 0 ? exitCodes.finding : exitCodes.clean;
  } finally {
    await opened.close();
  }
}
