import { differences, refusals } from './exceptions.ts';
import { ledgerFile, type Reading, readOurs } from './reading.ts';
import { readTheirs } from './sheetjs.ts';

/** What became of a file. */
export interface Outcome {
  readonly file: string;
  readonly milliseconds: number;
  readonly result: 'opened' | 'refused' | 'same' | 'differs, as listed';
  /** What is not as it should be: empty for nearly all. */
  readonly faults: readonly string[];
}

const SLOWEST = 5_000;

/** Reads a file: it is to open, or to be refused as listed, in time. */
export async function readOne(folder: string, file: string): Promise<Outcome> {
  const start = performance.now();
  const reading = await readOurs(ledgerFile(folder, file));
  const milliseconds = performance.now() - start;
  const slow = milliseconds > SLOWEST ? [`took ${Math.round(milliseconds)} ms`] : [];
  return {
    file,
    milliseconds,
    result: 'refusal' in reading ? 'refused' : 'opened',
    faults: [...slow, ...unlisted(file, reading)],
  };
}

/** Reads a workbook with two readers: what both open is to be the same, or to differ as listed. */
export async function compareOne(folder: string, file: string): Promise<Outcome> {
  const start = performance.now();
  const ours = await readOurs(ledgerFile(folder, file));
  const milliseconds = performance.now() - start;
  if ('refusal' in ours) return { file, milliseconds, result: 'refused', faults: unlisted(file, ours) };
  const theirs = await readTheirs(ledgerFile(folder, file));
  if ('refusal' in theirs) return { file, milliseconds, result: 'opened', faults: [] };
  const found = differencesOf(ours, theirs);
  const listed = differences.get(file)?.cells ?? 0;
  const cells =
    found.length === listed
      ? []
      : [`${found.length} cells differ, ${listed} are listed: ${found.slice(0, 3).join('; ')}`];
  const isSameList = [...ours.sheets.keys()].join('|') === [...theirs.sheets.keys()].join('|');
  const sheets = isSameList ? [] : ['the lists of sheets differ'];
  return {
    file,
    milliseconds,
    result: found.length === 0 ? 'same' : 'differs, as listed',
    faults: [...cells, ...sheets],
  };
}

function unlisted(file: string, reading: Reading): readonly string[] {
  if ('refusal' in reading) return refusals.has(file) ? [] : [`is refused, which is not listed: ${reading.refusal}`];
  return refusals.has(file) ? ['opens, but is listed as refused'] : [];
}

type Opened = Extract<Reading, { readonly sheets: unknown }>;

function differencesOf(ours: Opened, theirs: Opened): readonly string[] {
  const found: string[] = [];
  for (const [name, left] of ours.sheets) {
    const right = theirs.sheets.get(name);
    for (const key of right === undefined ? [] : new Set([...left.keys(), ...right.keys()])) {
      if (left.get(key) !== right?.get(key)) found.push(`${name}!${key} ${left.get(key)} | ${right?.get(key)}`);
    }
  }
  return found;
}
