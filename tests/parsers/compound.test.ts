import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { isCompound, openCompound, workbookIn } from '../../src/parsers/compound.ts';
import { compoundOf, entryOf } from './compound-writing.ts';
import { open, readFirst } from './workbook-writing.ts';
import { fileOf } from './zip-writing.ts';

const register = readFileSync(new URL('./files/register.xls', import.meta.url));

const sourceOf = (bytes: Buffer) => ({
  size: bytes.length,
  slice: async (a: number, b: number) => bytes.subarray(a, b),
});

async function streamsOf(bytes: Buffer, entries = 2000) {
  const streams = await openCompound(sourceOf(bytes), { entries });
  if ('refused' in streams) throw new Error(streams.refused.en);
  return streams;
}

/** The register with the directory entry of a stream edited. */
function edited(name: string, edit: (entry: Buffer) => void): Buffer {
  const bytes = Buffer.from(register);
  edit(entryOf(bytes, name));
  return bytes;
}

const [LEFT, RIGHT, CHILD, START, SIZE] = [68, 72, 76, 116, 120];

describe('the streams of a compound file', () => {
  test('are those at its root, and not those of the storages within', async () => {
    const bytes = compoundOf({ Book: Buffer.alloc(5000, 1), 'Inner/Workbook': Buffer.alloc(5000, 2) });
    expect((await streamsOf(bytes)).map(({ name }) => name)).toContain('Book');
    expect(workbookIn(await streamsOf(bytes))?.name).toBe('Book');
  });

  test.each([0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000])('of %i bytes are read whole', async (size) => {
    const contents = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7) % 251));
    const streams = await streamsOf(compoundOf({ First: Buffer.alloc(100, 9), Workbook: contents }));
    const workbook = workbookIn(streams);
    expect(await workbook?.read()).toEqual(contents);
    expect(await workbook?.read(10)).toEqual(contents.subarray(0, 10));
  });

  test('are read beyond the sectors that the header has room for', async () => {
    const contents = Buffer.alloc(8_000_000, 'a longer text, that repeats itself');
    const bytes = compoundOf({ Workbook: contents });
    expect(bytes.readUInt32LE(72)).toBeGreaterThan(0); // sectors of the table of tables
    expect((await workbookIn(await streamsOf(bytes))?.read())?.equals(contents)).toBe(true);
  });

  test('that is a workbook for all programs goes before the one for programs of old', async () => {
    const streams = await streamsOf(compoundOf({ Book: Buffer.alloc(5000), WORKBOOK: Buffer.alloc(5000) }));
    expect(workbookIn(streams)?.name).toBe('WORKBOOK');
  });
});

describe('a compound file is refused at once', () => {
  test.each<[string, Buffer, RegExp]>([
    [
      'whose entry is its own neighbour',
      edited('Workbook', (entry) => entry.writeUInt32LE(1, LEFT)),
      /turns in circles/,
    ],
    ['whose root is a neighbour', edited('Workbook', (entry) => entry.writeUInt32LE(0, LEFT)), /turns in circles/],
    [
      'whose root is a child of its own',
      edited('Root Entry', (entry) => entry.writeUInt32LE(0, CHILD)),
      /turns in circles/,
    ],
    [
      'with a neighbour beyond the directory',
      edited('Workbook', (entry) => entry.writeUInt32LE(9999, RIGHT)),
      /points beyond itself/,
    ],
    [
      'with a stream longer than the file',
      edited('Workbook', (entry) => entry.writeUInt32LE(0x7fffffff, SIZE)),
      /not whole/,
    ],
    [
      'with a stream that begins beyond the file',
      edited('Workbook', (entry) => entry.writeUInt32LE(0x00ffffff, START)),
      /not whole/,
    ],
    ['cut within its workbook', register.subarray(0, 2048), /damaged/],
  ])('%s', async (_, bytes, message) => {
    await expect(open(fileOf('a.xls', bytes))).rejects.toThrow(message);
    await expect(open(fileOf('a.xls', bytes))).rejects.toHaveProperty('name', 'UsageError');
  });

  test('whose sectors turn in circles', async () => {
    const bytes = compoundOf({ Workbook: Buffer.alloc(5000) });
    const start = entryOf(bytes, 'Workbook').readUInt32LE(START);
    bytes.writeUInt32LE(start, (bytes.readUInt32LE(76) + 1) * 512 + start * 4);
    await expect(open(fileOf('a.xls', bytes))).rejects.toThrow(/not whole/);
  });

  test.each([48, 60, 76])('with a table that lies beyond the file, byte %i of its header', async (at) => {
    const bytes = Buffer.from(register);
    bytes.writeUInt32LE(0x00ffffff, at);
    await expect(open(fileOf('a.xls', bytes))).rejects.toThrow(/damaged/);
  });

  test('with more entries than the limit, and with as many it is not', async () => {
    const names = Array.from({ length: 20 }, (_, i) => [`s${i}`, Buffer.alloc(10)] as const);
    const bytes = compoundOf(Object.fromEntries(names));
    const entries = (await streamsOf(bytes)).length;
    await expect(openCompound(sourceOf(bytes), { entries })).resolves.toHaveLength(entries);
    await expect(openCompound(sourceOf(bytes), { entries: entries - 1 })).resolves.toMatchObject({
      refused: { code: 'beyond-limit' },
    });
  });
});

test('the register is a compound file, and is read', async () => {
  expect(isCompound(register)).toBe(true);
  expect((await readFirst(fileOf('a.xls', register))).rows.length).toBe(5);
  expect(CFB.find(CFB.read(register, { type: 'buffer' }), '/Workbook')?.content).toHaveLength(
    (await workbookIn(await streamsOf(register))?.read())?.length ?? -1,
  );
});
