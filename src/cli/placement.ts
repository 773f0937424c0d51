import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { codeOf, fileError, ifThere } from './file-error.ts';
import type { Files } from './files.ts';

/** A file that is written whole under a temporary name, and the place that it is meant for. */
export interface Staged {
  /** The path as typed. */
  readonly path: string;
  /** Where it is put: where a link leads, the link stays. */
  readonly target: string;
  /** The folder of it, as typed or, where a link leads to another, as it is. */
  readonly folder: string;
  /** Where it will stand: the same for every path that leads there, through links too. */
  readonly spot: string;
  readonly temporary: string;
  /** Whether a file that is there already gives way. */
  readonly replaces: boolean;
}

/** A name beside a file that no file has; a short one, for the file's own may be as long as names can be. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.fp-check-${randomBytes(6).toString('hex')}.tmp`);
}

/** A text that goes to the end of a file. */
export interface Addition {
  /** The path as typed. */
  readonly path: string;
  readonly target: string;
  readonly spot: Staged['spot'];
  readonly text: string;
}

/** Puts every file in its place, and every addition behind what is there, or none: where one cannot be put, those before it are taken back. */
export async function place(staged: readonly Staged[], additions: readonly Addition[], files: Files): Promise<void> {
  const placed: Placed[] = [];
  try {
    for (const addition of additions) placed.push(await append(addition, files));
    // Nothing can go wrong behind the last one, so what gives way to it need not be kept.
    for (const one of staged) placed.push(await put(one, files, { keeps: one !== staged.at(-1) }));
  } catch (error) {
    for (const one of placed.reverse()) await one.takeBack();
    throw error;
  }
  const left = (await Promise.all(placed.map(({ settle }) => settle()))).flatMap((error) => error ?? []);
  if (left.length > 0) throw left.reduce((all, error) => all.and(error));
}

export function isThere(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”已经存在。要覆盖它请加 --force，或换一个文件名。`,
    en: `“${path}” already exists. Add --force to replace it, or choose another name.`,
  });
}

/** Removes a temporary file. Where it has to stay, the error that names it. */
export async function leftOver(
  { folder, temporary }: Pick<Staged, 'folder' | 'temporary'>,
  files: Files,
): Promise<UsageError | undefined> {
  try {
    await files.rm(temporary, { force: true });
    return undefined;
  } catch (error) {
    const told = fileError(error, join(folder, basename(temporary)), 'remove');
    if (told instanceof UsageError) return told;
    throw error;
  }
}

interface Placed {
  readonly takeBack: () => Promise<void>;
  /** Forgets what has given way. */
  readonly settle: () => Promise<UsageError | undefined>;
}

async function put(one: Staged, files: Files, { keeps }: { readonly keeps: boolean }): Promise<Placed> {
  const { path, target, folder } = one;
  const inWords = (error: unknown) => {
    throw fileError(error, path, 'write');
  };
  const former = keeps && one.replaces ? await keep(target, files).catch(inWords) : NOTHING;
  const settle = async () => (typeof former === 'string' ? leftOver({ folder, temporary: former }, files) : undefined);
  try {
    await (one.replaces ? files.rename(one.temporary, target) : putNew(one, files));
  } catch (error) {
    const [told, left] = [fileError(error, path, 'write'), await settle()];
    throw told instanceof UsageError && left !== undefined ? told.and(left) : told;
  }
  const takeBack = async () => {
    if (typeof former === 'string') await files.rename(former, target).catch(inWords);
    else if (former === NOTHING) await files.rm(target).catch(inWords);
  };
  return { takeBack, settle };
}

async function append({ path, target, text }: Addition, files: Files): Promise<Placed> {
  const inWords = (error: unknown) => {
    throw fileError(error, path, 'write');
  };
  const size = (await ifThere(files.stat(target)).catch(inWords))?.size;
  const takeBack = () =>
    (size === undefined ? files.rm(target, { force: true }) : files.truncate(target, size)).catch(inWords);
  try {
    await files.appendFile(target, text);
  } catch (error) {
    await takeBack(); // of a disk that is full a part arrives
    throw fileError(error, path, 'write');
  }
  return { takeBack, settle: async () => undefined };
}

const NOTHING = Symbol('nothing gives way');
const LOST = Symbol('what gives way cannot be kept');

/** Gives a file that is to give way a second name, under which it stays until all files are in their places. */
async function keep(target: string, files: Files): Promise<string | typeof NOTHING | typeof LOST> {
  const former = temporaryBeside(target);
  try {
    await files.link(target, former);
    return former;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return NOTHING;
    if (lacksLinks(error)) return LOST;
    throw error;
  }
}

/** Unlike a rename, a link never takes the place of a file that came in between. */
async function putNew({ temporary, target, path }: Staged, files: Files): Promise<void> {
  try {
    await files.link(temporary, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw isThere(path);
    if (!lacksLinks(error)) throw error;
    if ((await ifThere(files.stat(target))) !== undefined) throw isThere(path);
    await files.rename(temporary, target);
  }
}

/** Memory sticks and some shares have no links, and say so in their own ways. */
function lacksLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(codeOf(error));
}
