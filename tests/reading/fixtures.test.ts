import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureFiles } from './fixture-files.ts';
import { readFixture } from './fixture-reading.ts';

const folder = join(import.meta.dirname, '../../fixtures/reading');
const names = readdirSync(folder).filter((name) => /\.(?:csv|xlsx)$/.test(name));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

test.each(names)('%s reads as stands beside it', async (name) => {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  expect(await readFixture(name, bytesOf(name))).toEqual(expected);
});

describe('the fixtures', async () => {
  const made = await fixtureFiles();

  test('are those that are made, and each has its reading', () => {
    expect(new Set(readdirSync(folder))).toEqual(
      new Set(['README.md', ...[...made.keys()].flatMap((name) => [name, `${name}.json`])]),
    );
  });

  test.each([...made])('%s is made again byte by byte', (name, bytes) => {
    expect(Buffer.compare(bytesOf(name), bytes)).toBe(0);
  });
});
