// Reads what is made to do harm, each file in a process of its own, and tells what became of it, in what time and memory:
// FP_CHECK_CORPUS=folder npm run corpus, after a build.
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { filesUnder, ledgerFile, readOurs } from './reading.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');
const MOST = { milliseconds: 5_000, megabytes: 500 };

// Told at the end, on a descriptor of its own: the standard ones belong to the program.
const TELL = `import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

const folder = process.env['FP_CHECK_CORPUS'];
if (folder === undefined) {
  console.error('FP_CHECK_CORPUS names no folder: nothing was read.');
  process.exitCode = 2;
} else await run(join(folder, 'hostile'));

interface Outcome {
  readonly file: string;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly code: number | null;
  readonly said: string;
}

async function run(hostile: string): Promise<void> {
  const files = filesUnder(hostile, /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i);
  const nothing = outcomeOf('--version', []);
  console.log(`the program itself: ${nothing.milliseconds} ms, ${nothing.megabytes} MB`);
  const outcomes = files.map((file) => outcomeOf(join(hostile, file), ['read', '--lang', 'en']));
  for (const { file, milliseconds, megabytes, code, said } of outcomes) {
    const told = `exit ${code}  ${file}: ${said}; ${await cellsIn(hostile, file)}`;
    console.log(`${String(milliseconds).padStart(6)} ms ${String(megabytes).padStart(4)} MB  ${told}`);
  }
  const bad = outcomes.filter(
    ({ milliseconds, megabytes, code }) =>
      milliseconds > MOST.milliseconds || megabytes > MOST.megabytes || ![0, 1, 2].includes(code ?? -1),
  );
  for (const { file } of bad) console.error(`${file}: too slow, too large, or no outcome by name`);
  if (bad.length > 0) process.exitCode = 1;
}

function outcomeOf(file: string, command: readonly string[]): Outcome {
  const begun = performance.now();
  const tell = `--import=data:text/javascript,${encodeURIComponent(TELL)}`;
  const { status, stderr, output } = spawnSync(process.execPath, [tell, BINARY, ...command, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  return {
    file: basename(file),
    milliseconds: Math.round(performance.now() - begun),
    megabytes: Math.round(Number(output[3]) / 1024),
    code: status,
    said: status === 2 ? stderr.trim().replace('fp-check: ', '') : 'opened',
  };
}

/** What a program sees that reads every cell, which the product does of registers only. */
async function cellsIn(hostile: string, file: string): Promise<string> {
  const begun = performance.now();
  const reading = await readOurs(ledgerFile(hostile, file));
  if ('refusal' in reading) return 'its cells: refused';
  const cells = [...reading.sheets.values()].reduce((sum, sheet) => sum + sheet.size, 0);
  return `its cells: ${cells} in ${Math.round(performance.now() - begun)} ms`;
}
