import type { CommanderError } from 'commander';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';

/** A mistake on the command line of a command, such as `fp-check diff`, in words. */
export function commandLineError({ code, message }: CommanderError, command: string): UsageError {
  return new UsageError(wordsFor(code, message, command));
}

function wordsFor(code: string, message: string, command: string): Words {
  const [named = '', given = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(named, /\(Did you mean (.*?)\?\)/.exec(message)?.[1], command);
    case 'commander.missingArgument':
      return missing[named] ?? noLedger(command);
    case 'commander.optionMissingArgument':
      return { zh: `选项“${named}”后面缺少内容。`, en: `The option “${named}” lacks its value.` };
    case 'commander.excessArguments':
      return tooMany(/\d+/.exec(message)?.[0] ?? '', command);
    case 'commander.invalidArgument':
      return unknownValue(named.split(' ')[0] ?? '', given, /choices are (.*)\.$/.exec(message)?.[1] ?? '');
    default:
      return { zh: message.replace(/^error: /, ''), en: message.replace(/^error: /, '') };
  }
}

function unknownOption(option: string, meant: string | undefined, command: string): Words {
  const [zh, en] =
    meant === undefined
      ? [`${command} --help 列出全部选项。`, `${command} --help lists them all.`]
      : [`是不是 ${meant}？`, `Did you mean ${meant}?`];
  return { zh: `没有“${option}”这个选项。${zh}`, en: `There is no option “${option}”. ${en}` };
}

function tooMany(expected: string, command: string): Words {
  return {
    zh: `写多了：${command} 后面${expected === '0' ? '不写名称' : `只写 ${expected} 个名称`}。用法见 ${command} --help。`,
    en: `Too many words: ${command} takes ${expected === '0' ? 'no names' : expected === '1' ? 'one name' : `${expected} names`}. ${command} --help shows how it is used.`,
  };
}

function unknownValue(option: string, value: string, known: string): Words {
  return {
    zh: `${option} 不认识“${value}”。可用：${known.replaceAll(', ', '、')}。`,
    en: `${option} does not know “${value}”. Expected: ${known}.`,
  };
}

/** What a command lacks, by the name of its argument. */
const missing: Readonly<Record<string, Words>> = {
  before: twoLedgers(),
  after: twoLedgers(),
  'report.json': {
    zh: '没有写已保存的报告。例如：fp-check render report.json -f html -o report.html',
    en: 'No saved report is named. For example: fp-check render report.json -f html -o report.html',
  },
  name: {
    zh: '没有写哪一种结构：config、report 或 diff。例如：fp-check schema report',
    en: 'No schema is named: config, report or diff. For example: fp-check schema report',
  },
  shell: {
    zh: '没有写哪一种命令行：bash、zsh 或 fish。例如：fp-check completion bash',
    en: 'No shell is named: bash, zsh or fish. For example: fp-check completion bash',
  },
};

function noLedger(command: string): Words {
  return {
    zh: `没有写台账的文件名。例如：${command} 2025-06.xlsx`,
    en: `No ledger is named. For example: ${command} 2025-06.xlsx`,
  };
}

function twoLedgers(): Words {
  return {
    zh: '比较需要两个月的台账。例如：fp-check diff 2025-05.xlsx 2025-06.xlsx',
    en: 'A comparison takes the ledgers of two months. For example: fp-check diff 2025-05.xlsx 2025-06.xlsx',
  };
}
