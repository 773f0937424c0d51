import { Command, Option } from 'commander';
import type { Words } from '../model/words.ts';
import type { RawCheckOptions } from './check-options.ts';
import type { ExitCode } from './exit-code.ts';
import type { RawReadOptions } from './read-command.ts';
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
      const { checkCommand } = await import('./check-command.ts');
      ended(await checkCommand(names, options, around));
    });
  addCommands(root, { around, say, ended });
  const languageOption = () =>
    new Option('--lang <language>', say('语言：zh 或 en（默认随系统）', 'zh or en (default: the locale)')).choices([
      'zh',
      'en',
    ]);
  for (const command of root.commands)
    command.helpOption('-h, --help', say('显示帮助', 'show help')).addOption(languageOption());
  root.addOption(languageOption());
  root.configureHelp({ formatHelp: () => rootHelp(root, check, say) });
  return root;
}

interface Additions {
  readonly around: Surroundings;
  readonly say: Say;
  readonly ended: (code: ExitCode) => void;
}

function addCommands(root: Command, { around, say, ended }: Additions): void {
  addRead(root, { around, say, ended });
  root
    .command('explain')
    .description(say('用文字解释指标或问题代码', 'a measure, indicator or diagnostic code in words'))
    .argument(
      '[id...]',
      say('如 1、9a、invalid-date；不写则列出全部', 'such as 1, 9a or invalid-date; without one, the list of all'),
    )
    .action(async (words: readonly string[]) => {
      const { explainCommand } = await import('./explain-command.ts');
      ended(await explainCommand(words, around));
    });
  root
    .command('profiles')
    .description(say('列出内置标准，或显示一种的全部要求', 'the built-in profiles, or one in full'))
    .argument('[name]', say('标准的名称，或标准文件', 'the name of a profile, or a profile file'))
    .action(async (name: string | undefined) => {
      const { profilesCommand } = await import('./profiles-command.ts');
      ended(await profilesCommand(name, around));
    });
  root
    .command('init')
    .description(say('写一份带注释的配置文件', 'write a commented configuration'))
    .option('--force', say('覆盖已有的文件', 'replace a file that is there'))
    .action(async (options: { readonly force?: boolean }) => {
      const { initCommand } = await import('./init-command.ts');
      ended(await initCommand(options, around));
    });
  root
    .command('schema')
    .description(say('输出 JSON Schema', 'print a JSON Schema'))
    .argument('<name>', 'config')
    .action(async (name: string) => {
      const { schemaCommand, schemas } = await import('./schema-command.ts');
      const names = Object.keys(schemas) as readonly (keyof typeof schemas)[]; // keyof is exact: the object is a literal
      const { oneOf } = await import('./check-options.ts');
      ended(await schemaCommand(oneOf(name, names, { option: 'schema' }), around));
    });
}

function addRead(root: Command, { around, say, ended }: Additions): void {
  const read = root
    .command('read')
    .description(say('只看读到了什么，不计算指标', 'what would be read: the reading report, nothing evaluated'))
    .argument('<ledger...>', say('台账：文件、文件夹或 -', 'ledgers: files, folders or -'))
    .option(
      '--suggest',
      say('为认不出的表头给出配置片段', 'a configuration fragment for headers that were not understood'),
    )
    .option('-f, --format <format>', say('table 或 json', 'table or json'));
  const shared = [
    '--period',
    '--config',
    '--encoding',
    '--register',
    '--limit',
    '--show-values',
    '--no-color',
    '--verbose',
  ];
  for (const option of root.commands[0]?.options ?? []) if (shared.includes(option.long ?? '')) read.addOption(option);
  read.action(async (names: readonly string[], options: RawReadOptions) => {
    const { readCommand } = await import('./read-command.ts');
    ended(await readCommand(names, options, around));
  });
}

