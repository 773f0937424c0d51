import type { Command } from 'commander';
import type { Say } from './say.ts';
import { collect } from './single-values.ts';

/** The options of the main job. Other commands take over those that mean the same to them. */
export function checkOptions(command: Command, say: Say): Command {
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
    .option(
      '-a, --annotate <file|folder>',
      say('写一份批注了问题和结果的工作簿副本', 'write a copy of the workbook with problems and results marked'),
    )
    .option('--findings <file.xlsx>', say('把结果单独写成一个工作簿', 'write the results as a workbook of their own'))
    .option('--force', say('批注副本可以覆盖已有的文件', 'let the annotated copy replace a file that is there'))
    .option('--by <area>', say('按 village、town 或 total 显示', 'show by village, town or total'))
    .option('--only <ids>', say('只看这些指标，如 1,9a', 'these indicators or measures alone, such as 1,9a'))
    .option(
      '--fail-on <kinds>',
      say(
        '哪些发现使退出码为 1：indicator、error、warning、submission 或 none（默认 indicator,error；有名单时加 submission）',
        'which findings exit with 1: indicator, error, warning, submission, or none (default indicator,error, and with a list submission)',
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
    .option(
      '--expected <list.csv>',
      say(
        '应交台账的村名单：报告收到、缺、空、重复等',
        'the villages that should send a ledger: tells which came, and how',
      ),
    )
    .option(
      '--due <day>',
      say('截止日；名单的“收到日期”晚于它即迟交', 'the last day: what the list says was received later is late'),
    )
    .option(
      '--last <ledger>',
      say('上月的台账，可多次：找出一字未改的', 'last month’s ledger, repeatable: tells what has not changed at all'),
      collect,
    )
    .option(
      '--publish [least]',
      say(
        '制作可公布的报告：隐去小于此数的数和能推出它们的数（默认 10）',
        'make a report for publication: suppress numbers below this, and what would give them away (default 10)',
      ),
    )
    .option(
      '--published <report.json>',
      say('上一次公布的报告，两份合起来也推不出', 'the report published last, so that nothing follows from both'),
    )
    .option('--no-color', say('不用颜色', 'no colour'))
    .option('-q, --quiet', say('只显示结论', 'verdicts alone'))
    .option('-v, --verbose', say('显示读取情况和全部问题', 'the reading report and all diagnostics too'));
}
