import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const PROFILES = join(import.meta.dirname, '../../src/profiles');

/** Every package that a module loads, by whatever way round. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';$/gms)];
  return new Set(
    imports.flatMap(([, from = '']) =>
      from.startsWith('.') ? [...packagesOf(join(dirname(file), from), seen)] : [from],
    ),
  );
}

test.each([
  'settings.ts',
  'digest.ts',
  'threshold.ts',
  'explanation-text.ts',
  'codebook.ts',
  'initial-configuration.ts',
])('%s is loaded without zod or yaml, so that a run without a configuration starts fast', (name) => {
  const packages = [...packagesOf(join(PROFILES, name))];
  expect(packages.filter((one) => !one.startsWith('node:'))).toEqual([]);
});

test('a configuration needs both', () => {
  const packages = packagesOf(join(PROFILES, 'configuration.ts'));
  expect(packages.has('zod') && packages.has('yaml')).toBe(true);
});
