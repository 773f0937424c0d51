import type { Command } from 'commander';
import { bashCompletion } from './completion/bash.ts';
import { commandTree, type Shell, shells } from './completion/command-tree.ts';
import { fishCompletion } from './completion/fish.ts';
import { zshCompletion } from './completion/zsh.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { oneOf } from './known-words.ts';
import type { Surroundings } from './surroundings.ts';

const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const satisfies Record<
  Shell,
  unknown
>;

/** Prints what a shell needs to complete our commands, options and words; made from the command line itself. */
export async function completionCommand(name: string, root: Command, { io }: Surroundings): Promise<ExitCode> {
  const shell = oneOf(name, shells, { option: 'completion' });
  await write(io.stdout, completions[shell](commandTree(root)));
  return exitCodes.clean;
}
