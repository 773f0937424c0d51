import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';

/**
 * Refuses a first word that is no file and nearly a command: `explian 9a` is taken for two ledgers otherwise.
 */
export async function refuseMistyped(
  names: readonly string[],
  commands: readonly string[],
  cwd: string,
): Promise<void> {
  const [first = ''] = names;
  if (!/^[a-z]+$/i.test(first)) return; // a ledger has an ending, or a folder in front
  const meant = nearest(first, commands);
  if (meant === null || (await isThere(resolve(cwd, first)))) return;
  throw new UsageError({
    zh: `没有“${first}”这个文件或文件夹。是不是命令 ${meant}？`,
    en: `There is no file or folder “${first}”. Did you mean the command ${meant}?`,
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false, // whatever the reason: it cannot be read as a ledger
  );
}
