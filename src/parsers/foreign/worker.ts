import { parentPort, workerData } from 'node:worker_threads';
import { answerForeign } from './answer.ts';
import type { ForeignTask } from './message.ts';

// The entry of the worker that reads foreign formats, apart from the main thread so that it can be stopped.
const port = parentPort;
if (port === null) throw new Error('worker.ts is started as a worker only');
// Whoever starts the worker gives it a ForeignTask.
await answerForeign(workerData as ForeignTask, (answer) => port.postMessage(answer));
