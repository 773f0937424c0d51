import { UsageError } from '../model/usage-error.ts';
import { oneOf } from './known-words.ts';

/** A format, and the file it goes to; `null` is standard output. */
export interface Destination<F extends string = string> {
  readonly format: F;
  readonly file: string | null;
}

/** The formats that a command can write, each with the file ending that asks for it. */
export type Formats<F extends string> = Readonly<Record<F, { readonly ending: string | null }>>;

export interface RawDestinations {
  readonly format?: readonly string[];
  readonly output?: string;
}

/** Where a result goes. At most one format goes to standard output: without any, the table does. */
export function destinations<F extends string>(
  { format = [], output }: RawDestinations,
  formats: Formats<F | 'table'>,
): readonly Destination<F | 'table'>[] {
  const named = format.map((text) => destination(text, formats));
  const toScreen = named.filter(({ file }) => file === null);
  if (output === undefined) {
    if (toScreen.length > 1) throw twoOnScreen();
    return named.length === 0 ? [{ format: 'table', file: null }] : named;
  }
  const [only, ...others] = toScreen;
  if (others.length > 0) throw twoOnScreen();
  const toFile = { format: only?.format ?? formatByEnding(output, formats), file: output };
  return [...named.filter(({ file }) => file !== null), toFile];
}

function destination<F extends string>(text: string, formats: Formats<F>): Destination<F> {
  const [name = '', ...rest] = text.split('=');
  const file = rest.length === 0 ? null : rest.join('=');
  if (file === '')
    throw new UsageError({ zh: `--format “${text}”没有写文件名。`, en: `--format “${text}” names no file.` });
  return { format: oneOf(name, namesOf(formats), { option: '--format' }), file };
}

function formatByEnding<F extends string>(file: string, formats: Formats<F>): F {
  const names = namesOf(formats);
  const found = names.find((name) => {
    const { ending } = formats[name];
    return ending !== null && file.toLowerCase().endsWith(ending);
  });
  if (found !== undefined) return found;
  const endings = names.flatMap((name) => formats[name].ending ?? []);
  throw new UsageError({
    zh: `从文件名“${file}”看不出格式。请加 --format，或用这些扩展名之一：${endings.join('、')}。`,
    en: `The name “${file}” does not tell a format. Add --format, or use one of ${endings.join(', ')}.`,
  });
}

function namesOf<F extends string>(formats: Formats<F>): readonly F[] {
  return Object.keys(formats) as F[]; // the keys of a registry are the names of its formats
}

function twoOnScreen(): UsageError {
  return new UsageError({
    zh: '标准输出只能放一种格式。其余的请写成 -f 格式=文件。',
    en: 'Only one format can go to standard output. Write the others as -f format=file.',
  });
}
