import { CFB } from '@e965/xlsx';

/** A compound file with these streams, by their paths. */
export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [path, contents] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${path}`, contents);
  // With type `buffer` the container comes as a Buffer, whatever its declared type.
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** The directory entry of a stream or storage: a view, through which it can be edited. */
export function entryOf(bytes: Buffer, name: string): Buffer {
  const directory = (bytes.readUInt32LE(48) + 1) * 512; // what lies before may be a former one
  const at = bytes.indexOf(Buffer.from(name.padEnd(32, '\0'), 'utf16le').subarray(0, name.length * 2 + 2), directory);
  if (at < 0 || at % 128 !== 0) throw new Error(`no entry ${name}`);
  return bytes.subarray(at, at + 128);
}
