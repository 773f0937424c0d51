import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, kernels } from './kernel-code.ts';

test.each(kernels.map(({ source, code }) => [basename(source), source, code]))(
  '%s is compiled as it stands',
  async (_, source, code) => {
    expect(await readFile(code, 'utf8')).toBe(await codeOf(source));
  },
);
