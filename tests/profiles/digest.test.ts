import { describe, expect, test } from 'vitest';
import { builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { readConfiguration } from '../../src/profiles/configuration.ts';
import { digestOf } from '../../src/profiles/digest.ts';

function read(text: string) {
  return readConfiguration({ path: 'c.yaml', name: 'c.yaml', text }, { readProfile: async () => undefined });
}

describe('the digest', () => {
  const district = digestOf(builtInProfile('district-17'));

  test('is a SHA-256', () => {
    expect(district).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('does not change with words, names or spellings', async () => {
    const same = await read('name: x\nwords: { sex: { 壹: male } }\nthresholds: { 8a: "≥85.0 %" }\nmin_n: { 7a: 400 }');
    expect(digestOf(same.profile)).toBe(district);
  });

  test.each(['thresholds: { 8a: ">= 85.1%" }', 'windows: { 1b: year }', 'min_n: { 8a: 1 }', 'year_start: "10-01"'])(
    'changes with %s',
    async (text) => {
      expect(digestOf((await read(text)).profile)).not.toBe(district);
    },
  );
});
