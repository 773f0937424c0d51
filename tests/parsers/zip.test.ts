import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import { inflatedChunks, rawChunks, readEntry } from '../../src/parsers/zip-entry.ts';
import { fileOf, type PackageShape, type WrittenEntry, writeZip } from './zip-writing.ts';

const hello: WrittenEntry = { name: 'xl/a.xml', contents: '你好' };

async function contentsOf(entries: readonly WrittenEntry[], shape: PackageShape = {}): Promise<readonly string[]> {
  const archive = await openZip(fileOf('a.xlsx', writeZip(entries, shape)), defaultLimits);
  return Promise.all(archive.entries.map(async (entry) => (await readEntry(archive, entry)).toString()));
}

/** The same, read a chunk at a time. */
async function chunksOf(entries: readonly WrittenEntry[], shape: PackageShape = {}): Promise<readonly string[]> {
  const archive = await openZip(fileOf('a.xlsx', writeZip(entries, shape)), defaultLimits);
  const contents = archive.entries.map(async (entry) => {
    const chunks: Buffer[] = [];
    for await (const chunk of inflatedChunks(archive, entry)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  });
  return Promise.all(contents);
}

describe('a package is read', () => {
  test.each<[string, WrittenEntry, PackageShape]>([
    ['deflated', hello, {}],
    ['stored', { ...hello, isStored: true }, {}],
    ['with a comment', hello, { comment: 'made by hand' }],
    ['behind other bytes', hello, { prefix: Buffer.alloc(1000, 'MZ') }],
    ['in zip64', hello, { isZip64: true }],
    ['with backslashes and a leading slash', { ...hello, name: '\\xl\\a.xml' }, {}],
  ])('%s', async (_, entry, shape) => {
    expect(await contentsOf([entry], shape)).toEqual(['你好']);
    expect(await chunksOf([entry], shape)).toEqual(['你好']);
  });

  test('an entry is found in any case, by its name with slashes', async () => {
    const archive = await openZip(fileOf('a.xlsx', writeZip([{ ...hello, name: '\\XL\\A.xml' }])), defaultLimits);
    expect(archive.entry('xl/a.xml')?.name).toBe('XL/A.xml');
  });

  test('an entry keeps all that a copy of its raw bytes needs', async () => {
    const bytes = writeZip([{ name: 'b', contents: 'b' }, hello]);
    const archive = await openZip(fileOf('a.xlsx', bytes), defaultLimits);
    const entry = archive.entry('xl/a.xml');
    if (entry === undefined) throw new Error('not found');
    const raw: Buffer[] = [];
    for await (const chunk of rawChunks(archive, entry)) raw.push(chunk);
    expect(bytes.includes(Buffer.concat([Buffer.from(entry.nameBytes), ...raw]))).toBe(true);
    expect(bytes.includes(Buffer.from(entry.record))).toBe(true);
    expect(entry).toMatchObject({ method: 8, flags: 1 << 11, size: 6, headerOffset: 34 });
  });

  test('an entry larger than a chunk comes whole', async () => {
    const entry = { name: 'a', contents: Buffer.alloc(3_000_000, '一二三四五') };
    expect(await contentsOf([entry])).toEqual([entry.contents.toString()]);
    expect(await chunksOf([entry])).toEqual([entry.contents.toString()]);
  });
});

test('of an entry that lies about its size no more is read than it takes to see it', async () => {
  const bytes = writeZip([{ name: 'xl/a.xml', contents: Buffer.alloc(8_000_000, 'ab'), isStored: true, size: 10 }]);
  let read = 0;
  const { name, source } = fileOf('a.xlsx', bytes);
  const slice: typeof source.slice = (start, end) => {
    read += end - start;
    return source.slice(start, end);
  };
  const archive = await openZip({ name, source: { ...source, slice } }, defaultLimits);
  const [entry] = archive.entries;
  if (entry === undefined) throw new Error('not found');
  await expect(readEntry(archive, entry)).rejects.toThrow(/xl\/a\.xml/);
  expect(read).toBeLessThan(1_000_000);
});

const long = { name: 'xl/a.xml', contents: Buffer.alloc(3_000_000, 'a') };

describe('a package is refused', () => {
  test.each<[string, readonly WrittenEntry[], RegExp]>([
    ['encrypted', [{ ...hello, flags: 1 }], /password/],
    ['with a name that leads out of it', [{ ...hello, name: 'xl/../../etc/passwd' }], /point out of it/],
    ['with two entries of one name', [hello, { ...hello, name: 'XL/a.xml' }], /twice/],
    ['by an unknown method', [{ ...hello, method: 12 }], /method that is not supported \(12\)/],
    ['inflating to more than it says', [{ ...hello, size: 5 }], /xl\/a\.xml/],
    ['inflating to less than it says', [{ ...hello, size: 7 }], /xl\/a\.xml/],
    ['with a false checksum', [{ ...hello, crc: 1 }], /xl\/a\.xml/],
    ['of many chunks, inflating to more than it says', [{ ...long, size: 2_999_999 }], /xl\/a\.xml/],
    ['of many chunks, inflating to less than it says', [{ ...long, size: 3_000_001 }], /xl\/a\.xml/],
    ['of many chunks, with a false checksum', [{ ...long, crc: 1 }], /xl\/a\.xml/],
    ['that says it is larger than any', [{ ...long, size: 2 ** 32 - 2 }], /xl\/a\.xml/],
    ['with bytes that do not inflate', [{ ...hello, isStored: true, method: 8 }], /xl\/a\.xml/],
  ])('%s', async (_, entries, message) => {
    await expect(contentsOf(entries)).rejects.toThrow(message);
    await expect(contentsOf(entries)).rejects.toHaveProperty('name', 'UsageError');
    await expect(chunksOf(entries)).rejects.toThrow(message);
  });

  test('with entries that lie upon each other', async () => {
    const bytes = writeZip([hello, { ...hello, name: 'xl/b.xml' }]);
    const second = bytes.indexOf('PK\x01\x02', bytes.indexOf('PK\x01\x02') + 1, 'latin1');
    bytes.writeUInt32LE(0, second + 42); // where its local header is
    await expect(openZip(fileOf('a.xlsx', bytes), defaultLimits)).rejects.toThrow(/lie upon each other/);
  });

  test('cut short at any byte', async () => {
    const bytes = writeZip([hello]);
    for (let length = 2; length < bytes.length; length++) {
      const file = fileOf('a.xlsx', bytes.subarray(0, length));
      await expect(openZip(file, defaultLimits), `${length} bytes`).rejects.toThrow(/cut short/);
    }
  });

  test('with more entries than the limit, counted before any is read', async () => {
    const bytes = writeZip([hello, { ...hello, name: 'b' }]);
    const limits = { ...defaultLimits, entries: 2 };
    await expect(openZip(fileOf('a.xlsx', bytes), limits)).resolves.toBeDefined();
    await expect(openZip(fileOf('a.xlsx', bytes), { ...limits, entries: 1 })).rejects.toThrow(/--limit entries/);
  });

  test('an entry outside the central directory does not exist', async () => {
    const hidden = writeZip([{ name: 'hidden', contents: 'x' }]).subarray(0, 40);
    const archive = await openZip(fileOf('a.xlsx', writeZip([hello], { prefix: hidden })), defaultLimits);
    expect(archive.entries.map(({ name }) => name)).toEqual(['xl/a.xml']);
  });
});
