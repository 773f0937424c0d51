import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUp } from '../../src/engine/area-reports.ts';
import type { CheckedRun } from '../../src/engine/checked-run.ts';
import { parsePeriod } from '../../src/engine/period.ts';
import { villageTallies } from '../../src/engine/report.ts';
import { measures } from '../../src/indicators/catalogue.ts';
import { certain } from '../../src/model/certain.ts';
import type { Day } from '../../src/model/day.ts';
import type { Language } from '../../src/model/words.ts';
import { statusWords } from '../../src/reporters/labels.ts';
import { marksOf } from '../../src/workbook/audit/audit-parts.ts';
import { type AuditRow, auditRows } from '../../src/workbook/audit/audit-rows.ts';
import { ledgerFiles } from '../independent/ledger-files.ts';
import { randomRun } from '../independent/random-ledger.ts';
import { converted, whyNot } from './office.ts';
import { checkOf, fileOf, findingsOf, ledgerOf, observed, openBook, partOf, withParts } from './workbooks.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const SUMMARY = 'xl/worksheets/sheet1.xml';
const missing = whyNot('soffice');

/** Some random ledgers that belong together, checked. */
async function randomly(seed: number): Promise<CheckedRun> {
  const end = endOf('2025-06');
  const files = await Promise.all(
    randomRun(seed, end).map((registers, index) => ledgerFiles(`${index}.xlsx`, registers, 'workbook')),
  );
  const ledgers = files.flatMap((own) => Object.entries(own).map(([name, bytes]) => ledgerOf(fileOf(bytes, name))));
  return checkOf(ledgers);
}

async function shipped(month: string): Promise<CheckedRun> {
  const bytes = readFileSync(join(FIXTURES, `${month}.xlsx`));
  const period = { end: endOf(month), origin: 'option' } as const;
  return checkOf([ledgerOf(fileOf(bytes, `${month}.xlsx`))], { period: () => period });
}

function endOf(month: string): Day {
  return certain(parsePeriod(month), `end of ${month}`);
}

