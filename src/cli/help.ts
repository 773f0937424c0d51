import type { Argument, Command, Help } from 'commander';
import { wrap } from '../reporters/wrapping.ts';
import type { Say } from './say.ts';

const COLUMNS = 100; // a wider terminal leaves the rest, a narrower one breaks lines itself

/** Examples first, then the options of the main job, then the other commands. */
export function rootHelp(root: Command, check: Command, say: Say): string {
  const help = root.createHelp();
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

${listed(options, help)}

${say('其他命令（加 -h 看用法）', 'Other commands (-h for their help)')}
${list(others.map((command) => [[command.name(), ...command.registeredArguments.map(argumentText)].join(' '), command.description()]))}

${say('退出码', 'Exit codes')}  ${say('0 合格 · 1 有不达标或错误 · 2 不能运行 · 3 有未定或无数据 · 70 程序出错 · 130 中断', '0 clean · 1 a finding · 2 could not run · 3 incomplete · 70 a bug · 130 interrupted')}
`;
}

/** An argument as usage lines show it: `<file>`, `[id...]`. */
function argumentText(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** What a command is for, its arguments and its options. */
export function commandHelp(command: Command, say: Say): string {
  const help = command.createHelp();
  const given = command.registeredArguments.map((one): Row => [help.argumentTerm(one), one.description]);
  const parts = [
    command.description(),
    `${say('用法', 'Usage')}  ${help.commandUsage(command)}`,
    ...(given.length === 0 ? [] : [`${say('参数', 'Arguments')}\n${list(given)}`]),
    `${say('选项', 'Options')}\n${listed(help.visibleOptions(command), help)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

type Row = readonly [term: string, text: string];

function listed(options: Command['options'], help: Help): string {
  return list(options.map((option) => [help.optionTerm(option), option.description]));
}

function list(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([term]) => term.length)) + 2;
  const margin = `\n${' '.repeat(width + 2)}`;
  return rows
    .map(([term, text]) => `  ${term.padEnd(width)}${wrap(text, COLUMNS - width - 2).join(margin)}`)
    .join('\n');
}
