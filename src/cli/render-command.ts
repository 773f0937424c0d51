import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reporters } from '../reporters/index.ts';
import { savedReport } from '../saved/saved-report.ts';
import type { RawCheckOptions } from './check-options.ts';
import { destinations } from './destinations.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { fileError } from './file-error.ts';
import type { Io } from './io.ts';
import { Outputs } from './outputs.ts';
import { writeReport } from './report-writing.ts';
import { screenOf } from './screen.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';

export type RawRenderOptions = Pick<RawCheckOptions, 'format' | 'output' | 'by' | 'color' | 'quiet' | 'verbose'>;

/** Writes a saved report in any format. Its verdicts stand as they were saved, and do not decide the exit code. */
export async function renderCommand(
  file: string,
  options: RawRenderOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const targets = destinations(options, reporters);
  const screen = screenOf(options, io, language);
  const outputs = new Outputs(io.cwd, file === '-' ? [] : [file]);
  return withCleanUp(outputs, async () => {
    await writeReport(await readReport(file, io), targets, { outputs, screen, io });
    return exitCodes.clean;
  });
}

/** A saved report; `-` is standard input. Throws a UsageError for a file that is not there, or no report. */
export async function readReport(file: string, io: Io) {
  return savedReport(file === '-' ? await textOf(io.stdin) : await textIn(file, io.cwd), file);
}

async function textIn(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw fileError(error, file);
  }
}

async function textOf(stdin: Io['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
