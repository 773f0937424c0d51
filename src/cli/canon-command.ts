import { resolve } from 'node:path';
import { canon } from '../diff/canon.ts';
import { limitsOf, type RawCheckOptions } from './check-options.ts';
import { encodingNamed } from './encoding-option.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { fileError } from './file-error.ts';
import { type Io, write } from './io.ts';
import { openLedgers } from './ledger-arguments.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface RawCanonOptions extends Pick<RawCheckOptions, 'period' | 'config' | 'encoding' | 'limit'> {
  readonly keyFile?: string;
}

/** A ledger as canonical text for reviews: sorted, ids as keyed digests. */
export async function canonCommand(name: string, options: RawCanonOptions, { io }: Surroundings): Promise<ExitCode> {
  const key = await keyOf(options.keyFile, io);
  const settings = await readSettings({ io, config: options.config, profile: undefined });
  const limits = limitsOf(options.limit ?? [], settings.limits);
  const opened = await openLedgers([name], { io, register: undefined, limits });
  try {
    const text = await canon(opened.ledgers, key, {
      settings,
      period: options.period ?? null,
      encoding: encodingNamed(options.encoding),
      limits,
    });
    await write(io.stdout, text);
    return exitCodes.clean;
  } finally {
    await opened.close();
  }
}

/** The key of the digests: a file's content, else the variable; empty where there is none, which canon refuses. */
async function keyOf(file: string | undefined, { cwd, env, files }: Io): Promise<string> {
  if (file === undefined) return env['FP_CHECK_KEY'] ?? '';
  try {
    return (await files.readFile(resolve(cwd, file), 'utf8')).trimEnd();
  } catch (error) {
    throw fileError(error, file);
  }
}
