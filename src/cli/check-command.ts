import { check } from '../check.ts';
import type { Report } from '../model/report.ts';
import { destinations, findings, limitsOf, onlyIds, type RawCheckOptions } from './check-options.ts';
import { encodingNamed } from './encoding-option.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openLedgers } from './ledger-arguments.ts';
import { Outputs } from './outputs.ts';
import { writeReport } from './report-writing.ts';
import { screenOf } from './screen.ts';
import { readSettings } from './settings.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';
import { version } from './version.ts';

/** The main job: reads ledgers, reports, and answers with the exit code. */
export async function checkCommand(
  names: readonly string[],
  options: RawCheckOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const targets = destinations(options);
  const failOn = findings(options.failOn);
  const only = onlyIds(options.only);
  const screen = screenOf(options, io, language);
  const outputs = new Outputs(io.cwd, names);
  return withCleanUp(outputs, async () => {
    for (const { file } of targets) if (file !== null) await outputs.refuse(file, true);
    const report = await reportOn(names, options, { io, only });
    await writeReport(report, targets, { outputs, screen, io });
    return exitCode(report, { failOn, allowIncomplete: options.allowIncomplete ?? false });
  });
}

async function reportOn(
  names: readonly string[],
  options: RawCheckOptions,
  { io, only }: { readonly io: Io; readonly only: readonly string[] | null },
): Promise<Report> {
  const settings = await readSettings({ cwd: io.cwd, config: options.config, profile: options.profile });
  const opened = await openLedgers(names, { cwd: io.cwd, stdin: io.stdin, register: options.register });
  try {
    return await check(opened.ledgers, {
      settings,
      period: options.period ?? null,
      encoding: encodingNamed(options.encoding),
      limits: limitsOf(options.limit ?? [], settings.limits),
      only,
      showValues: options.showValues ?? false,
      version,
      command: ['fp-check', ...names.map(quoted)].join(' '),
    });
  } finally {
    await opened.close();
  }
}

/** A word as it is typed in a shell. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
