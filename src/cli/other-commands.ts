import type { Command } from 'commander';
import type { Additions } from './additions.ts';
import type { RawTemplateOptions } from './template-command.ts';

/** The commands that need no ledger. */
export function addOtherCommands(root: Command, { around, say, ended }: Additions): void {
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
      const { oneOf } = await import('./known-words.ts');
      ended(await schemaCommand(oneOf(name, names, { option: 'schema' }), around));
    });
  addCompletion(root, { around, say, ended });
}

function addCompletion(root: Command, { around, say, ended }: Additions): void {
  root
    .command('completion')
    .description(say('输出命令行补全脚本', 'print a completion for a shell'))
    .argument('<shell>', 'bash, zsh, fish')
    .action(async (name: string) => {
      const { completionCommand } = await import('./completion-command.ts');
      ended(await completionCommand(name, root, around));
    });
}
