import { stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { CheckedRun } from '../engine/checked-run.ts';
import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Language } from '../model/words.ts';
import type { Limits } from '../parsers/limits.ts';
import type { Outputs } from './outputs.ts';

/** An annotated copy to be written: of which ledger of the run, and where. */
export interface Annotation {
  readonly ledger: number;
  readonly path: string;
}

export interface AnnotationRequest {
  /** The file or folder that was named. */
  readonly target: string;
  readonly cwd: string;
  readonly ledgers: readonly Ledger[];
}

export interface AnnotationPlaces {
  readonly outputs: Outputs;
  readonly limits: Limits;
  readonly language: Language;
  readonly force: boolean;
}

const PATCHED = ['.xlsx', '.xlsm'];

/** Where the copies go: one ledger's to the file named, several ledgers' into the folder, each under its own name. */
export async function annotations({ target, cwd, ledgers }: AnnotationRequest): Promise<readonly Annotation[]> {
  const isFolder = await stat(resolve(cwd, target)).then(
    (found) => found.isDirectory(),
    () => false, // nothing there yet: a file to be written
  );
  if (!isFolder && ledgers.length > 1) throw needsFolder(target);
  const all = ledgers.map(({ name }, ledger) => ({ ledger, path: isFolder ? join(target, basename(name)) : target }));
  for (const { ledger, path } of all) refuseOtherKind(ledgers[ledger]?.files[0]?.name ?? '', path);
  const twice = all.find(({ path }, index) => all.findIndex((other) => other.path === path) !== index);
  if (twice !== undefined) throw sameName(twice.path);
  return all;
}

/** Writes the copies beside their places; they are published with all other outputs. */
export async function stageAnnotations(
  all: readonly Annotation[],
  checked: CheckedRun,
  { outputs, limits, language, force }: AnnotationPlaces,
): Promise<void> {
  const { annotate } = await import('../workbook/annotate.ts');
  for (const { ledger, path } of all) {
    const [file] = checked.counted.run.ledgers[ledger]?.files ?? [];
    if (file === undefined) throw new Error(`Ledger ${ledger} has no file.`);
    await outputs.stage({ path, content: annotate(file, checked, { ledger, limits, language }), replaces: force });
  }
}

/** A copy keeps its kind: a workbook with macros under the name of one without would not open. */
function refuseOtherKind(input: string, path: string): void {
  const [from, to] = [extname(input).toLowerCase(), extname(path).toLowerCase()];
  if (PATCHED.includes(from) && from !== to) {
    throw new UsageError({
      zh: `“${input}”的批注副本也要以 ${from} 结尾，“${path}”不行。`,
      en: `The annotated copy of “${input}” must end in ${from} too; “${path}” does not.`,
    });
  }
  if (!PATCHED.includes(from)) {
    throw new UsageError({
      zh: `“${input}”不是 .xlsx 或 .xlsm，不能在副本上批注。请先另存为 .xlsx。`,
      en: `“${input}” is no .xlsx or .xlsm, so no copy of it can be annotated. Save it as .xlsx first.`,
    });
  }
}

function needsFolder(target: string): UsageError {
  return new UsageError({
    zh: `有几本台账，“${target}”应是一个已有的文件夹，每本各写一份副本。`,
    en: `There are several ledgers: “${target}” must be a folder that exists, for a copy of each.`,
  });
}

function sameName(path: string): UsageError {
  return new UsageError({
    zh: `两本台账的副本都会写成“${path}”。请分开批注，或给台账改名。`,
    en: `The copies of two ledgers would both be “${path}”. Annotate them one by one, or rename a ledger.`,
  });
}
