import type { CommandNode, Words } from './command-tree.ts';

/** A completion for bash: it knows every command, option and word by itself, and starts no program. */
export function bashCompletion(commands: readonly CommandNode[]): string {
  const [main] = commands;
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion for fp-check
# To use it:  source <(fp-check completion bash)
_fp_check_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY+=($(compgen -f -- "$1"))
}
_fp_check() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=${main?.name} at=0 word
  # Bash takes --option=value for three words.
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $before == "=" && COMP_CWORD -ge 2 ]]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((word = 1; word < COMP_CWORD; word++)); do
    case "\${COMP_WORDS[word]}" in
      -*) ;;
      ${commands.map(({ name }) => name).join('|')}) command="\${COMP_WORDS[word]}"; at=$word; break ;;
      *) break ;;
    esac
  done
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case "$command" in
${commands.map(({ name, options }) => `      ${name}) ${replies(options.flatMap((option) => option.names))} ;;`).join('\n')}
    esac
    return
  fi
  case "$command" in
${commands.map(({ name, argument }) => `    ${name}) ${argument === null ? ':' : wordsCode(argument)} ;;`).join('\n')}
  esac
  if ((at == 0 && COMP_CWORD == 1)); then COMPREPLY+=($(compgen -W "${names}" -- "$current")); fi
}
complete -F _fp_check fp-check
`;
}

function valueCases({ name, options }: CommandNode): readonly string[] {
  return options.flatMap(({ names, value }) => {
    if (value === null) return [];
    const patterns = names.map((option) => `"${name} ${option}"`).join('|');
    return [`    ${patterns}) ${wordsCode(value)}; return ;;`];
  });
}

function wordsCode({ words, files }: Words): string {
  const parts = [...(words.length > 0 ? [replies(words)] : []), ...(files ? ['_fp_check_files "$current"'] : [])];
  return parts.length === 0 ? ':' : parts.join('; ');
}

function replies(words: readonly string[]): string {
  return `COMPREPLY+=($(compgen -W "${words.join(' ')}" -- "$current"))`;
}
