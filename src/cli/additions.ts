import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Say } from './say.ts';
import type { Surroundings } from './surroundings.ts';

/** What it takes to add a command to the command line; `ended` takes its exit code. */
export interface Additions {
  readonly around: Surroundings;
  readonly say: Say;
  readonly ended: (code: ExitCode) => void;
}

/** Options that mean to a command what they mean to `check`. */
export function addShared(command: Command, root: Command, names: readonly string[]): void {
  for (const option of root.commands[0]?.options ?? [])
    if (names.includes(option.long ?? '')) command.addOption(option);
}
