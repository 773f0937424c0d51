import { checkRun } from '../check.ts';
import type { CheckedRun } from '../engine/checked-run.ts';
import { periodNamed } from '../engine/run-period.ts';
import type { Ledger } from '../model/sheet.ts';
import { reporters } from '../reporters/index.ts';
import type { Annotation, AnnotationPlaces } from './annotation.ts';
import type { OpenBatch, Opening } from './batch.ts';
import { batchInputs } from './batch-options.ts';
import { findings, limitsOf, onlyIds, type RawCheckOptions } from './check-options.ts';
import { destinations } from './destinations.ts';
import { encodingNamed } from './encoding-option.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Io, write } from './io.ts';
import { openMonths } from './ledger-arguments.ts';
import { Outputs } from './outputs.ts';
import { progressOf } from './progress.ts';
import { leastNumber, outgoing, publishedLast } from './publication.ts';
import { writeReport } from './report-writing.ts';
import { screenOf } from './screen.ts';
import { readSettings } from './settings.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';
import { commandWith } from './typed-command.ts';
import { version } from './version.ts';

/** The main job: reads ledgers, reports, and answers with the exit code. */
export async function checkCommand(
  names: readonly string[],
  options: RawCheckOptions,
  { io, language, typed }: Surroundings,
): Promise<ExitCode> {
  const targets = destinations(options, reporters);
  const failOn = findings(options.failOn, options.expected !== undefined);
  const only = onlyIds(options.only);
  leastNumber(options); // before anything is read
  const inputs = [...publishedLast(options), ...batchInputs(options)];
  const screen = screenOf(options, io, language);
  const force = options.force ?? false;
  const settings = await readSettings({ io, config: options.config, profile: options.profile });
  const limits = limitsOf(options.limit ?? [], settings.limits);
  const parsing = { encoding: encodingNamed(options.encoding), limits };
  const command = commandWith('--period', typed);
  const period = periodNamed({ settings, period: options.period ?? null, command });
  const opened = await openMonths([options.last ?? [], names], { io, register: options.register, limits });
  const [last = [], named = []] = opened.months;
  const outputs = new Outputs(io, [...opened.paths, ...inputs, ...settings.files]);
  return withCleanUp(outputs, async () => {
    const attempt = async (batch: OpenBatch) => {
      const { ledgers, see, seeRepeated } = batch;
      const progress = progressOf(ledgers, { io, language });
      const copies = await copiesAsked(options, { io, ledgers });
      await refuseNames(copies, { outputs, force });
      for (const { file } of targets) if (file !== null) await outputs.refuse(file, true);
      const observation = await observationFor(copies, only);
      const seen = { see, seeRepeated, progress: progress.see, observer: observation };
      const run = { ...parsing, ...seen, settings, only, period, showValues: options.showValues ?? false, version };
      const checked = await checkRun(ledgers, run).finally(progress.end);
      return { batch, copies, observation, checked };
    };
    const first = await batchOf(options, { io, ledgers: named, last, settings, parsing });
    const { batch, copies, observation, checked } = await attempt(first).catch(async (error: unknown) =>
      attempt(await first.withoutBroken(error)),
    );
    if (observation !== undefined)
      await stageCopies(copies, checked, { outputs, limits, language, force, observation });
    const report = await batch.reportOn(checked);
    await writeReport(await outgoing(report, options, io), targets, {
      outputs,
      screen: { ...screen, configuration: settings.configuration },
      io,
    });
    await tellOfFindings(options, copies, { io, language });
    return exitCode(report, { failOn, allowIncomplete: options.allowIncomplete ?? false });
  }).finally(opened.close);
}

/** The ledgers held against a list of villages, where there is one; else as they are. */
async function batchOf(options: RawCheckOptions, opening: Opening): Promise<OpenBatch> {
  if (options.expected === undefined) {
    const { ledgers } = opening;
    return {
      ledgers,
      see: undefined,
      seeRepeated: undefined,
      reportOn: async ({ report }) => report,
      withoutBroken: (thrown) => Promise.reject(thrown),
    };
  }
  const { openBatch } = await import('./batch.ts');
  return openBatch(options.expected, options, opening);
}

/** The code that annotates is loaded only where a copy is asked for. */
async function copiesAsked(
  { annotate, findings: alone }: RawCheckOptions,
  { io, ledgers }: { readonly io: Io; readonly ledgers: readonly Ledger[] },
): Promise<readonly Annotation[]> {
  const results = alone === undefined ? [] : [{ ledger: null, path: alone }];
  if (annotate === undefined) return results;
  const { annotations } = await import('./annotation.ts');
  return [...(await annotations({ target: annotate, io, ledgers })), ...results];
}

async function refuseNames(
  copies: readonly Annotation[],
  places: Pick<AnnotationPlaces, 'outputs' | 'force'>,
): Promise<void> {
  if (copies.length === 0) return;
  const { refuseCopies } = await import('./annotation.ts');
  await refuseCopies(copies, places);
}

/** Says so where a copy was asked for and the results had to be written alone. */
async function tellOfFindings(
  { annotate, findings: alone }: RawCheckOptions,
  copies: readonly Annotation[],
  { io, language }: Pick<Surroundings, 'io' | 'language'>,
): Promise<void> {
  if (annotate === undefined) return;
  const { findingsNote } = await import('./annotation.ts');
  const asked = copies.filter(({ path }) => path !== alone);
  for (const note of asked.flatMap((copy) => findingsNote(copy) ?? []))
    await write(io.stderr, `fp-check: ${note[language]}\n`);
}

/** Gathers what copies need while the ledgers are read, so that they are read once. */
async function observationFor(copies: readonly Annotation[], only: readonly string[] | null) {
  if (copies.length === 0) return undefined;
  const { RunObservation } = await import('../workbook/run-observation.ts');
  return new RunObservation(only);
}

async function stageCopies(
  copies: readonly Annotation[],
  checked: CheckedRun,
  places: AnnotationPlaces,
): Promise<void> {
  const { stageAnnotations } = await import('./annotation.ts');
  await stageAnnotations(copies, checked, places);
}
