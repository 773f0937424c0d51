/** The command line to offer: as it was typed, with an option more, whose value is yet to be known. */
export function commandWith(option: string, typed: readonly string[]): (value: string) => string {
  const end = typed.includes('--') ? typed.indexOf('--') : typed.length; // behind it everything is a name
  return (value) => ['fp-check', ...typed.slice(0, end), option, value, ...typed.slice(end)].map(quoted).join(' ');
}

/** A word as it is typed in a shell. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
