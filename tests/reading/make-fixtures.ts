/** Writes the small ledgers under fixtures/reading. What they must read as stands beside them, and is written by hand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixtureFiles } from './fixture-files.ts';

const folder = join(import.meta.dirname, '../../fixtures/reading');

await mkdir(folder, { recursive: true });
for (const [name, bytes] of await fixtureFiles()) await writeFile(join(folder, name), bytes);
