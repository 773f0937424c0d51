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
  worker.on('message', (bytes: Uint8Array) => process.send?.(bytes));
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isMemory) process.send?.(serialize({ kind: 'refused', why: tooLarge } satisfies ForeignAnswer));
  });
  worker.on('exit', () => process.connected && process.disconnect());
}

/** As bytes, which pass through the main thread without being made into rows there. */
function send(answer: ForeignAnswer): void {
  const bytes = new Uint8Array(serialize(answer));
  parentPort?.postMessage(bytes, [bytes.buffer]);
}
