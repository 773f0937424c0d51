import { tmpdir } from 'node:os';
import { ran } from './programs.ts';

/** A Node that the package is made for. */
export interface Node {
  readonly version: string;
  /** Its path; `undefined` where it is not to be had. */
  readonly program: string | undefined;
}

/** The Nodes that are maintained, and the oldest that the package takes: this one, and the others from the registry. */
export const nodes: readonly Node[] = ['20', '22', '24', '26'].map((version) => ({
  version,
  program: process.versions.node.startsWith(`${version}.`) ? process.execPath : fetched(version),
}));

/** The path of a Node out of the package of that name, which npx keeps once it is there. */
function fetched(version: string): string | undefined {
  const argv = ['--yes', '--prefer-offline', '--fetch-retries=0', '--fetch-timeout=60000', `--package=node@${version}`];
  const { code, stdout } = ran('npx', [...argv, '-c', 'node -p process.execPath'], { cwd: tmpdir() });
  return code === 0 ? stdout.trim() : undefined;
}
