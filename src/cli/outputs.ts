import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { fileError, ifThere } from './file-error.ts';
import type { Files } from './files.ts';
import type { Io } from './io.ts';
import { type Addition, isThere, leftOver, place, type Staged, temporaryBeside } from './placement.ts';

export interface OutputFile {
  /** The path as typed. */
  readonly path: string;
  readonly content: Uint8Array | string | AsyncIterable<Uint8Array>;
  /** Whether a file that is there already gives way. */
  readonly replaces: boolean;
}

/** The files that a run writes: all of them staged beside their places first, and put there in the end, or none. */
export class Outputs {
  readonly #cwd: string;
  readonly #files: Files;
  readonly #inputs: readonly string[];
  #staged: Staged[] = [];
  readonly #additions: Addition[] = [];
  /** What is under way that gives a file a name. */
  #step: Promise<unknown> = Promise.resolve();
  #isGivenUp = false;
  /** A promise that never settles. We keep it here, because Node collects, and warns of, files that nothing waits for. */
  readonly #never = new Promise<never>(() => {});

  /** `inputs` are the paths that are never written to, through any link. */
  constructor({ cwd, files }: Pick<Io, 'cwd' | 'files'>, inputs: readonly string[]) {
    this.#cwd = cwd;
    this.#files = files;
    this.#inputs = inputs.map((input) => resolve(cwd, input));
  }

  /** Writes a file's content to a temporary file beside it. */
  async stage({ path, content, replaces }: OutputFile): Promise<void> {
    await this.refuse(path, replaces);
    const own = await this.#ownPlace(path);
    const temporary = temporaryBeside(own.target);
    this.#staged.push({ path, replaces, ...own, temporary }); // before it is there: whatever happens, it will be removed
    try {
      const handle = await this.#take(() => this.#files.open(temporary, 'wx'));
      await pour(handle, content, own.mode);
    } catch (error) {
      throw fileError(error, path, 'write');
    }
  }

  /** Throws a UsageError where a file may not be written: it is an input, or it is there and nothing says to replace it. */
  async refuse(path: string, replaces: boolean): Promise<void> {
    if (path === '-') throw isNoFile();
    try {
      const there = await this.#identity(resolve(this.#cwd, path));
      if (there === undefined) return;
      if (there === 'folder') throw isFolder(path);
      if (there === 'device') throw isDevice(path);
      for (const input of this.#inputs) if ((await this.#identity(input)) === there) throw isInput(path);
    } catch (error) {
      throw fileError(error, path, 'write');
    }
    if (!replaces) throw isThere(path);
  }

  /** Has a text added to the end of a file when the others are put in their places. */
  async add(path: string, text: string): Promise<void> {
    await this.refuse(path, true);
    const { target, spot } = await this.#ownPlace(path);
    this.#additions.push({ path, target, spot, text });
  }

  /** Puts every staged file in its place, and every addition. */
  async publish(): Promise<void> {
    await this.#take(() => place(this.#staged, this.#additions, this.#files));
    await this.discard();
  }

  /** Removes what was staged, published or not. Throws a UsageError that names what could not be removed. */
  async discard(): Promise<void> {
    const staged = this.#staged;
    const left = (await Promise.all(staged.map((one) => leftOver(one, this.#files)))).flatMap((error) => error ?? []);
    this.#staged = []; // not before: a signal in between has to wait for it
    if (left.length > 0) throw left.reduce((all, error) => all.and(error));
  }

  /** Removes what was staged, and from then on stands still: for a process that is about to end. */
  async giveUp(): Promise<void> {
    this.#isGivenUp = true;
    await this.#step.catch(() => {}); // whoever took the step is told
    await this.discard();
  }

  /** Takes a step after which there is a file that was not there: none may come behind the last cleaning up. */
  #take<T>(step: () => Promise<T>): Promise<T> {
    if (this.#isGivenUp) return this.#never;
    const taken = step();
    this.#step = taken;
    return taken;
  }

  /** Where a file is to be put. Throws a UsageError where another output goes there. */
  async #ownPlace(path: string): Promise<Place> {
    const own = await this.#placeOf(path).catch((error: unknown) => {
      throw fileError(error, path, 'write');
    });
    if ([...this.#staged, ...this.#additions].some(({ spot }) => spot === own.spot)) throw isTwice(path);
    return own;
  }

  async #placeOf(path: string): Promise<Place> {
    const typed = resolve(this.#cwd, path);
    const target = await this.#targetOf(typed);
    const { dev, ino } = await this.#files.stat(dirname(target), { bigint: true });
    return {
      target,
      folder: dirname(target) === dirname(typed) ? dirname(path) : dirname(target),
      spot: `${dev}:${ino}/${basename(target)}`,
      mode: (await ifThere(this.#files.stat(target)))?.mode,
    };
  }

  /** Where a path leads in the end, through any links, whether there is a file or not. */
  async #targetOf(path: string): Promise<string> {
    const there = await ifThere(this.#files.realpath(path)); // which finds circles of links
    if (there !== undefined) return there;
    const link = await ifThere(this.#files.readlink(path));
    return link === undefined ? path : this.#targetOf(resolve(dirname(path), link));
  }

  /** The same for every name of one file; `undefined` where there is nothing. */
  async #identity(path: string): Promise<`${bigint}:${bigint}` | 'folder' | 'device' | undefined> {
    const found = await ifThere(this.#files.stat(path, { bigint: true }));
    if (found === undefined) return undefined; // nothing there: nothing to protect
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? `${found.dev}:${found.ino}` : 'device';
  }
}

interface Place extends Pick<Staged, 'target' | 'folder' | 'spot'> {
  /** The permissions of the file that is there, which one in its place keeps. */
  readonly mode: number | undefined;
}

async function pour(handle: FileHandle, content: OutputFile['content'], mode: number | undefined): Promise<void> {
  try {
    // Not where it is so already: some disks know no other permissions, and complain.
    if (mode !== undefined && (await handle.stat()).mode !== mode) await handle.chmod(mode & PERMISSIONS);
    if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
    else for await (const chunk of content) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const PERMISSIONS = 0o777;

function isInput(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”就是输入的文件，不能写在它上面。请换一个文件名。`,
    en: `“${path}” is the input itself, which is never written to. Choose another name.`,
  });
}

/** Other programs mean standard output by it, and a file of that name is a nuisance to remove. */
function isNoFile(): UsageError {
  return new UsageError({
    zh: '“-”不是文件名。要写到标准输出，就不写文件名；真有这个文件时写成 ./-。',
    en: '“-” is no name of a file. For standard output name no file; for a file of that name write ./-.',
  });
}

function isTwice(path: string): UsageError {
  return new UsageError({
    zh: `有两个结果都要写入“${path}”。请各用一个文件名。`,
    en: `Two results are to be written to “${path}”. Give each a file of its own.`,
  });
}

function isFolder(path: string): UsageError {
  return new UsageError({
    zh: `不能写入“${path}”：这是一个文件夹，应为文件。`,
    en: `Cannot write to “${path}”: it is a folder, and a file was expected.`,
  });
}

/** A file put in the place of a device, such as /dev/null, would take it from all other programs. */
function isDevice(path: string): UsageError {
  return new UsageError({
    zh: `不能写入“${path}”：这不是普通文件。请换一个文件名；要送进管道时，用标准输出。`,
    en: `Cannot write to “${path}”: it is no ordinary file. Choose another name; for a pipe use standard output.`,
  });
}
