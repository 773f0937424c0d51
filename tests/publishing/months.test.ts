import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { publish } from '../../src/publishing/publish.ts';
import { type Row, reported, type Tables } from '../ledger-of.ts';
import { type Random, random } from '../ledgers/random.ts';
import { randomTables } from './random-tables.ts';
import { cellsOf, deductions, type Known } from './reader.ts';
import { reportOn, told } from './small-report.ts';

const down = 'village';
const may = reportOn({ a: ['T', 12, 40], b: ['T', 30, 60], c: ['T', 50, 80] });
const published = publish(may, { least: 10, earlier: null, down });

function june(villages: Parameters<typeof reportOn>[0]) {
  return told(publish(reportOn(villages), { least: 10, earlier: published, down }));
}

describe('after a month in which all was shown', () => {
  test('what has not changed is shown again', () => {
    expect(june({ a: ['T', 12, 40], b: ['T', 30, 60], c: ['T', 50, 80] })).toEqual(told(published));
  });

  test('two more in a village are suppressed, and so is every sum they are in', () => {
    const report = june({ a: ['T', 14, 42], b: ['T', 30, 60], c: ['T', 50, 80] });
    expect(report).toEqual({ whole: '#/#?0', T: '#/#?0', a: '#/#?0', b: '30/60?0', c: '50/80?0' });
  });

  test('ten more are shown', () => {
    const report = { a: ['T', 22, 60], b: ['T', 30, 60], c: ['T', 50, 80] } as const;
    expect(june(report)).toEqual(told(reportOn(report)));
  });

  test('a village that is what it was is nothing to hide behind', () => {
    // b and c are known from May: hiding one of them beside a would hide nothing.
    expect(june({ a: ['T', 9, 60], b: ['T', 30, 60], c: ['T', 50, 80] })).toMatchObject({
      T: '#/200?0',
      b: '30/60?0',
      c: '50/80?0',
    });
  });
});

describe('after a month that knew its villages by name alone', () => {
  const named = (report: Report): Report => ({
    ...report,
    areas: report.areas.map((area) => ({ ...area, code: null, town: null })),
  });
  const last = publish(named(may), { least: 10, earlier: null, down });
  const after = (full: Report) => told(publish(full, { least: 10, earlier: last, down }));
  const grown = reportOn({ a: ['T', 14, 42], b: ['T', 30, 60], c: ['T', 50, 80] });

  test('a village that has a code by now is the same one', () => {
    expect(after(grown)).toEqual(june({ a: ['T', 14, 42], b: ['T', 30, 60], c: ['T', 50, 80] }));
  });

  test('of two villages of its name either may be the one, and both are suppressed', () => {
    const twin = grown.areas.slice(0, 1).map((area) => ({ ...area, code: '999' }));
    const both = { ...grown, areas: [...grown.areas, ...twin] };
    const shown = publish(both, { least: 10, earlier: last, down }).areas.filter(({ name }) => name === 'a');
    expect(shown.map(({ measures: { '16': own } }) => own?.numerator)).toEqual([null, null]);
  });
});

describe('after a month in which a village was suppressed', () => {
  const last = publish(reportOn({ a: ['T', 9, 40], b: ['T', 30, 60], c: ['T', 50, 80] }), {
    least: 10,
    earlier: null,
    down,
  });
  const now = reportOn({ a: ['T', 40, 90], b: ['T', 30, 60], c: ['T', 70, 120] });

  test('it stays so, with its sister: the one shown now would tell the other then', () => {
    expect(told(last)).toMatchObject({ a: '#/40?0', b: '#/60?0' });
    expect(told(publish(now, { least: 10, earlier: last, down }))).toMatchObject({
      a: '#/90?0',
      b: '#/60?0',
      c: '70/120?0',
    });
  });

  test('a new year begins anew', () => {
    const inYear = (report: Report, from: string): Report => ({
      ...report,
      indicators: report.indicators.map((indicator) => ({
        ...indicator,
        measures: indicator.measures.map((measure) => ({
          ...measure,
          window: { ...measure.window, kind: 'year' as const, from },
        })),
      })),
    });
    const [then, next] = [inYear(last, '2025-01-01'), inYear(now, '2026-01-01')];
    expect(told(publish(next, { least: 10, earlier: then, down }))).toEqual(told(now));
  });

  test('the numbers of errors follow the same rule', () => {
    const counted = (report: Report, errors: number | null): Report => ({
      ...report,
      summary: { ...report.summary, errors },
    });
    const errors = (then: number | null, number: number) =>
      publish(counted(now, number), { least: 10, earlier: counted(last, then), down }).summary.errors;
    expect([errors(40, 40), errors(40, 50), errors(40, 41), errors(null, 40), errors(40, 9)]).toEqual([
      40,
      50,
      null,
      null,
      null,
    ]);
  });
});

describe.each([
  [1, 5],
  [7, 5],
  [11, 3],
  [20, 10],
])('a district (%i) published from %i on, month after month', (seed, least) => {
  let months: readonly [Report, Report];
  let full: Report;
  beforeAll(async () => {
    const source = random(seed);
    const tables = randomTables(source);
    const first = publish(await reported(tables), { least, earlier: null, down });
    full = await reported(aMonthLater(tables, source));
    months = [first, publish(full, { least, earlier: first, down })];
  }, 60_000);

  test('shows no small difference, and nothing that was suppressed before', () => {
    const [before, after] = months.map(cellsOf);
    expect(before?.size).toBeGreaterThan(0);
    for (const [place, now] of after ?? []) {
      const last = before?.get(place);
      if (now === null || last === undefined) continue;
      expect(last, place).not.toBeNull();
      const change = Math.abs(now.value - (last?.value ?? now.value));
      expect(change === 0 || change >= least, `${place} changed by ${change}`).toBe(true);
    }
  });

  test('tells nothing to one who takes it that what is suppressed now is what it was, where that is so', {
    timeout: 120_000,
  }, () => {
    const [before, after] = months;
    const truth = cellsOf(full);
    const guesses = [...cellsOf(before)].flatMap(([place, last]): Known[] => {
      const isSame = last !== null && cellsOf(after).get(place) === null && truth.get(place)?.value === last.value;
      return isSame ? [last] : [];
    });
    const isGuess = (found: Known) =>
      guesses.some(
        ({ area, measure, cell }) => area === found.area && measure === found.measure && cell === found.cell,
      );
    for (const family of [['1a', '1b', '1c', '7a', '8c'], ['8a', '15c', '10a'], ['8b', '9a'], ['14a', '14b'], ['16']]) {
      const found = deductions(after, family, guesses);
      const recovered = found
        .filter(({ least: low, most }) => most - low < 1)
        .filter((one) => !isGuess({ ...one, value: 0 }));
      expect(recovered).toEqual([]);
    }
  });
});

/** Some records leave, some come in, some are mended. */
function aMonthLater(tables: Tables, source: Random): Tables {
  const changed = Object.entries(tables).map(([register, rows]) => {
    if (register === 'villages') return [register, rows];
    const kept = rows.filter(() => source.next() > 0.03);
    const added = rows.filter(() => source.next() < 0.06);
    return [register, [...kept, ...added].map((row) => (source.next() < 0.02 ? mended(row) : row))];
  });
  return Object.fromEntries(changed);
}

function mended(row: Row): Row {
  return 'policy' in row ? { ...row, policy: '政策外' } : 'marital' in row ? { ...row, marital: '未婚' } : row;
}
