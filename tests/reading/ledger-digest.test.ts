import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ByteSource } from '../../src/model/sheet.ts';
import { digestOf } from '../../src/reading/ledger-digest.ts';

const MEGABYTE = 1 << 20;

/** A file of a ledger, each of its slices a view of one buffer as those of standard input are. */
function file(name: string, bytes: Uint8Array) {
  const source: ByteSource = { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) };
  return { name, source };
}

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

function ledger(files: readonly ReturnType<typeof file>[], isFolder: boolean) {
  return { name: 'ledger', periodHints: [], files, isFolder };
}

test.each([0, 1, MEGABYTE, MEGABYTE + 1, 48 * MEGABYTE, 48 * MEGABYTE + 1, 50 * MEGABYTE - 1])(
  'a file of %i bytes has its SHA-256, whichever thread makes it',
  async (size) => {
    const bytes = new Uint8Array(size).map((_, index) => (index * 31) >> 3);
    expect(await digestOf(ledger([file('a.xlsx', bytes)], false))).toBe(hashOf(bytes));
    expect(bytes.length).toBe(size); // handing bytes to a thread would leave nothing of them
  },
);

test('a folder has that of the list of its files', async () => {
  const [one, large] = [new Uint8Array([1]), new Uint8Array(49 * MEGABYTE)];
  expect(await digestOf(ledger([file('出生.csv', one), file('村情.csv', large)], true))).toBe(
    hashOf(`${hashOf(one)}  出生.csv\n${hashOf(large)}  村情.csv\n`),
  );
});

test('a file that cannot be read fails, and no thread is left behind', async () => {
  const slice = () => Promise.reject(new Error('the disk is gone'));
  const broken = { name: 'a.csv', source: { size: 52 * MEGABYTE, slice } };
  await expect(digestOf(ledger([broken], false))).rejects.toThrow('the disk is gone');
});
