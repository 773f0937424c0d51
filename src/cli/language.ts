import type { Language } from '../model/words.ts';

/** The language of what a person reads: `--lang`, else the locale. Machine formats are the same in every locale. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const option = optionValue(argv, '--lang');
  if (option === 'zh' || option === 'en') return option;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** Looked up before the options are parsed: the words of a parsing error depend on it. */
function optionValue(argv: readonly string[], name: string): string | undefined {
  const index = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = argv[index]; // of no word there is none, nor one behind it
  if (word === undefined) return undefined;
  return word.includes('=') ? word.slice(name.length + 1) : argv[index + 1];
}
