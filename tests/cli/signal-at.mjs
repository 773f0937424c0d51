// Preloaded into the real program: sends it a signal at one of its calls to the file system, counted from the first that
// opens a file for writing. What is being written when it is killed is half there.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const [signal, at] = [process.env.FP_CHECK_TEST_SIGNAL, Number(process.env.FP_CHECK_TEST_CALL)];
let [isWriting, calls] = [false, 0];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

async function called(call, half) {
  if (isWriting && ++calls === at) {
    if (signal === 'SIGKILL') await half?.(); // of all others the program hears later
    process.kill(process.pid, signal);
  }
  if (at > 0 && calls > at) {
    // A file that is open and that nothing refers to any more is told on standard error once its garbage is collected.
    for (let turn = 0; turn < TURNS; turn++) {
      collectGarbage();
      await setTimeout(1);
    }
  }
  return call();
}

// Enough for what had begun before the signal to come to its end.
const TURNS = 4;

// Of a long file the first few chunks: the others are written no other way.
const CHUNKS = 3;

function watched(handle) {
  let chunks = 0;
  for (const name of ['writeFile', 'sync', 'close']) {
    const own = handle[name].bind(handle);
    handle[name] = (...of) => {
      if (name === 'writeFile' && ++chunks > CHUNKS) return own(...of);
      return called(() => own(...of), name === 'writeFile' ? () => writeHalf(handle, of[0]) : undefined);
    };
  }
  return handle;
}

function writeHalf(handle, content) {
  const bytes = Buffer.from(content);
  return handle.write(bytes, 0, bytes.length >> 1);
}

if (isMainThread) {
  for (const name of ['link', 'rename', 'rm', 'stat']) {
    const own = fs[name];
    fs[name] = (...of) => called(() => own(...of));
  }
  const { open } = fs;
  fs.open = async (path, flags) => {
    isWriting ||= flags === 'wx';
    return called(() => open(path, flags)).then((handle) => (flags === 'wx' ? watched(handle) : handle));
  };
  syncBuiltinESMExports();
}
