import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { fileError } from './file-error.ts';

export interface OutputFile {
  /** The path as typed. */
  readonly path: string;
  readonly content: Uint8Array | string | AsyncIterable<Uint8Array>;
  /** Whether a file that is there already gives way. */
  readonly replaces: boolean;
}

interface Staged extends Omit<OutputFile, 'content'> {
  readonly target: string;
  readonly temporary: string;
}

/** The files that a run writes: all of them staged beside their places first, and put there in the end, or none. */
export class Outputs {
  readonly #cwd: string;
  readonly #inputs: readonly string[];
  #staged: Staged[] = [];

  /** `inputs` are the paths that are never written to, through any link. */
  constructor(cwd: string, inputs: readonly string[]) {
    this.#cwd = cwd;
    this.#inputs = inputs.map((input) => resolve(cwd, input));
  }

  /** Writes a file's content to a temporary file beside it. */
  async stage({ path, content, replaces }: OutputFile): Promise<void> {
    const target = resolve(this.#cwd, path);
    await this.refuse(path, replaces);
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    const handle = await open(temporary, 'wx').catch((error: unknown) => {
      throw fileError(error, path, 'write');
    });
    this.#staged.push({ path, replaces, target, temporary });
    try {
      await pour(handle, content);
      await handle.sync();
    } catch (error) {
      throw fileError(error, path, 'write');
    } finally {
      await handle.close();
    }
  }

  /** Throws a UsageError where a file may not be written: it is an input, or it is there and nothing says to replace it. */
  async refuse(path: string, replaces: boolean): Promise<void> {
    const target = resolve(this.#cwd, path);
    const there = await identity(target);
    if (there === undefined) return;
    for (const input of this.#inputs) if ((await identity(input)) === there) throw isInput(path);
    if (!replaces) throw isThere(path);
  }

  /** Puts every staged file in its place. */
  async publish(): Promise<void> {
    for (const { path, replaces, target, temporary } of this.#staged) {
      try {
        if (replaces) await rename(temporary, target);
        else await linkInto(temporary, target, path);
      } catch (error) {
        throw fileError(error, path, 'write');
      }
    }
    await this.discard();
  }

  /** Removes what was staged and not published. */
  async discard(): Promise<void> {
    const staged = this.#staged;
    this.#staged = [];
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function pour(handle: FileHandle, content: OutputFile['content']): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    await handle.writeFile(content);
    return;
  }
  for await (const chunk of content) await handle.writeFile(chunk);
}

/** Unlike a rename, a link never takes the place of a file that came in between. */
async function linkInto(temporary: string, target: string, path: string): Promise<void> {
  await link(temporary, target).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? isThere(path) : error;
  });
}

/** The same for every name of one file. */
async function identity(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined); // nothing there: nothing to protect
  return found === undefined || !found.isFile() ? undefined : `${found.dev}:${found.ino}`;
}

function isInput(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”就是输入的文件，不能写在它上面。请换一个文件名。`,
    en: `“${path}” is the input itself, which is never written to. Choose another name.`,
  });
}

function isThere(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”已经存在。要覆盖它请加 --force，或换一个文件名。`,
    en: `“${path}” already exists. Add --force to replace it, or choose another name.`,
  });
}
