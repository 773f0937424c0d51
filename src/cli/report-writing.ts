import type { Report } from '../model/report.ts';
import { type FormatName, reporters } from '../reporters/index.ts';
import type { Screen } from '../reporters/reporter.ts';
import type { Destination } from './destinations.ts';
import { type Io, write } from './io.ts';
import type { Outputs } from './outputs.ts';

interface Places {
  readonly outputs: Outputs;
  readonly screen: Screen;
  readonly io: Pick<Io, 'stdout'>;
}

/** Writes a report in every format asked for: all of its files, or none. */
export async function writeReport(
  report: Report,
  targets: readonly Destination<FormatName>[],
  { outputs, screen, io }: Places,
): Promise<void> {
  for (const { format, file } of targets) {
    const reporter = await reporters[format].load();
    const text = reporter(report, file === null ? screen : { ...screen, colour: false });
    if (file === null) await write(io.stdout, text);
    else await outputs.stage({ path: file, content: text, replaces: true });
  }
  await outputs.publish();
}
