import { reporters } from '../reporters/index.ts';
import type { RawCheckOptions } from './check-options.ts';
import { destinations } from './destinations.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { Outputs } from './outputs.ts';
import { leastNumber, outgoing, publishedLast } from './publication.ts';
import { readReport } from './report-reading.ts';
import { writeReport } from './report-writing.ts';
import { screenOf } from './screen.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';

export type RawRenderOptions = Pick<
  RawCheckOptions,
  'format' | 'output' | 'by' | 'color' | 'quiet' | 'verbose' | 'publish' | 'published'
>;

/** Writes a saved report in any format. Its verdicts stand as they were saved, and do not decide the exit code. */
export async function renderCommand(
  file: string,
  options: RawRenderOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const targets = destinations(options, reporters);
  const screen = screenOf(options, io, language);
  leastNumber(options); // before anything is read
  const outputs = new Outputs(io, [...(file === '-' ? [] : [file]), ...publishedLast(options)]);
  return withCleanUp(outputs, async () => {
    const report = await outgoing(await readReport(file, io), options, io);
    await writeReport(report, targets, { outputs, screen, io });
    return exitCodes.clean;
  });
}
