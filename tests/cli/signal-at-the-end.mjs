// Preloaded into the real program: sends it an interrupt when it has written what it prints, with nothing left to wait for.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { stdout } = process;
  const own = stdout.write.bind(stdout);
  stdout.write = (text, ...of) => {
    const [encoding, done] = of.length === 1 ? [undefined, of[0]] : of;
    return own(text, encoding, (error) => {
      process.kill(process.pid, 'SIGINT');
      done(error);
    });
  };
}
