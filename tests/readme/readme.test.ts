import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/exit-code.ts';
import { readConfiguration } from '../../src/profiles/configuration.ts';
import { readme, renewed } from './blocks.ts';

const text = readme();

describe('the README', () => {
  test('shows what the code makes: screen, measures, help, API, codebook', () => {
    expect(renewed(text)).toBe(text);
  });

  test('names every exit code', () => {
    for (const code of Object.values(exitCodes)) expect(text).toContain(`| ${code} |`);
  });

  test('its configuration is one that is accepted', async () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const settings = await readConfiguration(
      { path: 'README.md', name: 'README.md', text: yaml },
      { readProfile: async () => undefined },
    );
    expect(settings.profile.measures['9e'].threshold).not.toBeNull();
  });

  test('every script that it tells to run is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const told = [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(told.filter((name) => !(name in scripts))).toEqual([]);
  });
});
