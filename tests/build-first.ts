import { execFileSync } from 'node:child_process';

/** The tests through the real binary run what the sources are now, not what they were when somebody last built. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs'], { cwd: new URL('..', import.meta.url), stdio: 'inherit' });
}
