import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Ledger } from '../../src/model/sheet.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** A shipped ledger, under its own name. */
export function shipped(name: string): Ledger {
  const bytes = readFileSync(join(FIXTURES, name));
  const source = { size: bytes.length, slice: async (from: number, to: number) => bytes.subarray(from, to) };
  return { name, periodHints: [basename(name), ''], files: [{ name, source }], isFolder: false };
}
