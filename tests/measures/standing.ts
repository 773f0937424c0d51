import { expect, test } from 'vitest';
import type { Tally } from '../../src/engine/tally.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { type Row, type RunOptions, type Tables, tallied } from '../ledger-of.ts';

/**
 * How one record stands to a proportion. In scope: `hit`, `miss`, or `open` where it is not known which. Scope unknown:
 * `may hit` (it would if it counts), `may miss`, or `may` where that is not known either.
 */
export type Standing = 'hit' | 'miss' | 'open' | 'outside' | 'may hit' | 'may miss' | 'may';

const KEPT: Readonly<Record<Standing, object>> = {
  hit: { n: 1, d: 1, u: 0, xt: 0, xf: 0, x: 0 },
  miss: { n: 0, d: 1, u: 0, xt: 0, xf: 0, x: 0 },
  open: { n: 0, d: 0, u: 1, xt: 0, xf: 0, x: 0 },
  outside: { n: 0, d: 0, u: 0, xt: 0, xf: 0, x: 0 },
  'may hit': { n: 0, d: 0, u: 0, xt: 1, xf: 0, x: 1 },
  'may miss': { n: 0, d: 0, u: 0, xt: 0, xf: 1, x: 1 },
  may: { n: 0, d: 0, u: 0, xt: 1, xf: 1, x: 1 },
};

/** What is changed in a plain record that hits, and how the record then stands. */
export type Case = readonly [change: Row, standing: Standing];

/** One test a case: the ledger is that one record. */
export function standings(
  id: MeasureId,
  { register, plain, ...options }: RunOptions & { readonly register: keyof Tables; readonly plain: Row },
  cases: readonly Case[],
): void {
  test.each(cases.map(([change, standing]) => ({ change, standing, told: told(change) })))(
    `${id}, $told: $standing`,
    async ({ change, standing }) => {
      const { type, ...tally } = await tallied(id, { [register]: [{ ...plain, ...change }] }, options);
      expect(type).toBe('proportion');
      expect(tally).toMatchObject(KEPT[standing]);
    },
  );
}

/** One test a case: what a measure keeps of some tables. */
export function kept(
  id: MeasureId,
  cases: readonly (readonly [what: string, tables: Tables, counts: object])[],
  options?: RunOptions,
): void {
  test.each(cases)(`${id}, %s`, async (_, tables, counts) => {
    const tally: Tally = await tallied(id, tables, options);
    expect(tally).toMatchObject(counts);
  });
}

function told(change: Row): string {
  const told = Object.entries(change).map(([key, value]) => `${key} ${value === '' ? 'empty' : value}`);
  return told.length === 0 ? 'as it is' : told.join(', ');
}
