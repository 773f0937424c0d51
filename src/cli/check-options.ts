import { indicatorIds, measureIds } from '../indicators/catalogue.ts';
import { defaultLimits, type Limits, parseLimit } from '../parsers/limits.ts';
import type { RawBatchOptions } from './batch-options.ts';
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

/** The kinds of finding that exit with 1. With a list of villages, what did not come is one of them. */
export function findings(text: string | undefined, hasList = false): readonly FindingKind[] {
  if (text === undefined) return ['indicator', 'error', ...(hasList ? (['submission'] as const) : [])];
  return someOf(text, { option: '--fail-on', known: findingKinds, example: 'indicator,error', canBeNone: true });
}

export function onlyIds(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const known = [...new Set<string>([...indicatorIds, ...measureIds])];
  return someOf(text, { option: '--only', known, example: '1,9a' });
}

export function limitsOf(texts: readonly string[], configured: Readonly<Record<string, string>>): Limits {
  const fromConfiguration = Object.entries(configured).map(([name, value]) => `${name}=${value}`);
  return Object.assign({}, defaultLimits, ...[...fromConfiguration, ...texts].map(parseLimit)) as Limits; // parts of limits over all of them
}
