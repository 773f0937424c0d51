import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { packed, ROOT } from './packed.ts';

const files = packed('--dry-run').files.map(({ path }) => path);

/** The code of the package, without its own licences and declarations. */
const code = files
  .filter((path) => path.endsWith('.js'))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

describe('the package', () => {
  test('holds these files; the names of pieces change with the code', async () => {
    const names = files.map((path) => path.replace(/-[A-Z0-9]{8}\.js$/, '-*.js'));
    await expect(`${[...new Set(names)].sort().join('\n')}\n`).toMatchFileSnapshot('contents.txt');
  });

  test.each(Object.keys(manifest.dependencies))('takes %s from node_modules, or it would be no dependency', (name) => {
    expect(code).toMatch(new RegExp(`["']${name}(?:/[^"']*)?["']`));
  });

  test('names the packages that are bundled, with their licences', () => {
    const licences = readFileSync(join(ROOT, 'dist/licences.txt'), 'utf8');
    const named = [...licences.matchAll(/^(@?[a-z][^\s]*) (\d+\.\d+\.\d+)$/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['chalk', 'cli-table3', 'commander', 'yaml', 'zod']));
    expect(licences.match(/Copyright/gi)?.length).toBeGreaterThanOrEqual(named.length);
  });
});
