import type { Dirent } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { byCodePoints } from '../model/code-points.ts';
import type { Ledger, LedgerFile } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Limits } from '../parsers/limits.ts';
import { fileError } from './file-error.ts';
import { FileSource, type NamedFile } from './file-source.ts';
import type { Io } from './io.ts';
import { stdinLedger } from './stdin-ledger.ts';

/** The ledgers that the arguments name, opened. Whoever opens them closes them. */
export interface OpenedLedgers {
  readonly ledgers: readonly Ledger[];
  /** The paths of all their files: what no output may be written to. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** Several months of ledgers, opened and closed together. */
export interface OpenedMonths extends Pick<OpenedLedgers, 'paths' | 'close'> {
  readonly months: readonly (readonly Ledger[])[];
}

interface Opening {
  readonly io: Pick<Io, 'cwd' | 'files' | 'stdin'>;
  /** The register that standard input is. */
  readonly register: string | undefined;
  readonly limits: Limits;
}

const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ods)$/i;
const CSV = /\.csv$/i;

/** Opens the files and folders that a user named. Throws a UsageError for one that is not there or holds no ledger. */
export async function openLedgers(names: readonly string[], { io, register, limits }: Opening): Promise<OpenedLedgers> {
  if (names.includes('')) throw noName(); // which would be the working folder
  if (register !== undefined && !names.includes('-')) throw noInput();
  const sources: FileSource[] = [];
  const paths: string[] = [];
  const open = async (file: NamedFile) => {
    const source = await FileSource.open(file, io.files);
    sources.push(source);
    paths.push(file.path);
    return { name: basename(file.path), shown: file.shown, source };
  };
  const close = async () => {
    await Promise.all(sources.map((source) => source.close()));
  };
  try {
    const ledgers: Ledger[] = [];
    for (const name of names) {
      if (name === '-') ledgers.push(await stdinLedger(io.stdin, { register, limits }));
      else ledgers.push(...(await ledgersAt({ path: resolve(io.cwd, name), shown: shownName(name) }, io.files, open)));
    }
    return { ledgers, paths, close };
  } catch (error) {
    await Promise.allSettled(sources.map((source) => source.close())); // what is told is what came first
    throw error;
  }
}

/** Opens the ledgers of several months: all of them, or none. `register` is about the last. */
export async function openMonths(months: readonly (readonly string[])[], opening: Opening): Promise<OpenedMonths> {
  const opened: OpenedLedgers[] = [];
  const close = async () => {
    await Promise.all(opened.map((month) => month.close()));
  };
  try {
    for (const [index, names] of months.entries()) {
      const register = index === months.length - 1 ? opening.register : undefined;
      opened.push(await openLedgers(names, { ...opening, register }));
    }
    return { months: opened.map(({ ledgers }) => ledgers), paths: opened.flatMap(({ paths }) => paths), close };
  } catch (error) {
    await close().catch(() => {}); // what is told is what came first
    throw error;
  }
}

type Open = (file: NamedFile) => Promise<LedgerFile>;

async function ledgersAt(file: NamedFile, files: Io['files'], open: Open): Promise<readonly Ledger[]> {
  const inWords = (error: unknown) => {
    throw fileError(error, file.shown);
  };
  const found = await files.stat(file.path).catch(inWords);
  if (found.isDirectory()) {
    const entries = await files.readdir(file.path, { withFileTypes: true }).catch(inWords);
    return folderLedgers(file, { entries, files }, open);
  }
  if (!found.isFile()) throw noFile(file.shown);
  return [{ name: file.shown, periodHints: hints(file.path), files: [await open(file)], isFolder: false }];
}

/** A folder of CSV files is one ledger; of workbooks, each is a ledger of its own. */
async function folderLedgers(
  { path, shown }: NamedFile,
  { entries, files }: { readonly entries: readonly Dirent[]; readonly files: Io['files'] },
  open: Open,
): Promise<readonly Ledger[]> {
  const names = entries
    .filter(
      (entry) =>
        (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('~$') && !entry.name.startsWith('.'),
    )
    .map(({ name }) => name)
    .sort(byCodePoints);
  for (const { name } of entries.filter((entry) => entry.isSymbolicLink() && names.includes(entry.name)))
    await refuseNoFile({ path: join(path, name), shown: `${shown}/${name}` }, files);
  const [workbooks, tables] = [names.filter((name) => WORKBOOK.test(name)), names.filter((name) => CSV.test(name))];
  if (workbooks.length > 0 && tables.length > 0) throw mixedFolder(shown);
  if (workbooks.length === 0 && tables.length === 0) throw emptyFolder(shown);
  if (tables.length > 0) {
    const files: LedgerFile[] = [];
    for (const name of tables) files.push(await open({ path: join(path, name), shown: `${shown}/${name}` }));
    return [{ name: shown, periodHints: hints(path), files, isFolder: true }];
  }
  const ledgers: Ledger[] = [];
  for (const name of workbooks) {
    const inner = join(path, name);
    ledgers.push({
      name: `${shown}/${name}`,
      periodHints: hints(inner),
      files: [await open({ path: inner, shown: `${shown}/${name}` })],
      isFolder: false,
    });
  }
  return ledgers;
}

/** A link may lead to a pipe, which would be waited for without end. */
async function refuseNoFile({ path, shown }: NamedFile, files: Io['files']): Promise<void> {
  const found = await files.stat(path).catch((error: unknown) => {
    throw fileError(error, shown);
  });
  if (!found.isFile() && (WORKBOOK.test(path) || CSV.test(path))) throw noFile(shown);
}

/** The argument as typed, with `/`; an absolute one by its base name, so that no report tells of this machine. */
function shownName(name: string): string {
  if (isAbsolute(name)) return basename(name);
  const plain = name
    .split(sep)
    .join('/')
    .replace(/(?<!\/)\/+$/, '');
  return plain === '' ? '.' : plain;
}

function hints(path: string): readonly string[] {
  return [basename(path), basename(dirname(path))];
}

function noFile(shown: string): UsageError {
  return new UsageError({
    zh: `“${shown}”不是文件也不是文件夹。管道里的一册 CSV 写成 -，如 cat 出生.csv | fp-check - --register births。`,
    en: `“${shown}” is neither a file nor a folder. One CSV register from a pipe is written as -, such as cat births.csv | fp-check - --register births.`,
  });
}

function noName(): UsageError {
  return new UsageError({
    zh: '没有写台账的文件名：有一个名称是空的。当前文件夹写成 . 。',
    en: 'No ledger is named: one of the names is empty. The working folder is written as . (a dot).',
  });
}

function noInput(): UsageError {
  return new UsageError({
    zh: '--register 说的是标准输入的册子，台账写成 -：cat 出生.csv | fp-check - --register births。文件是哪一册，看它的名称和表头。',
    en: '--register says which register standard input is, written as -: cat births.csv | fp-check - --register births. What a file is, its name and headers tell.',
  });
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
