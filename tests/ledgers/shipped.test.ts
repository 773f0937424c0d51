import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shipped } from './shipped.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures');
const made = await shipped();

test.each(made.map(([name, bytes]) => ({ name, bytes })))(
  '$name is made again byte by byte',
  async ({ name, bytes }) => {
    expect(Buffer.compare(await readFile(join(folder, name)), bytes)).toBe(0);
  },
);

test('the folder of tables holds these registers and no others', async () => {
  const names = made.map(([name]) => name).filter((name) => name.startsWith('2025-06-csv/'));
  expect((await readdir(join(folder, '2025-06-csv'))).map((name) => `2025-06-csv/${name}`).sort()).toEqual(
    names.sort(),
  );
});
