import { resolve } from 'node:path';
import { printed } from './programs.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What would be published, of what was built before the tests. */
export function packed(...options: readonly string[]): Packed {
  const [found]: readonly Packed[] = JSON.parse(
    printed('npm', ['pack', '--json', '--ignore-scripts', ...options], { cwd: ROOT }),
  );
  if (found === undefined) throw new Error('npm packed nothing.');
  return found;
}
