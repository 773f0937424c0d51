import { exitCodes } from './exit-code.ts';
import type { Outputs } from './outputs.ts';

/** Runs a job; whatever happens, nothing half-written stays behind. An interrupt ends the process with its own code. */
export async function withCleanUp<T>(outputs: Outputs, job: () => Promise<T>): Promise<T> {
  const stop = () => {
    // Nothing may outlive the clean-up, so this is the one place that ends the process; no output is under way but files.
    outputs.discard().finally(() => process.exit(exitCodes.interrupted));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await job();
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await outputs.discard();
  }
}
