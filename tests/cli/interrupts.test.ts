import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from './folder.ts';
import { smallWorkbook } from './small-workbook.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');
const PRELOAD = new URL('./signal-at.mjs', import.meta.url).href;

const ledger = await smallWorkbook();
const before = { '2025-06.xlsx': ledger, 'copy.xlsx': 'former', 'table.csv': 'former' };
const RUN = '2025-06.xlsx --annotate copy.xlsx --force -f json=report.json -f csv=table.csv'.split(' ');
const MOST_CALLS = 200;
const ENDED: readonly (number | null)[] = [0, 3]; // the few records leave most indicators without data

/** Runs the real program, which sends itself a signal at one of its calls from the first that writes on. */
function signalled(
  argv: readonly string[],
  cwd: string,
  { signal, at }: { readonly signal: string; readonly at: number },
) {
  const test = { FP_CHECK_TEST_SIGNAL: signal, FP_CHECK_TEST_CALL: String(at), NODE_OPTIONS: `--import=${PRELOAD}` };
  return spawnSync(process.execPath, [BINARY, ...argv], { cwd, env: { ...process.env, ...test }, encoding: 'utf8' });
}

function contentsOf(cwd: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name), 'latin1')]));
}

/** What is there after a run that ends in peace. */
function wholeRun(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = folder(files);
  expect(ENDED).toContain(signalled(argv, cwd, { signal: 'SIGKILL', at: 0 }).status);
  return contentsOf(cwd);
}

// All signals but the last are met in one place: of the slower command it is enough to see one of them.
describe.each([
  [RUN, before, ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL']],
  [['template', '-o', 'ledger.xlsx'], { '2025-06.xlsx': ledger }, ['SIGINT', 'SIGKILL']],
] as const)('fp-check %j', (argv, files, signals) => {
  test.each(signals)('%s at each step of writing', (signal) => {
    const [untouched, whole] = [contentsOf(folder(files)), wholeRun(argv, files)];
    const faults: string[] = [];
    let at = 1;
    for (; at < MOST_CALLS; at++) {
      const cwd = folder(files);
      const ended = signalled(argv, cwd, { signal, at });
      if (ended.signal === null && ENDED.includes(ended.status)) break;
      const isByConvention = ended.signal === signal || ended.status === 128 + constants.signals[signal];
      const isSilent = ended.stderr === '' || /写好了|Wrote/.test(ended.stderr); // so, where the signal came too late
      if (!isByConvention || !isSilent) faults.push(`${at}: ${ended.status} ${ended.signal} ${ended.stderr}`);
      const entries = Object.entries(contentsOf(cwd));
      const [others, temporary] = [
        entries.filter(([name]) => !name.endsWith('.tmp')),
        entries.filter(([name]) => name.endsWith('.tmp')),
      ];
      if (signal !== 'SIGKILL' && temporary.length > 0) faults.push(`${at}: left ${temporary.map(([name]) => name)}`);
      const partial = others.filter(([name, content]) => content !== untouched[name] && content !== whole[name]);
      if (partial.length > 0) faults.push(`${at}: half-written ${partial.map(([name]) => name)}`);
      const isAll =
        others.every(([name, content]) => content === whole[name]) && others.length === Object.keys(whole).length;
      const isNothing = JSON.stringify(Object.fromEntries(others)) === JSON.stringify(untouched);
      if (signal !== 'SIGKILL' && !isAll && !isNothing) faults.push(`${at}: some are written, others not`);
    }
    expect(faults).toEqual([]);
    expect(at).toBeGreaterThan(6);
    expect(at).toBeLessThan(MOST_CALLS);
  });
});

test('an interrupt that comes when all is done is heard', () => {
  const cwd = folder({ '2025-06.xlsx': ledger });
  const late = new URL('./signal-at-the-end.mjs', import.meta.url).href;
  const env = { ...process.env, NODE_OPTIONS: `--import=${late}` };
  const { status, stdout } = spawnSync(process.execPath, [BINARY, '2025-06.xlsx'], { cwd, env, encoding: 'utf8' });
  expect(stdout).not.toBe('');
  expect(status).toBe(128 + constants.signals.SIGINT);
});
