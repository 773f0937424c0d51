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
