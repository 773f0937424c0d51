import { diff } from '../diff/diff.ts';
import { exitCodeOf, failures } from '../diff/exit-code.ts';
import { diffReporters } from '../diff/reporters/index.ts';
import { limitsOf, onlyIds, type RawCheckOptions } from './check-options.ts';
import { destinations } from './destinations.ts';
import { encodingNamed } from './encoding-option.ts';
import type { ExitCode } from './exit-code.ts';
import { write } from './io.ts';
import { someOf } from './known-words.ts';
import { openMonths } from './ledger-arguments.ts';
import { Outputs } from './outputs.ts';
import { refuseOtherThanPeriod } from './period-option.ts';
import { screenOf } from './screen.ts';
import { readSettings } from './settings.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';
import { commandWith } from './typed-command.ts';
import { version } from './version.ts';
import { refuseOtherEnding } from './workbook-name.ts';

export interface RawDiffOptions extends Omit<RawCheckOptions, 'annotate' | 'allowIncomplete' | 'register' | 'force'> {
  readonly periodBefore?: string;
  readonly profileBefore?: string;
  readonly configBefore?: string;
}

/** Compares two months of one area: what moved each measure, and which closed months were rewritten. */
export async function diffCommand(
  [before, after]: readonly [string, string],
  options: RawDiffOptions,
  { io, language, typed }: Surroundings,
): Promise<ExitCode> {
  const targets = destinations(options, diffReporters);
  const failOn = failuresNamed(options.failOn);
  const only = onlyIds(options.only);
  refuseOtherThanPeriod(options.periodBefore, '--period-before');
  const screen = screenOf(options, io, language, ['total', 'village']);
  const settings = await readSettings({ io, config: options.config, profile: options.profile });
  const earlier = await earlierSettings(options, io);
  const limits = limitsOf(options.limit ?? [], settings.limits);
  const opened = await openMonths([[before], [after]], { io, register: undefined, limits });
  const [old = [], fresh = []] = opened.months;
  const outputs = new Outputs(io, [...opened.paths, ...settings.files, ...(earlier?.files ?? [])]);
  return withCleanUp(outputs, async () => {
    for (const { format, file } of targets) {
      if (file !== null) await outputs.refuse(file, true);
      if (file !== null && format === 'xlsx') refuseOtherEnding(file);
    }
    const difference = await diff(old, fresh, {
      before: {
        settings: earlier ?? settings,
        period: options.periodBefore ?? options.period ?? null,
        command: commandWith('--period-before', typed),
      },
      after: { settings, period: options.period ?? null, command: commandWith('--period', typed) },
      encoding: encodingNamed(options.encoding),
      limits,
      only,
      showValues: options.showValues ?? false,
      version,
    });
    for (const { format, file } of targets) {
      const reporter = await diffReporters[format].load();
      const content = await reporter(difference, file === null ? screen : { ...screen, colour: false });
      if (file !== null) await outputs.stage({ path: file, content, replaces: true });
      else await write(io.stdout, content);
    }
    await outputs.publish();
    return exitCodeOf(difference, failOn);
  }).finally(opened.close);
}

/** The settings of the first month, where they are not those of the second. */
async function earlierSettings(
  { configBefore, profileBefore, config, profile }: RawDiffOptions,
  io: Surroundings['io'],
) {
  if (configBefore === undefined && profileBefore === undefined) return undefined;
  return readSettings({ io, config: configBefore ?? config, profile: profileBefore ?? profile });
}

function failuresNamed(text = 'worse,closed') {
  return someOf(text, { option: '--fail-on', known: failures, example: 'worse,closed', canBeNone: true });
}
