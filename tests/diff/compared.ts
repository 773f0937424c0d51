import { type DiffRequest, diff } from '../../src/diff/diff.ts';
import type { Change, Difference, Factor, MeasureDifference } from '../../src/diff/difference.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { readConfiguration } from '../../src/profiles/configuration.ts';
import { defaultSettings, type Settings } from '../../src/profiles/settings.ts';
import { ledgerOf, type Tables } from '../ledger-of.ts';

/** The tables of a month, or its ledgers, and how it is read. */
export interface Month {
  readonly of: Tables | readonly Ledger[];
  readonly period?: string;
  /** A configuration, as YAML. */
  readonly configuration?: string;
}

export async function compared(
  before: Month,
  after: Month,
  { showValues = false, only = null }: Partial<Pick<DiffRequest, 'showValues' | 'only'>> = {},
): Promise<Difference> {
  const command = () => 'fp-check diff before after';
  return diff(ledgersOf(before, 'before'), ledgersOf(after, 'after'), {
    before: { settings: await settingsOf(before), period: before.period ?? '2025-05', command },
    after: { settings: await settingsOf(after), period: after.period ?? '2025-06', command },
    limits: defaultLimits,
    only,
    showValues,
    version: '0',
  });
}

export function measureIn({ indicators }: Difference, id: string): MeasureDifference {
  const found = indicators.flatMap(({ measures }) => measures).find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`The difference has no measure ${id}.`);
  return found;
}

/** The parts of a change as exact texts: those that are not zero. */
export function partsIn({ parts }: Change, of: 'numerator' | 'denominator' | 'value'): Partial<Record<Factor, string>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([factor, amounts]) => {
      const exact = amounts[of]?.exact ?? 'none';
      return exact === '0' ? [] : [[factor, exact]];
    }),
  );
}

function ledgersOf({ of }: Month, name: string): readonly Ledger[] {
  return isList(of) ? of : [ledgerOf(of, { name })];
}

function isList(of: Month['of']): of is readonly Ledger[] {
  return Array.isArray(of);
}

async function settingsOf({ configuration }: Month): Promise<Settings> {
  if (configuration === undefined) return defaultSettings('district-17');
  const file = { path: 'fp-check.config.yaml', name: 'fp-check.config.yaml', text: configuration };
  return readConfiguration(file, { readProfile: async () => undefined });
}
