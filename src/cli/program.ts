import { Command, Option } from 'commander';
import type { RawCanonOptions } from './canon-command.ts';
import { checkOptions } from './check-command-line.ts';
import type { RawCheckOptions } from './check-options.ts';
import type { RawDiffOptions } from './diff-command.ts';
import type { ExitCode } from './exit-code.ts';
import type { RawReadOptions } from './read-command.ts';
import type { RawRenderOptions } from './render-command.ts';
import { rootHelp } from './root-help.ts';
import type { Say } from './say.ts';
import type { Surroundings } from './surroundings.ts';
import type { RawTemplateOptions } from './template-command.ts';
import type { RawTrendOptions } from './trend-command.ts';
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
  addRender(root, { around, say, ended });
  addDiff(root, { around, say, ended });
  addTrend(root, { around, say, ended });
  addCanon(root, { around, say, ended });
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
    .command('template')
    .description(
      say('一份空的标准台账，带下拉选项和填表说明', 'an empty ledger workbook with drop-downs and header notes'),
    )
    .option('-o, --output <file.xlsx>', say('写入文件', 'the file to write'))
    .option('--force', say('覆盖已有的文件', 'replace a file that is there'))
    .action(async (options: RawTemplateOptions) => {
      const { templateCommand } = await import('./template-command.ts');
      ended(await templateCommand(options, around));
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
    .argument('<name>', 'config, report, diff')
    .action(async (name: string) => {
      const { schemaCommand, schemas } = await import('./schema-command.ts');
      const names = Object.keys(schemas) as readonly (keyof typeof schemas)[]; // keyof is exact: the object is a literal
      const { oneOf } = await import('./check-options.ts');
      ended(await schemaCommand(oneOf(name, names, { option: 'schema' }), around));
    });
}

function addRender(root: Command, { around, say, ended }: Additions): void {
  const render = root
    .command('render')
    .description(say('把保存下来的报告换成另一种格式', 'a saved report in another format'))
    .argument(
      '<report.json>',
      say('用 -f json 保存的报告；- 为标准输入', 'a report saved by -f json; - for standard input'),
    );
  addShared(render, root, [
    '--format',
    '--output',
    '--by',
    '--publish',
    '--published',
    '--no-color',
    '--quiet',
    '--verbose',
  ]);
  render.action(async (file: string, options: RawRenderOptions) => {
    const { renderCommand } = await import('./render-command.ts');
    ended(await renderCommand(file, options, around));
  });
}

/** Options that mean to a command what they mean to `check`. */
function addShared(command: Command, root: Command, names: readonly string[]): void {
  for (const option of root.commands[0]?.options ?? [])
    if (names.includes(option.long ?? '')) command.addOption(option);
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
  addShared(read, root, [
    '--period',
    '--config',
    '--encoding',
    '--register',
    '--limit',
    '--show-values',
    '--no-color',
    '--verbose',
  ]);
  read.action(async (names: readonly string[], options: RawReadOptions) => {
    const { readCommand } = await import('./read-command.ts');
    ended(await readCommand(names, options, around));
  });
}

function addDiff(root: Command, { around, say, ended }: Additions): void {
  const diff = root
    .command('diff')
    .description(
      say(
        '比较两个月：指标为什么变，哪些旧月份被改动',
        'two months of one area: why rates moved, and what was rewritten',
      ),
    )
    .argument('<before>', say('前一个月的台账', 'the earlier ledger'))
    .argument('<after>', say('后一个月的台账', 'the later ledger'))
    .option('--period-before <period>', say('前一个月的报告期', 'the period of the first'))
    .option('--profile-before <name|file>', say('前一个月的标准', 'the profile of the first'))
    .option('--config-before <file>', say('前一个月的配置', 'the configuration of the first'))
    .option(
      '--fail-on <kinds>',
      say(
        'worse（结论变差）、closed（旧月份被改动）或 none（默认两者）',
        'worse (a status), closed (months rewritten), or none (default: both)',
      ),
    )
    .option(
      '-f, --format <format[=file]>',
      say(
        '输出格式，可多次：table、json、markdown、xlsx=diff.xlsx',
        'a format, repeatable: table, json, markdown, xlsx=diff.xlsx',
      ),
      (value: string, before: readonly string[] = []) => [...before, value],
    );
  addShared(diff, root, [
    '--period',
    '--profile',
    '--config',
    '--output',
    '--only',
    '--encoding',
    '--limit',
    '--show-values',
    '--no-color',
    '--verbose',
  ]);
  diff.action(async (before: string, after: string, options: RawDiffOptions) => {
    const { diffCommand } = await import('./diff-command.ts');
    ended(await diffCommand([before, after], options, around));
  });
}

function addTrend(root: Command, { around, say, ended }: Additions): void {
  const trend = root
    .command('trend')
    .description(say('把几个月排在一起看', 'several months, in period order'))
    .argument('<ledger...>', say('各月的台账', 'the ledgers of the months'))
    .option('-f, --format <format>', say('table 或 json', 'table or json'));
  addShared(trend, root, ['--profile', '--config', '--only', '--encoding', '--limit', '--no-color']);
  trend.action(async (names: readonly string[], options: RawTrendOptions) => {
    const { trendCommand } = await import('./trend-command.ts');
    ended(await trendCommand(names, options, around));
  });
}

function addCanon(root: Command, { around, say, ended }: Additions): void {
  const canon = root
    .command('canon')
    .description(
      say('台账的规范文本：已排序，编号换成带密钥的摘要', 'canonical text for reviews: sorted, ids as keyed digests'),
    )
    .argument('<ledger>', say('台账', 'the ledger'))
    .option(
      '--key-file <file>',
      say('密钥文件（默认用环境变量 FP_CHECK_KEY）', 'a file with the key (default: FP_CHECK_KEY)'),
    );
  addShared(canon, root, ['--period', '--config', '--encoding', '--limit']);
  canon.action(async (name: string, options: RawCanonOptions) => {
    const { canonCommand } = await import('./canon-command.ts');
    ended(await canonCommand(name, options, around));
  });
}
