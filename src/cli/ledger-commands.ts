import type { Command } from 'commander';
import { type Additions, addShared } from './additions.ts';
import type { RawCanonOptions } from './canon-command.ts';
import type { RawDiffOptions } from './diff-command.ts';
import type { RawReadOptions } from './read-command.ts';
import type { RawRenderOptions } from './render-command.ts';
import { collect } from './single-values.ts';
import type { RawTrendOptions } from './trend-command.ts';

/** The commands about ledgers and what came of them, beside the check itself. */
export function addLedgerCommands(root: Command, additions: Additions): void {
  for (const add of [addRead, addRender, addDiff, addTrend, addCanon]) add(root, additions);
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
      collect,
    )
    .option('--by <area>', say('按 village 或 total 显示', 'show by village or total'))
    .option('-q, --quiet', say('只显示结论的变化', 'statuses that changed alone'))
    .option(
      '-v, --verbose',
      say(
        '也显示没有变化的指标、改了哪些列和仍在的问题',
        'also what did not move, edited columns and problems that still stand',
      ),
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
