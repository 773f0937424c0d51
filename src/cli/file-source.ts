import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../model/sheet.ts';
import { fileError } from './file-error.ts';
import type { Files } from './files.ts';

/** A file by its path, and by the name that the user knows it by. */
export interface NamedFile {
  readonly path: string;
  readonly shown: string;
}

/** The bytes of a file, read where they are asked for. What the system says of it is a UsageError. */
export class FileSource implements ByteSource {
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #shown: string;

  private constructor(handle: FileHandle, size: number, shown: string) {
    this.#handle = handle;
    this.#shown = shown;
    this.size = size;
  }

  static async open({ path, shown }: NamedFile, files: Files): Promise<FileSource> {
    const handle = await files.open(path, 'r').catch((error: unknown) => {
      throw fileError(error, shown);
    });
    try {
      return new FileSource(handle, (await handle.stat()).size, shown);
    } catch (error) {
      await handle.close();
      throw fileError(error, shown);
    }
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start)); // all that is handed on has been read into
    let filled = 0;
    while (filled < bytes.length) {
      const bytesRead = await this.#read(bytes, filled, start + filled);
      if (bytesRead === 0) break; // the file has shrunk: the caller sees fewer bytes than it asked for
      filled += bytesRead;
    }
    return filled === bytes.length ? bytes : bytes.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.#handle.close().catch((error: unknown) => {
      throw fileError(error, this.#shown, 'read');
    });
  }

  async #read(into: Buffer, at: number, position: number): Promise<number> {
    try {
      return (await this.#handle.read(into, at, into.length - at, position)).bytesRead;
    } catch (error) {
      throw fileError(error, this.#shown, 'read');
    }
  }
}
