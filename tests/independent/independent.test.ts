import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/engine/period.ts';
import type { Report } from '../../src/model/report.ts';
import { builtInNames } from '../../src/profiles/built-in-profiles.ts';
import { FIXTURES, folder } from '../cli/folder.ts';
import { screening } from '../cli/screen.ts';
import { differences } from '../engine/expected-figures.ts';
import { ledgerFiles } from './ledger-files.ts';
import { randomConfiguration } from './random-configuration.ts';
import { randomRun } from './random-ledger.ts';
import { type SecondOpinion, secondOpinion, secondOpinions, whyNotAsked } from './second-opinion.ts';

const PERIODS = ['2025-06', '2024-02-28', '2025-Q1', '2024', '2025-06-15', '2023-H1'];
/** More of them may be asked for, to hunt for a difference. */
const RANDOM_LEDGERS = Number(process.env['FP_CHECK_RANDOM_LEDGERS'] ?? 12);

const missing = await whyNotAsked();

test(`the independent script can be asked${missing === null ? '' : ` (${missing})`}`, ({ skip }) => {
  skip(missing !== null && process.env['CI'] === undefined);
  expect(missing).toBeNull();
});

describe.skipIf(missing !== null)(
  `an independent script agrees${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    describe.each([
      ['2025-05.xlsx', '2025-05'],
      ['2025-06.xlsx', '2025-06'],
      ['2025-06-csv', '2025-06'],
    ])('on the shipped %s', (ledger, period) => {
      let opinions: Readonly<Record<string, SecondOpinion>> = {};
      beforeAll(async () => {
        opinions = await secondOpinions([ledger, period], FIXTURES);
      });

      test.each(builtInNames)('under %s', async (name) => {
        const argv = [ledger, '-p', period, '--profile', name];
        expect(disagreements(await reportOn(argv, FIXTURES), opinions[name])).toEqual([]);
      });
    });

    const examples = join(FIXTURES, 'examples');
    test.each(readdirSync(examples).sort())('on example %s, in what the example leaves free too', async (name) => {
      const cwd = join(examples, name);
      const argv: readonly string[] = JSON.parse(readFileSync(join(cwd, 'args.json'), 'utf8')); // our own file
      const report = await reportOn(argv, cwd);
      const opinion = await secondOpinion(scriptWords(argv, report), cwd);
      expect(disagreements(report, opinion)).toEqual([]);
    });

    const seeds = Array.from({ length: RANDOM_LEDGERS }, (_, index) => index + 1);
    test.each(seeds)('on random ledgers, seed %i, under every profile and a configuration', async (seed) => {
      const period = PERIODS[seed % PERIODS.length] ?? '2025-06';
      const end = parsePeriod(period);
      if (end === undefined) throw new Error(`${period} is no period.`);
      const ledgers = randomRun(seed, end);
      const form = seed % 2 === 0 ? 'workbook' : 'tables';
      const names = ledgers.map((_, index) => (form === 'workbook' ? `${index}.xlsx` : `${index}`));
      const files = await Promise.all(
        ledgers.map((registers, index) => ledgerFiles(names[index] ?? '', registers, form)),
      );
      const cwd = folder({ ...Object.assign({}, ...files), 'c.json': Buffer.from(randomConfiguration(seed)) });

      const opinions = await secondOpinions([...names, period], cwd);
      for (const name of builtInNames)
        expect(
          disagreements(await reportOn([...names, '-p', period, '--profile', name], cwd), opinions[name]),
          name,
        ).toEqual([]);

      const configured = await reportOn([...names, '-p', period, '-c', 'c.json'], cwd);
      expect(disagreements(configured, await secondOpinion(['--config', 'c.json', ...names, period], cwd))).toEqual([]);
    });
  },
);

async function reportOn(argv: readonly string[], cwd: string): Promise<Report> {
  const { stdout, stderr } = await screening([...argv, '-f', 'json'], { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout); // fp-check's own form
}

/** Everything in which the two differ, areas and their order included. */
function disagreements(report: Report, opinion: SecondOpinion | undefined): readonly string[] {
  if (opinion === undefined) return ['the script has no opinion'];
  const [ours, theirs] = [report.areas, opinion.areas].map((areas) => areas.map(({ code, name }) => `${code} ${name}`));
  return [
    ...differences(report, opinion),
    ...(String(ours) === String(theirs) ? [] : [`areas: ${ours}, expected ${theirs}`]),
  ];
}

/** Our words in the order of the script, which takes the period last and never guesses it. */
function scriptWords(argv: readonly string[], { period }: Report): readonly string[] {
  const at = argv.indexOf('--config');
  const options = at < 0 ? [] : argv.slice(at, at + 2);
  const ledgers = argv.slice(0, argv.findIndex((word) => word.startsWith('-')) >>> 0);
  return [...options, ...ledgers, period.to];
}
