import type { CommandNode, OptionNode, Words } from './command-tree.ts';

/** A completion for fish, with what every command and option is for. */
export function fishCompletion(commands: readonly CommandNode[]): string {
  const [main] = commands;
  const names = commands.map(({ name }) => name).join(' ');
  return `# fish completion for fp-check
# To use it:  fp-check completion fish | source
function __fp_check_command
    for word in (commandline -opc)[2..-1]
        switch $word
            case '-*'
                continue
            case ${names}
                test $word = $argv[1]
                return
            case '*'
                break
        end
    end
    test $argv[1] = ${main?.name}
end
function __fp_check_first
    test (count (commandline -opc)) -eq 1
end
complete -c fp-check -e
${commands.map(({ name, description }) => `complete -c fp-check -n __fp_check_first -a ${name} -d ${quoted(description)}`).join('\n')}
${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines({ name, options, argument }: CommandNode): readonly string[] {
  const when = `complete -c fp-check -n ${quoted(`__fp_check_command ${name}`)}`;
  return [...argumentLines(when, argument), ...options.map((option) => optionLine(when, option))];
}

function argumentLines(when: string, argument: Words | null): readonly string[] {
  if (argument === null) return [`${when} -f`];
  const { words, files } = argument;
  return words.length === 0 ? [] : [`${when} ${files ? '' : '-f '}-a ${quoted(words.join(' '))}`];
}

function optionLine(when: string, { names, description, value }: OptionNode): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [when, ...flags, ...valueFlags(value), '-d', quoted(description)].join(' ');
}

function valueFlags(value: Words | null): readonly string[] {
  if (value === null) return [];
  const { words, files } = value;
  return [files ? '-r -F' : '-x', ...(words.length === 0 ? [] : ['-a', quoted(words.join(' '))])];
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
