import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Amounts } from '../../src/diff/difference.ts';
import { shapley } from '../../src/diff/shapley.ts';
import { addUp } from '../../src/engine/area-reports.ts';
import { figuresOf } from '../../src/engine/figures.ts';
import { villageTallies } from '../../src/engine/report.ts';
import { measures } from '../../src/indicators/catalogue.ts';
import { type Exact, toText } from '../../src/model/exact.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { countedRun, ledgerOf, type Row, type Tables } from '../ledger-of.ts';
import { compared } from './compared.ts';
import { someTables } from './random-months.ts';

vi.setConfig({ testTimeout: 300_000 }); // hundreds of checks, on machines that may have other work

const FACTORS = ['entered', 'left', 'edited', 'window'] as const;

/**
 * The states between two months can be written down as ledgers: the records that are there, in their old form or their
 * new. What each state comes to is then what a plain check of that ledger says, at the end of the one month or the other.
 */
test('the parts are those of ledgers that mix the two months', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pairs, { minLength: 1, maxLength: 2 }), async (ledgers) => {
      const formed = ledgers.map(([one, other], index) => inOneForm(one, other, VILLAGES[index] ?? ''));
      const [before, after] = [0, 15].map((set) => mixtures(formed, set));
      const difference = await compared({ of: before ?? [] }, { of: after ?? [] });
      const worths = await Promise.all(
        Array.from({ length: 16 }, (_, set) => figuresIn(mixtures(formed, set), (set & 8) > 0 ? '2025-06' : '2025-05')),
      );
      const found = difference.indicators.flatMap(({ measures: own }) => own);
      for (const [index, measure] of found.entries()) {
        for (const key of ['numerator', 'denominator', 'value'] as const) {
          const known = worths.map((figures) => figures[index]?.[key] ?? null).filter((worth) => worth !== null);
          const expected = known.length === 16 ? shapley(known).map(text) : FACTORS.map(() => null);
          if (measure.before.numerator === null || measure.after.numerator === null) continue; // no data
          expect([measure.id, ...FACTORS.map((factor) => exactIn(measure.parts[factor], key))]).toEqual([
            measure.id,
            ...expected,
          ]);
        }
      }
    }),
    { numRuns: 12 },
  );
});

/** What one ledger holds in each of the months. */
type Pair = readonly [Tables, Tables];
const pairs: fc.Arbitrary<Pair> = fc.tuple(someTables, someTables);
/** Of each ledger, so that it is plain to see which is which. */
const VILLAGES = ['9901', '9902'];

type Figures = readonly {
  readonly numerator: Exact;
  readonly denominator: Exact | null;
  readonly value: Exact | null;
}[];

async function figuresIn(ledgers: readonly Ledger[], period: string): Promise<Figures> {
  const run = await countedRun(ledgers, { period });
  const totals = addUp(villageTallies(run), measures);
  return measures.flatMap((measure, index) => {
    const tally = totals[index];
    return tally === undefined ? [] : [figuresOf(measure, tally)];
  });
}

/** Every register in both months, every record with an id of its own: then what is the same record is plain to see. */
function inOneForm(one: Tables, other: Tables, village: string): Pair {
  const registers = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (register) => register !== 'funding',
  );
  const rowsOf = (tables: Tables, register: string): readonly Row[] => {
    const rows = (tables[register as keyof Tables] ?? []).filter(isFilled); // a key of Tables
    if (register === 'villages') return [{ ...rows[0], code: village, name: `村${village}` }];
    if (register === 'counts') return distinct(rows, village);
    return rows.map((row, index) => ({ ...row, ...sexIn(row), village, id: `I${index}` }));
  };
  const form = (tables: Tables): Tables =>
    Object.fromEntries(registers.map((register) => [register, rowsOf(tables, register)]));
  return [form(one), form(other)];
}

/** A row with nothing in it is no record. */
function isFilled(row: Row): boolean {
  return Object.entries(row).some(([key, cell]) => key !== 'village' && key !== 'id' && cell !== '');
}

/** A person's sex is always the same, as what is read first is not the same in a mixture. */
function sexIn(row: Row): Row {
  return 'person_id' in row ? { sex: row['person_id'] === 'A' ? '男' : '女' } : {};
}

/** Rows of figures, which have no id: one that is edited has gone, and another has come. */
function distinct(rows: readonly Row[], village: string): readonly Row[] {
  const ofMeasure = (id: unknown) => (id === '8b' ? '9a' : String(id)); // of two ids of one measure only one counts
  const all = rows.map((row): Row => ({ ...row, measure: ofMeasure(row['measure']), village }));
  return [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
}

function mixtures(ledgers: readonly Pair[], set: number): readonly Ledger[] {
  return ledgers.map(([before, after], index) => ledgerOf(mixture(before, after, set), { name: `ledger-${index}` }));
}

function mixture(before: Tables, after: Tables, set: number): Tables {
  const [hasEntered, hasLeft, isEdited] = [(set & 1) > 0, (set & 2) > 0, (set & 4) > 0];
  const keyOf = (row: Row) => String(row['code'] ?? row['id'] ?? JSON.stringify(row));
  const mixed = Object.keys(before).map((register) => {
    const [old, young] = [before, after].map(
      (tables) => new Map((tables[register as keyof Tables] ?? []).map((row) => [keyOf(row), row])),
    ); // keys of Tables
    const rows = [...new Set([...(old?.keys() ?? []), ...(young?.keys() ?? [])])].flatMap((key): readonly Row[] => {
      const [was, is] = [old?.get(key), young?.get(key)];
      if (was !== undefined && is !== undefined) return [isEdited ? is : was];
      if (was !== undefined) return hasLeft ? [] : [was];
      return is !== undefined && hasEntered ? [is] : [];
    });
    return [register, rows];
  });
  return Object.fromEntries(mixed);
}

function text(number: Exact): string {
  return number.denominator === 1n ? toText(number) : `${number.numerator}/${number.denominator}`;
}

function exactIn(amounts: Amounts, key: keyof Amounts): string | null {
  return amounts[key]?.exact ?? null;
}
