import { CommanderError } from 'commander';
import { UsageError } from '../model/usage-error.ts';
import { printable } from '../reporters/printable.ts';
import { commandLineError } from './command-line-error.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Io, write } from './io.ts';
import { languageOf } from './language.ts';
import { withUsualLeast } from './optional-values.ts';
import { program } from './program.ts';

/** Runs a command line and answers with its exit code. What is thrown ends here, as a sentence and a code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageOf(argv, io.env);
  let code: ExitCode = exitCodes.clean;
  const texts: string[] = [];
  const commands = program({ io, language, typed: argv }, (ended) => {
    code = ended;
  });
  for (const command of [commands, ...commands.commands]) {
    const typed = ['fp-check', 'check'].includes(command.name()) ? 'fp-check' : `fp-check ${command.name()}`;
    const misused = (error: CommanderError) => {
      throw error.exitCode === 0 ? error : commandLineError(error, typed);
    };
    command.exitOverride(misused).configureOutput({ writeOut: (text) => texts.push(text), writeErr: () => {} });
  }
  try {
    await commands.parseAsync(withUsualLeast(argv), { from: 'user' }).catch(unlessHelp);
    if (texts.length > 0) await write(io.stdout, texts.join(''));
    return code;
  } catch (error) {
    if (!(error instanceof UsageError)) return reportBug(error, io);
    const code = error.code === undefined ? '' : ` [${error.code}]`;
    await tell(`fp-check: ${error.words[language]}${code}\n`, io);
    return exitCodes.failed;
  }
}

/** Help and version end the parsing of a command line like a fault of it. */
function unlessHelp(error: unknown): void {
  if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
}

/**
 * Where not even this can be written, the exit code is all that is left to tell. Messages quote names from files and from the
 * command line, which must not steer the terminal.
 */
async function tell(text: string, { stderr }: Io): Promise<void> {
  await write(stderr, text.split('\n').map(printable).join('\n')).catch(() => {});
}

async function reportBug(error: unknown, io: Io): Promise<ExitCode> {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await tell(
    `fp-check: 程序出错了，这不是台账的问题。请把下面的内容报给维护者（其中没有台账的内容）。\nThis is a bug in fp-check, not in the ledger. Please report the lines below; they hold nothing of the ledger.\n\n${trace}\n`,
    io,
  );
  return exitCodes.bug;
}
