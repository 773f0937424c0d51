import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../model/usage-error.ts';
import { exitCodes } from './exit-code.ts';
import type { Outputs } from './outputs.ts';

/** Runs a job; whatever happens, nothing half-written stays behind. A signal to end ends the process with its own code. */
export async function withCleanUp<T>(outputs: Outputs, job: () => Promise<T>): Promise<T> {
  const stop = (signal: Signal) => {
    // Nothing may outlive the clean-up, so this is the one place that ends the process; no output is under way but files.
    outputs.giveUp().finally(() => process.exit(endings[signal]));
  };
  // Not once: whoever is impatient, or runs this through npm, sends it twice, and the second would end the clean-up.
  for (const signal of signals) process.on(signal, stop);
  try {
    const done = await job();
    await heard();
    return done;
  } catch (error) {
    throw await withLeft(error, outputs);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Waits until a signal has been met that came while the program computed: it is looked for once a turn, which may be half over. */
async function heard(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

// The shell's convention: 128 and the number of the signal.
const endings = { SIGHUP: exitCodes.hungUp, SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
type Signal = keyof typeof endings;
const signals = Object.keys(endings) as readonly Signal[]; // the keys of the table are the signals

/** The error, and what is still lying about because of it. */
async function withLeft(error: unknown, outputs: Outputs): Promise<unknown> {
  const left = await outputs.discard().then(
    () => undefined,
    (fault: unknown) => fault,
  );
  return error instanceof UsageError && left instanceof UsageError ? error.and(left) : error;
}
