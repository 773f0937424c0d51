/** Writes the made-up ledgers under fixtures/: `npm run fixtures`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shipped } from './shipped.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures');

for (const [name, bytes] of await shipped()) {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
