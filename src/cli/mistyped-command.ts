import { resolve } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';
import { codeOf } from './file-error.ts';
import type { Io } from './io.ts';

/**
 * Refuses a first word that is no file and nearly a command: `explian 9a` is taken for two ledgers otherwise.
 */
export async function refuseMistyped(
  names: readonly string[],
  commands: readonly string[],
  { cwd, files }: Pick<Io, 'cwd' | 'files'>,
): Promise<void> {
  const [first = ''] = names;
  if (!/^[a-z]+$/i.test(first)) return; // a ledger has an ending, or a folder in front
  const meant = nearest(first, commands);
  if (meant === null || (await isThere(resolve(cwd, first), files))) return;
  throw new UsageError({
    zh: `没有“${first}”这个文件或文件夹。是不是命令 ${meant}？`,
    en: `There is no file or folder “${first}”. Did you mean the command ${meant}?`,
  });
}

async function isThere(path: string, files: Io['files']): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT', // of any other reason whoever opens it tells
  );
}
