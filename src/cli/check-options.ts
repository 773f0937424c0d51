import { indicatorIds, measureIds } from '../indicators/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';
import { defaultLimits, type Limits, parseLimit } from '../parsers/limits.ts';
import { type FormatName, formatOf, reporters } from '../reporters/index.ts';
import { type FindingKind, findingKinds } from './exit-code.ts';

/** What commander hands on. */
export interface RawCheckOptions {
  readonly period?: string;
  readonly profile?: string;
  readonly config?: string;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly annotate?: string;
  readonly by?: string;
  readonly only?: string;
  readonly failOn?: string;
  readonly allowIncomplete?: boolean;
  readonly encoding?: string;
  readonly register?: string;
  readonly force?: boolean;
  readonly limit?: readonly string[];
  readonly lang?: string;
  readonly showValues?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** A format, and the file it goes to; `null` is standard output. */
export interface Destination {
  readonly format: FormatName;
  readonly file: string | null;
}

const formats = Object.keys(reporters) as readonly FormatName[]; // keyof is exact: the object is a literal

/** Where the report goes. At most one format goes to standard output. */
export function destinations({ format = [], output }: RawCheckOptions): readonly Destination[] {
  const named = format.map(destination);
  const toScreen = named.filter(({ file }) => file === null);
  if (output === undefined) {
    if (toScreen.length > 1) throw twoOnScreen();
    return named.length === 0 ? [{ format: 'table', file: null }] : named;
  }
  const [only, ...others] = toScreen;
  if (others.length > 0) throw twoOnScreen();
  const toFile = { format: only?.format ?? formatByEnding(output), file: output };
  return [...named.filter(({ file }) => file !== null), toFile];
}

export function findings(text = 'indicator,error'): readonly FindingKind[] {
  if (text === 'none') return [];
  return text.split(',').map((word) => oneOf(word.trim(), findingKinds, { option: '--fail-on', others: ['none'] }));
}

export function onlyIds(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const known = [...new Set<string>([...indicatorIds, ...measureIds])];
  return text.split(',').map((word) => oneOf(word.trim().toLowerCase(), known, { option: '--only' }));
}

export function limitsOf(texts: readonly string[], configured: Readonly<Record<string, string>>): Limits {
  const fromConfiguration = Object.entries(configured).map(([name, value]) => `${name}=${value}`);
  return Object.assign({}, defaultLimits, ...[...fromConfiguration, ...texts].map(parseLimit)) as Limits; // parts of limits over all of them
}

/** One of some words, or a UsageError that names the nearest. */
export function oneOf<const T extends string>(
  word: string,
  known: readonly T[],
  { option, others = [] }: { readonly option: string; readonly others?: readonly string[] },
): T {
  const found = known.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  const all = [...known, ...others];
  const meant = nearest(word, all);
  throw new UsageError({
    zh: `${option} 不认识“${word}”。${meant === null ? '' : `是不是“${meant}”？`}可用：${all.join('、')}。`,
    en: `${option} does not know “${word}”.${meant === null ? '' : ` Did you mean “${meant}”?`} Expected: ${all.join(', ')}.`,
  });
}

function destination(text: string): Destination {
  const [name = '', ...rest] = text.split('=');
  const file = rest.length === 0 ? null : rest.join('=');
  if (file === '')
    throw new UsageError({ zh: `--format “${text}”没有写文件名。`, en: `--format “${text}” names no file.` });
  return { format: oneOf(name, formats, { option: '--format' }), file };
}

function formatByEnding(file: string): FormatName {
  const found = formatOf(file);
  if (found !== undefined) return found;
  const endings = formats.flatMap((name) => reporters[name].ending ?? []);
  throw new UsageError({
    zh: `从文件名“${file}”看不出格式。请加 --format，或用这些扩展名之一：${endings.join('、')}。`,
    en: `The name “${file}” does not tell a format. Add --format, or use one of ${endings.join(', ')}.`,
  });
}

function twoOnScreen(): UsageError {
  return new UsageError({
    zh: '标准输出只能放一种格式。其余的请写成 -f 格式=文件。',
    en: 'Only one format can go to standard output. Write the others as -f format=file.',
  });
}
