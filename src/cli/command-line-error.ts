import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';

/** A mistake on the command line, in words. */
export function commandLineError(code: string, message: string): UsageError {
  return new UsageError(wordsFor(code, message));
}

function wordsFor(code: string, message: string): Words {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  const hint = /\(Did you mean (.*?)\?\)/.exec(message)?.[1];
  const [zhHint, enHint] = hint === undefined ? ['', ''] : [`是不是 ${hint}？`, ` Did you mean ${hint}?`];
  switch (code) {
    case 'commander.unknownOption':
      return { zh: `没有“${named}”这个选项。${zhHint}`, en: `There is no option “${named}”.${enHint}` };
    case 'commander.missingArgument':
      return missing[named] ?? missing.ledger;
    case 'commander.optionMissingArgument':
      return { zh: `选项“${named}”后面缺少内容。`, en: `The option “${named}” lacks its value.` };
    case 'commander.invalidArgument':
      return { zh: `选项的内容不对：${message.replace(/^error: /, '')}`, en: message.replace(/^error: /, '') };
    default:
      return { zh: message.replace(/^error: /, ''), en: message.replace(/^error: /, '') };
  }
}

/** What a command lacks, by the name of its argument. */
const missing: { readonly ledger: Words; readonly [argument: string]: Words } = {
  ledger: {
    zh: '没有写台账的文件名。例如：fp-check 2025-06.xlsx',
    en: 'No ledger is named. For example: fp-check 2025-06.xlsx',
  },
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

function twoLedgers(): Words {
  return {
    zh: '比较需要两个月的台账。例如：fp-check diff 2025-05.xlsx 2025-06.xlsx',
    en: 'A comparison takes the ledgers of two months. For example: fp-check diff 2025-05.xlsx 2025-06.xlsx',
  };
}
