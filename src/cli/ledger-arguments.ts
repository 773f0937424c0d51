import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Ledger, LedgerFile } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import { fileError } from './file-error.ts';
import { FileSource } from './file-source.ts';
import { stdinLedger } from './stdin-ledger.ts';

/** The ledgers that the arguments name, opened. Whoever opens them closes them. */
export interface OpenedLedgers {
  readonly ledgers: readonly Ledger[];
  /** The paths of all their files: what no output may be written to. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

interface Surroundings {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The register that standard input is. */
  readonly register: string | undefined;
}

const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ods)$/i;
const CSV = /\.csv$/i;

/** Opens the files and folders that a user named. Throws a UsageError for one that is not there or holds no ledger. */
export async function openLedgers(
  names: readonly string[],
  { cwd, stdin, register }: Surroundings,
): Promise<OpenedLedgers> {
  const sources: FileSource[] = [];
  const paths: string[] = [];
  const open = async (path: string, shown: string) => {
    try {
      const source = await FileSource.open(path);
      sources.push(source);
      paths.push(path);
      return source;
    } catch (error) {
      throw fileError(error, shown);
    }
  };
  const close = async () => {
    await Promise.all(sources.map((source) => source.close()));
  };
  try {
    const ledgers: Ledger[] = [];
    for (const name of names) {
      if (name === '-') ledgers.push(await stdinLedger(stdin, register));
      else ledgers.push(...(await ledgersAt(resolve(cwd, name), shownName(name), open)));
    }
    return { ledgers, paths, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Open = (path: string, shown: string) => Promise<FileSource>;

async function ledgersAt(path: string, shown: string, open: Open): Promise<readonly Ledger[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw fileError(error, shown);
    },
  );
  if (isFolder) return folderLedgers(path, shown, open);
  return [{ name: shown, periodHints: hints(path), files: [await fileAt(path, shown, open)], isFolder: false }];
}

/** A folder of CSV files is one ledger; of workbooks, each is a ledger of its own. */
async function folderLedgers(path: string, shown: string, open: Open): Promise<readonly Ledger[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(error, shown);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('~$') && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(byCodePoints);
  const [workbooks, tables] = [names.filter((name) => WORKBOOK.test(name)), names.filter((name) => CSV.test(name))];
  if (workbooks.length > 0 && tables.length > 0) throw mixedFolder(shown);
  if (workbooks.length === 0 && tables.length === 0) throw emptyFolder(shown);
  if (tables.length > 0) {
    const files: LedgerFile[] = [];
    for (const name of tables) files.push(await fileAt(join(path, name), `${shown}/${name}`, open));
    return [{ name: shown, periodHints: hints(path), files, isFolder: true }];
  }
  const ledgers: Ledger[] = [];
  for (const name of workbooks) {
    const inner = join(path, name);
    ledgers.push({
      name: `${shown}/${name}`,
      periodHints: hints(inner),
      files: [await fileAt(inner, `${shown}/${name}`, open)],
      isFolder: false,
    });
  }
  return ledgers;
}

async function fileAt(path: string, shown: string, open: Open): Promise<LedgerFile> {
  return { name: basename(path), source: await open(path, shown) };
}

/** The argument as typed, with `/`; an absolute one by its base name, so that no report tells of this machine. */
function shownName(name: string): string {
  if (isAbsolute(name)) return basename(name);
  const plain = name.split(sep).join('/').replace(/\/+$/, '');
  return plain === '' ? '.' : plain;
}

function hints(path: string): readonly string[] {
  return [basename(path), basename(dirname(path))];
}

function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const index = left.findIndex((character, at) => character !== right[at]);
  if (index < 0) return left.length - right.length;
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
}

function mixedFolder(shown: string): UsageError {
  return new UsageError({
    zh: `“${shown}”里既有工作簿又有 CSV，分不清哪些是一本台账。请把它们分放在两个文件夹里。`,
    en: `“${shown}” holds both workbooks and CSV files, so it is not clear what is one ledger. Put them into two folders.`,
  });
}

function emptyFolder(shown: string): UsageError {
  return new UsageError({
    zh: `“${shown}”里没有台账。应有 .csv 文件（一册一个），或 .xlsx、.xls、.ods 工作簿。`,
    en: `“${shown}” holds no ledger. Expected are .csv files, one register each, or .xlsx, .xls or .ods workbooks.`,
  });
}