/** Examples first, then the options of the main job, then the other commands. */
function rootHelp(root: Command, check: Command, say: Say): string {
  const help = root.createHelp();
  const list = (rows: readonly (readonly [string, string])[]) => {
    const width = Math.max(...rows.map(([term]) => term.length)) + 2;
    return rows.map(([term, text]) => `  ${term.padEnd(width)}${text}`).join('\n');
  };
  const options = [...help.visibleOptions(check), ...root.options.filter(({ long }) => long === '--version')];
  const others = root.commands.filter((command) => command !== check);
  return `${say('按十七项指标检查计划生育优质服务台账', 'Checks village family-planning registers against the seventeen indicators of quality services')}

${say('例如', 'Examples')}
${list([
  ['fp-check 2025-06.xlsx', say('检查一本台账', 'check a ledger')],
  ['fp-check 2025-06/ -f json=out.json', say('检查一个文件夹，结果存为 JSON', 'check a folder and save the report')],
  ['fp-check a.xlsx b.xlsx --by village', say('几本合起来算，并按村显示', 'several as one, shown by village')],
  ['fp-check explain 9a', say('说明一项指标怎样算', 'how a measure is counted')],
])}

${say('用法', 'Usage')}  fp-check [check] <ledger...> [options]

${list(options.map((option) => [help.optionTerm(option), option.description]))}

${say('其他命令（加 -h 看用法）', 'Other commands (-h for their help)')}
${list(others.map((command) => [[command.name(), ...command.registeredArguments.map((argument) => help.argumentTerm(argument))].join(' '), command.description()]))}

${say('退出码', 'Exit codes')}  ${say('0 合格 · 1 有不达标或错误 · 2 不能运行 · 3 有未定或无数据 · 70 程序出错 · 130 中断', '0 clean · 1 a finding · 2 could not run · 3 incomplete · 70 a bug · 130 interrupted')}
`;
}

type Say = (zh: string, en: string) => string;

function checkOptions(command: Command, say: Say): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .description(
      say('检查台账，逐项给出指标（默认命令）', 'check ledgers and report every indicator (the default command)'),
    )
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .option(
      '-p, --period <period>',
      say(
        '报告期：2025-06、2025-Q2、2025-H1、2025 或 2025-06-30',
        'the period: 2025-06, 2025-Q2, 2025-H1, 2025 or 2025-06-30',
      ),
    )
    .option('--profile <name|file>', say('考核标准（默认 district-17）', 'whose thresholds (default district-17)'))
    .option(
      '-c, --config <file>',
      say(
        '配置文件（默认向上查找 fp-check.config.yaml）',
        'a configuration (default: fp-check.config.yaml, found upward)',
      ),
    )
    .option(
      '-f, --format <format[=file]>',
      say('输出格式，可多次：table、json=out.json …', 'a format, repeatable: table, json=out.json …'),
      collect,
    )
    .option('-o, --output <file>', say('写入文件，按扩展名定格式', 'write to a file; its ending tells the format'))
    .option('--by <area>', say('按 village、town 或 total 显示', 'show by village, town or total'))
    .option('--only <ids>', say('只看这些指标，如 1,9a', 'these indicators or measures alone, such as 1,9a'))
    .option(
      '--fail-on <kinds>',
      say(
        '哪些发现使退出码为 1：indicator、error、warning 或 none（默认 indicator,error）',
        'which findings exit with 1: indicator, error, warning, or none (default indicator,error)',
      ),
    )
    .option(
      '--allow-incomplete',
      say('有未定或无数据的指标时也以 0 退出', 'exit 0 although indicators are undetermined or without data'),
    )
    .option('--encoding <name>', say('CSV 的编码（默认自动识别）', 'the encoding of CSV (default: found out)'))
    .option('--register <name>', say('标准输入是哪一册，如 births', 'which register standard input is, such as births'))
    .option(
      '--limit <name=value>',
      say('放宽读取上限，可多次，如 cells=50M', 'raise a limit of reading, repeatable, such as cells=50M'),
      collect,
    )
    .option(
      '--show-values',
      say('在提示中显示单元格内容（可能涉及个人）', 'show the cells’ content in messages (it may be personal)'),
    )
    .option('--no-color', say('不用颜色', 'no colour'))
    .option('-q, --quiet', say('只显示结论', 'verdicts alone'))
    .option('-v, --verbose', say('显示读取情况和全部问题', 'the reading report and all diagnostics too'));
}

/** A mistake on the command line, in words. */
export function commandLineError(code: string, message: string): Words {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  const hint = /\(Did you mean (.*?)\?\)/.exec(message)?.[1];
  const [zhHint, enHint] = hint === undefined ? ['', ''] : [`是不是 ${hint}？`, ` Did you mean ${hint}?`];
  switch (code) {
    case 'commander.unknownOption':
      return { zh: `没有“${named}”这个选项。${zhHint}`, en: `There is no option “${named}”.${enHint}` };
    case 'commander.missingArgument':
      return {
        zh: '没有写台账的文件名。例如：fp-check 2025-06.xlsx',
        en: 'No ledger is named. For example: fp-check 2025-06.xlsx',
      };
    case 'commander.optionMissingArgument':
      return { zh: `选项“${named}”后面缺少内容。`, en: `The option “${named}” lacks its value.` };
    case 'commander.invalidArgument':
      return { zh: `选项的内容不对：${message.replace(/^error: /, '')}`, en: message.replace(/^error: /, '') };
    default:
      return { zh: message.replace(/^error: /, ''), en: message.replace(/^error: /, '') };
  }
}
