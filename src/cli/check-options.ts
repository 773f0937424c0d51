import { indicatorIds, measureIds } from '../indicators/catalogue.ts';
import { defaultLimits, type Limits, parseLimit } from '../parsers/limits.ts';
import { needsList, type RawBatchOptions } from './batch-options.ts';
import { type FindingKind, findingKinds } from './exit-code.ts';
import { someOf } from './known-words.ts';

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

/**
 * The kinds of finding that exit with 1. With a list of villages, what did not come is one of them. Throws a UsageError for
 * an unknown kind, and for submissions without a list.
 */
export function findings(text: string | undefined, hasList: boolean): readonly FindingKind[] {
  if (text === undefined) return ['indicator', 'error', ...(hasList ? (['submission'] as const) : [])];
  const kinds = someOf(text, { option: '--fail-on', known: findingKinds, example: 'indicator,error', canBeNone: true });
  if (kinds.includes('submission') && !hasList) throw needsList('--fail-on submission');
  return kinds;
}

/** The ids that an option names between commas, `null` where it is not given. Throws a UsageError for an unknown one. */
export function onlyIds(text: string | undefined, option = '--only'): readonly string[] | null {
  if (text === undefined) return null;
  const known = [...new Set<string>([...indicatorIds, ...measureIds])];
  return someOf(text, { option, known, example: '1,9a' });
}

/** The default limits with those of a configuration and of an option over them. Throws a UsageError for an unknown one. */
export function limitsOf(
  texts: readonly string[],
  configured: Readonly<Record<string, string>>,
  option = '--limit',
): Limits {
  const fromConfiguration = Object.entries(configured).map(([name, value]) => parseLimit(`${name}=${value}`, 'limits'));
  const own = texts.map((text) => parseLimit(text, option));
  return Object.assign({}, defaultLimits, ...fromConfiguration, ...own) as Limits; // parts of limits over all of them
}
