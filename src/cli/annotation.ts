import { basename, extname, join, resolve } from 'node:path';
import type { CheckedRun } from '../engine/checked-run.ts';
import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Language, Words } from '../model/words.ts';
import type { Limits } from '../parsers/limits.ts';
import type { RunObservation } from '../workbook/run-observation.ts';
import { fileError, ifThere } from './file-error.ts';
import type { Io } from './io.ts';
import type { Outputs } from './outputs.ts';
import { refuseOtherEnding } from './workbook-name.ts';

/** A workbook to be written: the copy of a ledger of the run, or the results alone (`null`), and where. */
export interface Annotation {
  readonly ledger: number | null;
  readonly path: string;
}

export interface AnnotationRequest {
  /** The file or folder that was named. */
  readonly target: string;
  readonly io: Pick<Io, 'cwd' | 'files'>;
  readonly ledgers: readonly Ledger[];
}

export interface AnnotationPlaces {
  readonly outputs: Outputs;
  readonly limits: Limits;
  readonly language: Language;
  readonly force: boolean;
  readonly observation: RunObservation;
}

const PATCHED = ['.xlsx', '.xlsm'];

/**
 * Where the copies go: one ledger's to the file named, several ledgers' into the folder, each under its own name. For
 * ledgers that are no workbooks of ours the results are one workbook of their own.
 */
export async function annotations({ target, io, ledgers }: AnnotationRequest): Promise<readonly Annotation[]> {
  const there = await ifThere(io.files.stat(resolve(io.cwd, target))).catch((error: unknown) => {
    throw fileError(error, target, 'write');
  });
  const isFolder = there?.isDirectory() === true; // nothing there yet: a file to be written
  if (!isFolder && ledgers.length > 1) throw needsFolder(target);
  const copies = ledgers.flatMap((ledger, index) =>
    isPatched(ledger) ? [copyOf(ledger, index, isFolder ? join(target, basename(ledger.name)) : target)] : [],
  );
  const twice = copies.find(({ path }, index) => copies.findIndex((other) => other.path === path) !== index);
  if (twice !== undefined) throw sameName(twice.path);
  if (copies.length === ledgers.length) return copies;
  return [...copies, { ledger: null, path: isFolder ? join(target, 'fp-check.xlsx') : target }];
}

/** What to tell of a copy that was asked for and could only be results alone. */
export function findingsNote({ ledger, path }: Annotation): Words | undefined {
  if (ledger !== null) return undefined;
  return {
    zh: `只有名称以 .xlsx 或 .xlsm 结尾的台账能在副本上批注，结果单独写入“${path}”。`,
    en: `Only of a ledger named .xlsx or .xlsm can a copy be marked: the results are in “${path}”.`,
  };
}

/** Refuses, before anything is read, the names that cannot be written to. */
export async function refuseCopies(
  all: readonly Annotation[],
  { outputs, force }: Pick<AnnotationPlaces, 'outputs' | 'force'>,
): Promise<void> {
  for (const { ledger, path } of all) {
    await outputs.refuse(path, force);
    if (ledger === null) refuseOtherEnding(path);
  }
}

/** Writes the copies beside their places; they are published with all other outputs. */
export async function stageAnnotations(
  all: readonly Annotation[],
  checked: CheckedRun,
  { outputs, limits, language, force, observation }: AnnotationPlaces,
): Promise<void> {
  for (const { ledger, path } of all) {
    if (ledger === null) {
      const { findingsWorkbook } = await import('../workbook/findings.ts');
      await outputs.stage({ path, content: findingsWorkbook(checked, { language, observation }), replaces: force });
    } else {
      const { annotate } = await import('../workbook/annotate.ts');
      const [file] = checked.counted.run.ledgers[ledger]?.files ?? [];
      if (file === undefined) throw new Error(`Ledger ${ledger} has no file.`);
      const content = annotate(file, checked, { ledger, limits, language, observation });
      await outputs.stage({ path, content, replaces: force });
    }
  }
}

function isPatched({ files, isFolder }: Ledger): boolean {
  return !isFolder && PATCHED.includes(extname(files[0]?.name ?? '').toLowerCase());
}

function copyOf({ files }: Ledger, ledger: number, path: string): Annotation {
  const input = files[0]?.name ?? '';
  const from = extname(input).toLowerCase();
  if (extname(path).toLowerCase() !== from) throw otherKind(input, path, from);
  return { ledger, path };
}

/** A copy keeps its kind: a workbook with macros under the name of one without would not open. */
function otherKind(input: string, path: string, from: string): UsageError {
  return new UsageError({
    zh: `“${input}”的批注副本也要以 ${from} 结尾，“${path}”不行。`,
    en: `The annotated copy of “${input}” must end in ${from} too; “${path}” does not.`,
  });
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
