import { Command, Option } from 'commander';
import { checkOptions } from './check-command-line.ts';
import type { RawCheckOptions } from './check-options.ts';
import type { ExitCode } from './exit-code.ts';
import { commandHelp, rootHelp } from './help.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addOtherCommands } from './other-commands.ts';
import type { Say } from './say.ts';
import { refuseRepeated } from './single-values.ts';
import type { Surroundings } from './surroundings.ts';
import { version } from './version.ts';

/** The command line. Each command is loaded when it is used; `ended` takes its exit code. */
export function program(around: Surroundings, ended: (code: ExitCode) => void): Command {
  const say: Say = (zh, en) => ({ zh, en })[around.language];
  const root = new Command('fp-check')
    .version(version, '-V, --version', say('显示版本', 'show the version'))
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError();
  const check = checkOptions(root.command('check', { isDefault: true }), say)
    .argument(
      '<ledger...>',
      say(
        '台账：.xlsx、.csv、.xls、.ods 文件或文件夹；- 为标准输入的一册 CSV',
        'ledgers: .xlsx, .csv, .xls or .ods files, or folders; - for one CSV register from standard input',
      ),
    )
    .action(async (names: readonly string[], options: RawCheckOptions) => {
      const { refuseMistyped } = await import('./mistyped-command.ts');
      const commands = root.commands.map((command) => command.name());
      await refuseMistyped(names, commands, around.io);
      const { checkCommand } = await import('./check-command.ts');
      ended(await checkCommand(names, options, around));
    });
  addLedgerCommands(root, { around, say, ended });
  addOtherCommands(root, { around, say, ended });
  const languageOption = () =>
    new Option('--lang <language>', say('语言：zh 或 en（默认随系统）', 'zh or en (default: the locale)')).choices([
      'zh',
      'en',
    ]);
  for (const command of root.commands) {
    command.helpOption('-h, --help', say('显示帮助', 'show help')).addOption(languageOption());
    const formatHelp = () => (command === check ? rootHelp(root, check, say) : commandHelp(command, say));
    command.configureHelp({ formatHelp });
  }
  root.addOption(languageOption());
  root.configureHelp({ formatHelp: () => rootHelp(root, check, say) });
  for (const command of [root, ...root.commands]) refuseRepeated(command);
  return root;
}
