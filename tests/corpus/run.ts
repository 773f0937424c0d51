// Reads every file of the corpus, compares the workbooks with SheetJS, and has LibreOffice compare their marked copies:
// FP_CHECK_CORPUS=folder npm run corpus
import { whyNot } from '../workbook/office.ts';
import { compareOne, type Outcome, readOne } from './comparison.ts';
import { differences, refusals } from './exceptions.ts';
import { type CopyOutcome, compareCopies } from './office-copies.ts';
import { filesUnder } from './reading.ts';

const MOST_MEGABYTES = 500;
const RESULTS = ['equal', 'not read', 'refused', 'not opened by LibreOffice', 'differs, as listed', 'differs'] as const;
const AT_ONCE = 25; // files that LibreOffice is started for once

const folder = process.env['FP_CHECK_CORPUS'];
if (folder === undefined) {
  console.error('FP_CHECK_CORPUS names no folder: nothing was compared.');
  process.exitCode = 2;
} else {
  await run(folder);
  await runCopies(folder);
}

async function run(corpus: string): Promise<void> {
  const read: Outcome[] = [];
  for (const file of filesUnder(corpus, /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i)) read.push(await readOne(corpus, file));
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const compared: Outcome[] = [];
  for (const file of filesUnder(corpus, /\.(?:xlsx|xlsm)$/i)) compared.push(await compareOne(corpus, file));
  report(read, compared);
  const slowest = read.reduce((a, b) => (a.milliseconds > b.milliseconds ? a : b));
  console.log(
    `slowest: ${slowest.file}, ${Math.round(slowest.milliseconds)} ms; largest memory of all: ${megabytes} MB`,
  );
  const faults = [...read, ...compared].filter((outcome) => outcome.faults.length > 0);
  for (const outcome of faults) console.error(`${outcome.file}: ${outcome.faults.join('; ')}`);
  if (megabytes > MOST_MEGABYTES) console.error(`more than ${MOST_MEGABYTES} MB of memory were used`);
  if (faults.length > 0 || megabytes > MOST_MEGABYTES) process.exitCode = 1;
}

function report(read: readonly Outcome[], compared: readonly Outcome[]): void {
  const count = (outcomes: readonly Outcome[], result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length;
  console.log(`read: ${read.length} files, ${count(read, 'opened')} opened, ${count(read, 'refused')} refused by name`);
  console.log(
    `compared: ${compared.length} workbooks, ${count(compared, 'same')} the same, ${count(compared, 'differs, as listed')} otherwise, ${count(compared, 'opened')} that only we open`,
  );
  for (const { file, milliseconds, result } of read.filter(({ file }) => file.startsWith('hostile/'))) {
    console.log(`  ${String(Math.round(milliseconds)).padStart(6)} ms  ${result} ${file}`);
  }
  for (const [file, why] of refusals) console.log(`  refused  ${file}: ${why}`);
  for (const [file, { cells, why }] of differences) console.log(`  ${cells} differ ${file}: ${why}`);
}

/** Marked copies, as LibreOffice reads them. */
async function runCopies(corpus: string): Promise<void> {
  const missing = whyNot('soffice');
  if (missing !== null) {
    console.error(`No copy was compared: ${missing}.`);
    process.exitCode = 2;
    return;
  }
  const files = filesUnder(corpus, /\.xls[xm]$/i);
  const outcomes: CopyOutcome[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE)
    outcomes.push(...(await compareCopies(corpus, files.slice(at, at + AT_ONCE))));
  console.log(`marked copies in LibreOffice: ${files.length} workbooks`);
  for (const result of RESULTS) {
    const own = outcomes.filter((outcome) => outcome.result === result);
    console.log(`  ${String(own.length).padStart(4)} ${result}`);
    if (result !== 'equal') for (const { file, why } of own) console.log(`         ${file}: ${why}`);
  }
  if (outcomes.some(({ result }) => result === 'differs')) process.exitCode = 1;
}
