import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Amounts, Change, Difference, Factor } from '../../src/diff/difference.ts';
import { add, type Exact, exact, ZERO } from '../../src/model/exact.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { ledgerOf, type Tables } from '../ledger-of.ts';
import { compared } from './compared.ts';
import { months, someTables } from './random-months.ts';

vi.setConfig({ testTimeout: 300_000 }); // hundreds of checks, on machines that may have other work

const KEYS = ['numerator', 'denominator', 'value'] as const;
const RUNS = { numRuns: 30 };

describe('on random ledgers', () => {
  test('the parts of every change add up to it exactly, for the whole and for each village', async () => {
    await fc.assert(
      fc.asyncProperty(months, months, async (before, after) => {
        for (const change of changesIn(await compared(before, after))) {
          for (const key of KEYS) {
            const parts = Object.values(change.parts).map((amounts) => amounts[key]);
            if (parts.some((part) => part === null)) continue;
            const sum = parts.reduce((total, part) => add(total, exactOf(part?.exact ?? '0')), ZERO);
            expect(sum).toEqual(exactOf(change.change[key]?.exact ?? 'none'));
          }
        }
      }),
      RUNS,
    );
  });

  test('a change that is there has parts, unless a state between has no value', async () => {
    await fc.assert(
      fc.asyncProperty(months, months, async (before, after) => {
        for (const { change, parts } of changesIn(await compared(before, after))) {
          for (const key of ['numerator', 'denominator'] as const) {
            const areThere = Object.values(parts).map((amounts) => amounts[key] !== null);
            expect(new Set([...areThere, change[key] !== null]).size).toBe(1);
          }
        }
      }),
      RUNS,
    );
  });

  test('swapping the months negates every part, and what entered has left', async () => {
    await fc.assert(
      fc.asyncProperty(months, months, async (before, after) => {
        const [forth, back] = [await compared(before, after), await compared(after, before)];
        expect(back.indicators.map(measureParts)).toEqual(forth.indicators.map(measureParts).map(mirrored));
        expect(back.areas.map(areaParts)).toEqual(forth.areas.map(areaParts).map(mirroredArea));
      }),
      RUNS,
    );
  });

  test('a month differs from itself in nothing', async () => {
    await fc.assert(
      fc.asyncProperty(months, async (month) => {
        const same = await compared(month, month);
        expect(same.isEmpty).toBe(true);
        expect([same.flips, same.areas, same.schemaChanges, same.diagnostics.new, same.diagnostics.fixed]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ]);
      }),
      RUNS,
    );
  });

  test('neither the order of rows and sheets nor that of the columns tells', async () => {
    await fc.assert(
      fc.asyncProperty(someTables, fc.infiniteStream(fc.nat(1_000)), async (tables, numbers) => {
        const [before, after] = [withoutRepeats(tables), shuffled(withoutRepeats(tables), () => numbers.next().value)];
        const difference = await compared({ of: before, period: '2025-06' }, { of: after });
        expect(difference.records).toEqual({ entered: [], left: [], edited: [] });
        expect(difference.isEmpty).toBe(true);
      }),
      RUNS,
    );
  });
});

/** All changes: of the whole and of the villages. */
function changesIn({ indicators, areas }: Difference): readonly Change[] {
  return [
    ...indicators.flatMap(({ measures }) => measures),
    ...areas.flatMap(({ measures }) => Object.values(measures)),
  ];
}

type Parts = Readonly<Record<Factor | 'change', Readonly<Record<(typeof KEYS)[number], string | null>>>>;

function textsOf({ change, parts }: Change): Parts {
  const texts = ({ numerator, denominator, value }: Amounts) => ({
    numerator: numerator?.exact ?? null,
    denominator: denominator?.exact ?? null,
    value: value?.exact ?? null,
  });
  const { entered, left, edited, window, settings } = parts;
  return {
    change: texts(change),
    entered: texts(entered),
    left: texts(left),
    edited: texts(edited),
    window: texts(window),
    settings: texts(settings),
  };
}

function measureParts({ measures }: Difference['indicators'][number]) {
  return measures.map((measure) => [measure.id, textsOf(measure)] as const);
}

function areaParts({ code, measures }: Difference['areas'][number]) {
  return { code, measures: Object.entries(measures).map(([id, change]) => [id, textsOf(change)] as const) };
}

function mirrored(measures: readonly (readonly [string, Parts])[]) {
  return measures.map(([id, parts]) => [id, mirror(parts)] as const);
}

function mirroredArea({ code, measures }: ReturnType<typeof areaParts>) {
  return { code, measures: mirrored(measures) };
}

function mirror({ change, entered, left, edited, window, settings }: Parts): Parts {
  return {
    change: negative(change),
    entered: negative(left),
    left: negative(entered),
    edited: negative(edited),
    window: negative(window),
    settings: negative(settings),
  };
}

function negative(texts: Parts['change']): Parts['change'] {
  const turn = (text: string | null) =>
    text === null || text === '0' ? text : text.startsWith('-') ? text.slice(1) : `-${text}`;
  return { numerator: turn(texts.numerator), denominator: turn(texts.denominator), value: turn(texts.value) };
}

function exactOf(text: string): Exact {
  const [numerator = '', denominator = '1'] = text.split('/');
  return exact(BigInt(numerator), BigInt(denominator));
}

/** Of repeated ids the first row counts, and of a person's contradicting sexes too: there, order is meant to tell. */
function withoutRepeats(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([register, rows]) => [
      register,
      rows.map((row, index) => ({
        ...row,
        ...('id' in row && row['id'] !== '' ? { id: `${row['id']}-${index}` } : {}),
        ...('person_id' in row ? { sex: row['person_id'] === 'A' ? '男' : '女' } : {}),
      })),
    ]),
  );
}

/** The rows, the columns and the files in another order. */
function shuffled(tables: Tables, number: () => number) {
  const another = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((item) => ({ item, at: number() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const files = another(Object.entries(tables)).map(([register, rows]) => [register, another(rows)] as const);
  return [withColumns(ledgerOf(Object.fromEntries(files), { name: 'after' }), another)];
}

/** The ledger with the columns of each file in another order. Its cells hold no commas. */
function withColumns(ledger: Ledger, another: <T>(list: readonly T[]) => readonly T[]): Ledger {
  const files = ledger.files.map(({ name, source }) => {
    const bytes = (async () => {
      const lines = new TextDecoder()
        .decode(await source.slice(0, source.size))
        .split('\n')
        .map((line) => line.split(','));
      const order = another((lines[0] ?? []).map((_, column) => column));
      return new TextEncoder().encode(
        lines.map((cells) => (cells.length < 2 ? '' : order.map((column) => cells[column]).join(','))).join('\n'),
      );
    })();
    return {
      name,
      source: { size: source.size, slice: async (from: number, to: number) => (await bytes).slice(from, to) },
    };
  });
  return { ...ledger, files };
}
