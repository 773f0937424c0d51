import type { FileHandle } from 'node:fs/promises';
import { type Files, systemFiles } from '../../src/cli/files.ts';

/** A file system in which one call fails, and what became of it. */
export interface FailingFiles {
  readonly files: Files;
  /** The name of the call that has failed; `undefined` where there were fewer calls. */
  readonly failed: () => string | undefined;
  readonly calls: () => readonly string[];
}

/**
 * The real file system, but that the call of a number (from 1) fails as the system would have it fail: nothing is
 * opened, renamed, linked or removed; of what is written the half arrives; what is closed is closed all the same.
 */
export function failingFiles(number: number, code: string): FailingFiles {
  const calls: string[] = [];
  let failed: string | undefined;
  const called = async <T>(name: string, call: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> => {
    calls.push(name);
    if (calls.length !== number) return call();
    failed = name;
    await half?.();
    throw Object.assign(new Error(`${code}: as asked for, ${name}`), { code });
  };
  const open = async (...of: Parameters<Files['open']>) =>
    watched(await called(`open ${of[1]}`, () => systemFiles.open(...of)), called);
  const others = (
    ['link', 'readdir', 'readFile', 'readlink', 'realpath', 'rename', 'rm', 'stat', 'appendFile', 'truncate'] as const
  ).map((name) => [
    name,
    // Whatever the call, its arguments are handed on as they are.
    (...of: readonly unknown[]) => {
      const call = systemFiles[name] as Call;
      const half = name === 'appendFile' ? () => call(of[0], String(of[1]).slice(0, 100)) : undefined;
      return called(name, () => call(...of), half);
    },
  ]);
  return {
    files: { ...Object.fromEntries(others), open } as Files, // all of its calls are here
    failed: () => failed,
    calls: () => calls,
  };
}

type Call = (...of: readonly unknown[]) => Promise<unknown>;
type Called = <T>(name: string, call: () => Promise<T>, half?: () => Promise<unknown>) => Promise<T>;

function watched(handle: FileHandle, called: Called): FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own !== 'function') return own;
      const call = own.bind(target) as Call; // the methods of a handle are asynchronous
      return (...of: readonly unknown[]) => called(`handle.${String(name)}`, () => call(...of), halfOf(name, of, call));
    },
  });
}

function halfOf(name: string | symbol, [content]: readonly unknown[], call: Call) {
  if (name === 'close') return () => call();
  if (name !== 'writeFile') return undefined;
  const bytes = Buffer.from(content as string | Uint8Array); // nothing else is written at once
  return () => call(bytes.subarray(0, bytes.length / 2));
}
