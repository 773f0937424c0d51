import type { CommandNode, OptionNode, Words } from './command-tree.ts';

/** A completion for zsh, with what every command and option is for. */
export function zshCompletion(commands: readonly CommandNode[]): string {
  const [main, ...others] = commands;
  if (main === undefined) return '';
  return `#compdef fp-check
# zsh completion for fp-check
# To use it:  source <(fp-check completion zsh)   or put it into a file _fp-check in your fpath
_fp_check_commands() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${escaped(description)}`)}`).join('\n')}
  )
  _describe -t commands command commands
}
_fp_check_first() {
  _alternative 'commands:command:_fp_check_commands' 'files:ledger:_files'
}
_fp_check() {
  local command=${main.name} word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      -*) ;;
      ${commands.map(({ name }) => name).join('|')}) command=$word; shift words; ((CURRENT--)); break ;;
      *) break ;;
    esac
  done
  case $command in
    ${main.name})
      _arguments -s ${main.options.flatMap(optionSpecs).join(' \\\n        ')} \\
        '1:command or ledger:_fp_check_first' '*:ledger:_files' ;;
${others.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _fp_check || $funcstack[1] == _fp-check ]]; then _fp_check "$@"; else compdef _fp_check fp-check; fi
`;
}

function commandCase({ name, options, argument }: CommandNode): string {
  const own = argument === null ? [] : [quoted(`*:argument:${action(argument)}`)];
  return `    ${name})
      _arguments -s ${[...options.flatMap(optionSpecs), ...own].join(' \\\n        ')} ;;`;
}

function optionSpecs({ names, description, value }: OptionNode): readonly string[] {
  const others = names.length > 1 ? `(${names.join(' ')})` : '';
  return names.map((name) => {
    const takes = value === null ? '' : `${name.startsWith('--') ? '=' : '+'}`;
    const argument = value === null ? '' : `:value:${action(value)}`;
    return quoted(`*${others}${name}${takes}[${escaped(description)}]${argument}`.replace(/^\*\(/, '('));
  });
}

function action({ words, files }: Words): string {
  if (words.length === 0) return files ? '_files' : ' ';
  const list = words.join(' ');
  return files ? `{compadd -- ${list}; _files}` : `(${list})`;
}

/** In a specification these end a part. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, (character) => `\\${character}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
