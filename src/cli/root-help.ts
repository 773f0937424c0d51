import type { Command } from 'commander';
import { wrap } from '../reporters/wrapping.ts';
import type { Say } from './say.ts';

const COLUMNS = 100; // a wider terminal leaves the rest, a narrower one breaks lines itself

/** Examples first, then the options of the main job, then the other commands. */
export function rootHelp(root: Command, check: Command, say: Say): string {
  const help = root.createHelp();
  const list = (rows: readonly (readonly [string, string])[]) => {
    const width = Math.max(...rows.map(([term]) => term.length)) + 2;
    const margin = `\n${' '.repeat(width + 2)}`;
    const lines = rows.map(([term, text]) => `  ${term.padEnd(width)}${wrap(text, COLUMNS - width - 2).join(margin)}`);
    return lines.join('\n');
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
