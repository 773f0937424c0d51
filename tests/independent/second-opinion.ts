import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ExpectedFigures } from '../engine/expected-figures.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'recompute.py');
const run = promisify(execFile);

/** What the independent script finds in some ledgers, under one profile or configuration. */
export interface SecondOpinion extends ExpectedFigures {
  readonly areas: readonly {
    readonly code: string | null;
    readonly name: string;
    readonly measures: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
  }[];
}

/** Why the script cannot be asked here; `null` where it can. */
export async function whyNotAsked(): Promise<string | null> {
  try {
    await run(PYTHON, ['-c', 'import openpyxl']);
    return null;
  } catch {
    return `${PYTHON} with openpyxl is missing`;
  }
}

/** The words are those of the script's own command line; ledgers are named from `cwd`. */
export async function secondOpinion(words: readonly string[], cwd: string): Promise<SecondOpinion> {
  return JSON.parse(await asked(words, cwd)); // the script's own form
}

/** One opinion a profile. */
export async function secondOpinions(
  words: readonly string[],
  cwd: string,
): Promise<Readonly<Record<string, SecondOpinion>>> {
  return JSON.parse(await asked(['--profile', 'all', ...words], cwd)); // the script's own form
}

async function asked(words: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await run(PYTHON, [SCRIPT, ...words], { cwd, maxBuffer: 1 << 28 });
  return stdout;
}
