import type { Command, Option } from 'commander';
import { indicatorIds, measureIds } from '../../indicators/catalogue.ts';
import { diagnosticKinds } from '../../model/diagnostic.ts';
import { builtInNames } from '../../profiles/built-in-profiles.ts';
import { registerNames } from '../../records/registers.ts';
import { reporters } from '../../reporters/index.ts';
import { findingKinds } from '../exit-code.ts';
import { schemas } from '../schema-command.ts';

/** What a word may be: one of some, a file, or something that only the user knows. */
export interface Words {
  readonly words: readonly string[];
  readonly files: boolean;
}

export interface OptionNode {
  /** `--format`, and `-f` where there is one. */
  readonly names: readonly string[];
  readonly description: string;
  /** `null` for an option without a value, or whose value may be left out. */
  readonly value: Words | null;
}

export interface CommandNode {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionNode[];
  /** What the arguments may be; `null` where there are none. */
  readonly argument: Words | null;
}

/** The commands as the command line has them, the main job first: what there is to complete. */
export function commandTree(root: Command): readonly CommandNode[] {
  return root.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: root
      .createHelp()
      .visibleOptions(command)
      .map((option) => optionNode(option, command.name())),
    argument: command.registeredArguments.length === 0 ? null : (argumentWords[command.name()] ?? FILES),
  }));
}

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const FILES: Words = { words: [], files: true };
const ids = [...new Set<string>([...indicatorIds, ...measureIds])];

const argumentWords: Readonly<Record<string, Words>> = {
  explain: { words: [...ids, ...Object.keys(diagnosticKinds)], files: false },
  profiles: { words: builtInNames, files: true },
  schema: { words: Object.keys(schemas), files: false },
  completion: { words: shells, files: false },
};

/** The words that an option takes. What is not here is a file, or the user's own. */
const optionWords: Readonly<Record<string, Words>> = {
  '--format': { words: Object.keys(reporters), files: false },
  '--profile': { words: builtInNames, files: true },
  '--profile-before': { words: builtInNames, files: true },
  '--by': { words: ['village', 'town', 'total'], files: false },
  '--only': { words: ids, files: false },
  '--fail-on': { words: [...findingKinds, 'none'], files: false },
  '--register': { words: registerNames, files: false },
  '--encoding': { words: ['utf-8', 'gb18030', 'gbk', 'big5', 'utf-16le', 'utf-16be'], files: false },
};

const otherWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  read: { '--format': ['table', 'json'] },
  diff: {
    '--format': ['table', 'json', 'markdown', 'xlsx'],
    '--by': ['village', 'total'],
    '--fail-on': ['worse', 'closed', 'none'],
  },
  trend: { '--format': ['table', 'json'] },
};

function optionNode({ long, short, flags, description, argChoices }: Option, command: string): OptionNode {
  const names = [long, short].filter((name) => name !== undefined && name !== null);
  // What may be left out is left to the user: the next word may be a ledger.
  if (!flags.includes('<')) return { names, description, value: null };
  const own = otherWords[command]?.[long ?? ''] ?? argChoices;
  const isFile = /file|folder|ledger|report\.json|list/.test(flags);
  const value =
    own === undefined ? (optionWords[long ?? ''] ?? { words: [], files: isFile }) : { words: own, files: false };
  return { names, description, value };
}
