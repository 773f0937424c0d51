import type { Writable } from 'node:stream';
import { codeOf, fileError } from './file-error.ts';
import type { Files } from './files.ts';

/** All that a command may see and touch of the world around it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/**
 * Writes a text, or the bytes of a file, and waits until it is gone: a result that got lost must not look like a success.
 *
 * A reader that closes the pipe has seen enough (`fp-check … | head`): that is no failure. Throws a UsageError where
 * the text cannot be written, as on a full disk.
 */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error || isClosedPipe(error)) resolve();
      else reject(fileError(error, STANDARD_OUTPUT, 'write'));
    });
  });
}

const STANDARD_OUTPUT = { zh: '标准输出', en: 'standard output' };

function isClosedPipe(error: Error): boolean {
  return ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error));
}
