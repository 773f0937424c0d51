import { run } from './main.ts';

// A broken pipe is told to whoever writes; without a listener it would end the process instead.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Not process.exit(): what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
