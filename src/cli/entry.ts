import type { Writable } from 'node:stream';
import { systemFiles } from './files.ts';
import { run } from './main.ts';

// Not process.exit(): what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  files: systemFiles,
  // Node sets up each stream when it is first asked for, and most runs need one of the three.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return withoutCrash(process.stdout);
  },
  get stderr() {
    return withoutCrash(process.stderr);
  },
});

/** A broken pipe is told to whoever writes; without a listener it would end the process instead. */
function withoutCrash<T extends Writable>(stream: T): T {
  return stream.listenerCount('error') === 0 ? stream.on('error', () => {}) : stream;
}
