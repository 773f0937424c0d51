import { type ChildProcess, type ForkOptions, fork, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { deserialize } from 'node:v8';
import { beyondLimit, damaged, type Refusal } from '../refusal.ts';
import { type ForeignAnswer, type ForeignSheet, type ForeignTask, tooLarge } from './message.ts';

/**
 * Has a workbook read by a process of its own. The library was not written for files that are made to do harm, and some
 * of them end the whole process that it runs in; so it runs in another, whose end, whatever the cause, is a refusal.
 */
export async function readApart(task: ForeignTask, refuse: Refusal): Promise<readonly ForeignSheet[]> {
  const child = start();
  const sheets: ForeignSheet[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<readonly ForeignSheet[]>((resolve, reject) => {
      const tooLong = () => reject(refuse(beyondLimit(task.limits, 'seconds')));
      timer = setTimeout(tooLong, task.limits.seconds * 1000);
      child.on('message', (bytes: Uint8Array) => {
        const answer: ForeignAnswer = deserialize(bytes); // what the process sends is an answer
        if (answer.kind === 'sheet') sheets.push(answer.sheet);
        else if (answer.kind === 'done') resolve(sheets);
        else reject(refuse(answer.why));
      });
      // No effect where an answer came first: what had been sent may be read only after the process has ended.
      Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(
        ([[, signal]]) => reject(refuse(signal === OUT_OF_MEMORY ? tooLarge : gaveUp)),
        reject,
      );
      child.send(task, () => {}); // a process that cannot be told has ended
    });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

const OUT_OF_MEMORY = 'SIGABRT'; // so Node ends itself where there was no time to stop the thread

function start(): ChildProcess {
  const options = {
    execArgv: [],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_'))),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // what the library prints about odd files is not for the user
    // Control-C is meant for this process; the other one ends with it.
    detached: true,
    windowsHide: true, // or Windows shows a console of its own; `fork` takes it, though its type does not say so
  } satisfies ForkOptions & SpawnOptions;
  return fork(new URL('./foreign-worker.js', import.meta.url), [], options);
}

const gaveUp = damaged('读取中途停了', 'its reading stopped half-way');
