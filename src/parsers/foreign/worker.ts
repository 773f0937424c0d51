import { serialize } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { answerForeign } from './answer.ts';
import { type ForeignAnswer, type ForeignTask, MOST_MEGABYTES, tooLarge } from './message.ts';

// The entry of the process that reads foreign formats. The library is busy without a break, so it has a thread: the main
// thread is free to hear that whoever wanted the file has gone, and to end with it.
if (isMainThread) watch();
else parentPort?.once('message', (task: ForeignTask) => answerForeign(task, (answer) => send(answer)));

function watch(): void {
  const worker = new Worker(new URL('./foreign-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  process.once('message', (task) => worker.postMessage(task));
  process.once('disconnect', () => process.exit());
  if (!process.connected) process.exit(); // it went while this was being loaded
  let unsent = 0;
  let isOver = false;
  // To disconnect is to throw away what has not been written to the pipe yet: whoever reads from it may be slow.
  const leave = () => {
    if (isOver && unsent === 0 && process.connected) process.disconnect();
  };
  const hand = (answer: Uint8Array) => {
    unsent++;
    process.send?.(answer, () => {
      unsent--;
      leave();
    });
  };
  worker.on('message', hand);
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isMemory) hand(serialize({ kind: 'refused', why: tooLarge } satisfies ForeignAnswer));
  });
  worker.on('exit', () => {
    isOver = true;
    leave();
  });
}

/** As bytes, which pass through the main thread without being made into rows there. */
function send(answer: ForeignAnswer): void {
  const bytes = new Uint8Array(serialize(answer));
  parentPort?.postMessage(bytes, [bytes.buffer]);
}
