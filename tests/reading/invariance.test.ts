import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/model/day.ts';
import type { Report } from '../../src/model/report.ts';
import { randomRun } from '../independent/random-ledger.ts';
import { random } from '../ledgers/random.ts';
import { readingOf } from '../records/readings.ts';
import { type KindOfMess, kindsOfMess } from './kinds-of-mess.ts';
import { cleanSheet, messySheet } from './mess.ts';

/** What a report says that mess must not change. */
function figuresOf({ indicators, areas, towns, diagnosticTotals }: Report) {
  const { 'ignored-column': _, 'hidden-part': __, ...totals } = diagnosticTotals; // what the mess itself adds
  return { indicators, areas, towns, totals };
}

async function expectTwins(seed: number, mess: readonly KindOfMess[]): Promise<void> {
  const ledgers = randomRun(seed, day(2025, 6, 30));
  const numbers = random(seed);
  const clean = await readingOf(ledgers.map((registers) => registers.map(cleanSheet)));
  const messy = await readingOf(
    ledgers.map((registers) => registers.map((register) => messySheet(register, new Set(mess), numbers))),
  );
  expect(figuresOf(messy.report)).toEqual(figuresOf(clean.report));
}

describe('no figure changes with', () => {
  test.each(kindsOfMess)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), (seed) => expectTwins(seed, [kind])),
      { numRuns: 6 },
    );
  });
});

test('a messy ledger reads as its clean twin', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(), fc.subarray([...kindsOfMess], { minLength: 8 }), expectTwins), {
    numRuns: 25,
  });
});
