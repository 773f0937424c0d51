import { indicatorIds, measureIds } from '../indicators/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';
import { defaultLimits, type Limits, parseLimit } from '../parsers/limits.ts';
import type { RawBatchOptions } from './batch-options.ts';
import { type FindingKind, findingKinds } from './exit-code.ts';

/** What commander hands on. */
export interface RawCheckOptions extends RawBatchOptions {
  readonly period?: string;
  readonly profile?: string;
  readonly config?: string;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly annotate?: string;
  readonly findings?: string;
  readonly by?: string;
  readonly publish?: string;
  readonly published?: string;
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

/** The kinds of finding that exit with 1. With a list of villages, what did not come is one of them. */
export function findings(text: string | undefined, hasList = false): readonly FindingKind[] {
  if (text === undefined) return ['indicator', 'error', ...(hasList ? (['submission'] as const) : [])];
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
