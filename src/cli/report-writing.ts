import { devNull } from 'node:os';
import type { Report } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import { type FormatName, reporters } from '../reporters/index.ts';
import type { Screen } from '../reporters/reporter.ts';
import type { Destination } from './destinations.ts';
import { type Io, write } from './io.ts';
import type { Outputs } from './outputs.ts';

interface Places {
  readonly outputs: Outputs;
  readonly screen: Screen;
  readonly io: Pick<Io, 'stdout' | 'env'>;
}

/** Writes a report in every format asked for: all of its files, or none. */
export async function writeReport(
  report: Report,
  targets: readonly Destination<FormatName>[],
  places: Places,
): Promise<void> {
  const { outputs, screen, io } = places;
  for (const { format, file } of targets) {
    const reporter = await reporters[format].load();
    const text = reporter(report, file === null ? screen : { ...screen, colour: false });
    if (file === null) await write(io.stdout, text);
    else await outputs.stage({ path: file, content: text, replaces: true });
  }
  if (targets.some(({ format }) => format === 'github')) await addToJobSummary(report, places);
  await outputs.publish();
}

/** Annotations are few and short: where a job has a place for a summary, the page goes there, after what others wrote. */
async function addToJobSummary(report: Report, { outputs, screen, io }: Places): Promise<void> {
  const file = io.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '' || file === devNull) return;
  const { jobSummary } = await import('../reporters/job-summary.ts');
  const text = jobSummary(report, { ...screen, colour: false });
  await outputs.add(file, text).catch((error: unknown) => {
    throw error instanceof UsageError ? error.and(nobodyTyped) : error;
  });
}

const nobodyTyped = new UsageError({
  zh: '这个文件由环境变量 GITHUB_STEP_SUMMARY 指定。',
  en: 'The environment names this file, in GITHUB_STEP_SUMMARY.',
});