describe('the audit columns', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'of random ledgers add up to what the engine counted, seed %i',
    async (seed) => {
      const checked = await randomly(seed);
      const { counted } = checked;
      const { trail } = await observed(checked);
      const { audited } = trail;
      const sums = new Map(audited.map(({ index }) => [index, [0, 0, 0, 0, 0, 0]]));
      auditRows(counted, trail, ({ marks }: AuditRow) => {
        for (const [index, own] of marks) {
          for (const [place, mark] of own.entries()) add(sums.get(index) ?? [], place, mark);
        }
      });
      const tallies = addUp(villageTallies(counted), measures);
      for (const { measure, index } of audited) {
        const tally = tallies[index];
        if (tally === undefined) throw new Error(`Measure ${measure.id} was not counted.`);
        const { numerator, denominator } = tally.given;
        const engine = marksOf(measure, tally).map((mark, place) => {
          const given = [numerator, denominator][place];
          return mark + (given === undefined ? 0 : Number(given.numerator) / Number(given.denominator));
        });
        // Whether any village lacks a reference is known of the whole; the rows say how many.
        const found = sums
          .get(index)
          ?.map((sum, place) => (place === 5 && measure.type === 'ratio' ? Math.min(sum, 1) : sum));
        expect([measure.id, ...(found ?? []).slice(0, engine.length).map(cents)]).toEqual([
          measure.id,
          ...engine.map(cents),
        ]);
      }
    },
  );

  test('of a long ledger fill a sheet a register, and go on in a further one', async () => {
    const book = await openBook(await findingsOf(await randomly(5), { mostRows: 14 }));
    const names = book.worksheets.map(({ name }) => name).filter((name) => name.startsWith('核算底稿'));
    expect(names).toContain('核算底稿 育龄妇女');
    expect(names.filter((name) => name.endsWith(' 2')).length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('every figure of the summary', () => {
  test('is a formula', async () => {
    const { report, summary } = await summaryOf(await randomly(3), 'zh');
    const rows = report.indicators.flatMap(({ measures: own }) => own).map(({ id }) => summary.rowOf(id));
    for (const row of rows) {
      for (const column of 'DEFGHIJK')
        expect([column + row, summary.formula(column + row)]).toEqual([column + row, expect.any(String)]);
    }
  });

  test.each(['zh', 'en'] as const)('has what the engine says as its cached value (%s)', async (language) => {
    const { report, summary } = await summaryOf(await shipped('2025-06'), language);
    for (const measure of report.indicators.flatMap(({ measures: own }) => own)) {
      const row = summary.rowOf(measure.id);
      const shown = (value: number | null, text: string | null) => value ?? (text === '∞' ? '∞' : '无');
      const cells = [...'DEFGHIJK'].map((column) => summary.value(column + row));
      expect([measure.id, ...cells]).toEqual([
        measure.id,
        statusWords[measure.status][language],
        shown(measure.value, measure.shown.value),
        shown(measure.low, measure.shown.low),
        shown(measure.high, measure.shown.high),
        measure.shortfall ?? '无',
        measure.numerator ?? '无',
        measure.denominator ?? '无',
        measure.unknown ?? '无',
      ]);
    }
  });

  test('compares products of whole numbers in its verdicts, never quotients', async () => {
    const { report, summary } = await summaryOf(await shipped('2025-06'), 'zh');
    for (const measure of report.indicators.flatMap(({ measures: own }) => own))
      expect(summary.formula(`D${summary.rowOf(measure.id)}`)).not.toContain('/');
  });
});

describe.skipIf(missing !== null)(`LibreOffice${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-check-office-'));
  const cases: readonly (readonly [string, () => Promise<CheckedRun>, number?])[] = [
    ['many-sheets.xlsx', () => randomly(5), 14],
    ['2025-05.xlsx', () => shipped('2025-05')],
    ['2025-06.xlsx', () => shipped('2025-06')],
    ...Array.from({ length: 8 }, (_, index) => [`random-${index + 1}.xlsx`, () => randomly(index + 1)] as const),
  ];
  const originals = new Map<string, Buffer>();
  let recalculated: Awaited<ReturnType<typeof converted>> = {};

  beforeAll(async () => {
    const files: Record<string, Buffer> = {};
    for (const [name, checked, mostRows] of cases) {
      const rows = mostRows === undefined ? {} : { mostRows };
      const bytes = await findingsOf(await checked(), rows);
      originals.set(name, bytes);
      files[name] = await withoutValues(bytes);
    }
    recalculated = await converted(files, { folder, to: 'xlsx' });
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(cases.map(([name]) => name))('recalculates %s to the figures of the engine', async (name) => {
    const [ours, theirs] = [originals.get(name), recalculated[name]?.[name]];
    if (ours === undefined || theirs === undefined) throw new Error(`LibreOffice did not save ${name}.`);
    const [before, after] = [await summaryCells(ours), await summaryCells(theirs)];
    expect(before.size).toBeGreaterThan(300);
    const differing = [...before].filter(([address, value]) => !isSame(value, after.get(address)));
    expect(differing.map(([address, value]) => [address, value, after.get(address)])).toEqual([]);
  });
});

/** The copy without the value of any formula: what is there afterwards was calculated. */
async function withoutValues(bytes: Buffer): Promise<Buffer> {
  const text = await partOf(bytes, SUMMARY);
  return withParts(bytes, { [SUMMARY]: text.replace(/ t="str"(><f>)/g, '$1').replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1') });
}

/** The values of the summary's formulas, by their addresses. */
async function summaryCells(bytes: Buffer): Promise<ReadonlyMap<string, unknown>> {
  const cells = new Map<string, unknown>();
  (await openBook(bytes)).getWorksheet('核查摘要')?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula !== undefined) cells.set(cell.address, cell.result);
    }),
  );
  return cells;
}

/** LibreOffice saves 15 digits of a number. */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-14 * Math.max(1, Math.abs(ours));
}

async function summaryOf(checked: CheckedRun, language: Language) {
  const book = await openBook(await findingsOf(checked, { language }));
  const sheet = book.getWorksheet('核查摘要');
  const rows = new Map<string, number>();
  // An indicator and its only measure may have one number: the measure comes second.
  sheet?.eachRow((row, number) => rows.set(row.getCell(1).text, number));
  return {
    report: checked.report,
    summary: {
      rowOf: (id: string) => rows.get(id) ?? 0,
      formula: (address: string) => sheet?.getCell(address).formula,
      value: (address: string) => sheet?.getCell(address).result,
    },
  };
}

function add(sums: number[], place: number, mark: number): void {
  sums[place] = (sums[place] ?? 0) + mark;
}

function cents(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
