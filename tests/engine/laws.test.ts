import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '../../src/indicators/catalogue.ts';
import type { Figures, Report } from '../../src/model/report.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { type LedgerOptions, ledgerOf, reported, type Tables } from '../ledger-of.ts';
import { tables } from './random-tables.ts';

type LayOut = NonNullable<LedgerOptions['layOut']>;

const RUNS = { numRuns: 12, endOnFailure: true };

/** All figures of a report, and nothing else. */
function figuresIn({ indicators, areas, towns }: Report) {
  const plain = ({ status, numerator, denominator, unknown, value, low, high }: Figures) => ({
    status,
    numerator,
    denominator,
    unknown,
    value,
    low,
    high,
  });
  const inArea = ({ code, name, measures: own }: Report['areas'][number]) => [
    code,
    name,
    Object.entries(own).map(([id, figures]) => [id, plain(figures)]),
  ];
  return {
    whole: indicators.flatMap((indicator) => [
      [indicator.id, indicator.status],
      ...indicator.measures.map((measure) => [measure.id, measure.interval, measure.shortfall, plain(measure)]),
    ]),
    areas: areas.map(inArea),
    towns: towns.map(inArea),
  };
}

async function figures(...ledgers: readonly Ledger[]) {
  return figuresIn(await reported(ledgers));
}

/** The rows before a cut and those behind it, register by register. */
function cut(all: Tables, share: number): readonly [Tables, Tables] {
  const part = (from: (rows: number) => number, to: (rows: number) => number) =>
    Object.fromEntries(
      Object.entries(all).map(([name, rows]) => [name, rows.slice(from(rows.length), to(rows.length))]),
    );
  const at = (rows: number) => Math.round(rows * share);
  return [part(() => 0, at), part(at, (rows) => rows)];
}

describe('counts merge', () => {
  test('the parts of a ledger, cut anywhere and given in any order, come to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(0, 0.2, 0.5, 0.8, 1), async (all, share) => {
        const whole = await figures(ledgerOf(all));
        const [first, second] = cut(all, share).map((part) => ledgerOf(part));
        if (first === undefined || second === undefined) throw new Error('A cut makes two.');
        expect(await figures(first, second)).toEqual(whole);
        expect(await figures(second, first)).toEqual(whole);
      }),
      RUNS,
    );
  });

  test('at every cut of one ledger', async () => {
    const [all] = fc.sample(tables, { numRuns: 1, seed: 20250630 });
    if (all === undefined) throw new Error('There is a sample.');
    const whole = await figures(ledgerOf(all));
    for (let tenth = 0; tenth <= 10; tenth++) {
      const parts = cut(all, tenth / 10).map((part) => ledgerOf(part));
      expect(await figures(...parts)).toEqual(whole);
    }
  });

  test('as three ledgers in whichever grouping: a register each, too', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        const single = Object.entries(all).map(([name, rows]) => ledgerOf({ [name]: rows }));
        expect(await figures(...single)).toEqual(await figures(ledgerOf(all)));
        expect(await figures(...[...single].reverse())).toEqual(await figures(ledgerOf(all)));
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  test('villages add up to towns, and to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        const report = await reported([ledgerOf(all)]);
        for (const { id } of measures) {
          const whole = report.indicators.flatMap(({ measures: own }) => own).find((measure) => measure.id === id);
          for (const parts of [report.areas, report.towns]) {
            for (const key of ['numerator', 'denominator', 'unknown'] as const) {
              if (whole === undefined || whole[key] === null) continue;
              const sum = parts.reduce((total, { measures: own }) => total + (own[id]?.[key] ?? 0), 0);
              expect(sum).toBeCloseTo(whole[key], 9);
            }
          }
        }
      }),
      RUNS,
    );
  });
});

describe('no figure changes', () => {
  const unchanged = async (layOut: LayOut, all: Tables) => {
    expect(await figures(ledgerOf(all, { layOut }))).toEqual(await figures(ledgerOf(all)));
  };

  test('with the rows in another order', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async (all, seed) => {
        await unchanged(([header = [], ...rows]) => [header, ...shuffled(rows, seed)], all);
      }),
      RUNS,
    );
  });

  test('with the columns in another order', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async (all, seed) => {
        await unchanged((lines) => {
          const order = shuffled([...(lines[0]?.keys() ?? [])], seed);
          return lines.map((cells) => order.map((column) => cells[column] ?? ''));
        }, all);
      }),
      RUNS,
    );
  });

  test('with blank rows between', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        await unchanged((lines) => lines.flatMap((cells) => [cells, cells.map(() => ''), cells.map(() => ' ')]), all);
      }),
      RUNS,
    );
  });

  test('in full width', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        await unchanged((lines) => lines.map((cells) => cells.map(inFullWidth)), all);
      }),
      RUNS,
    );
  });

  test('but one does without a row', async () => {
    const [all] = fc.sample(tables, { numRuns: 1, seed: 20250630 });
    await expect(unchanged(([header = [], ...rows]) => [header, ...rows.slice(1)], all ?? {})).rejects.toThrow(
      'to deeply equal',
    );
  });

  test('with rows of another year', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        const old = {
          village: '甲村',
          date: '2019-01-01',
          birth_date: '2019-01-01',
          due_date: '2019-01-01',
          done_date: '2019-01-01',
          sex: '男',
        };
        const added = Object.fromEntries(
          Object.entries(all).map(([name, rows]) => [
            name,
            ['births', 'services', 'procedures', 'surveys'].includes(name) ? [...rows, old] : rows,
          ]),
        );
        expect(await figures(ledgerOf(added))).toEqual(await figures(ledgerOf(all)));
      }),
      RUNS,
    );
  });
});

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const lots = items.map((item, i) => ({ item, lot: ((i + 1) * 7919 + seed * 104_729) % 1009 }));
  return lots.sort((a, b) => a.lot - b.lot).map(({ item }) => item);
}

function inFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
