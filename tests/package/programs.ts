import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export function ran(program: string, argv: readonly string[], { cwd, env = {} }: Surroundings): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, argv, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout: stdout ?? '', stderr: stderr || String(error ?? '') };
}

/** The same where nothing may go wrong: what it printed. */
export function printed(program: string, argv: readonly string[], surroundings: Surroundings): string {
  const { code, stdout, stderr } = ran(program, argv, surroundings);
  if (code !== 0) throw new Error(`${program} ${argv.join(' ')} ended with ${code}.\n${stdout}${stderr}`);
  return stdout;
}
