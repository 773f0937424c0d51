import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Difference } from '../../src/diff/difference.ts';
import { diffReporters } from '../../src/diff/reporters/index.ts';
import { converted, whyNot } from '../workbook/office.ts';
import { partOf, rawParts, withParts } from '../workbook/workbooks.ts';
import { compared } from './compared.ts';
import { months } from './random-months.ts';
import { shipped } from './shipped-months.ts';

const missing = whyNot('soffice');

describe.skipIf(missing !== null)(`LibreOffice${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-check-office-'));
  const random = fc.sample(fc.tuple(months, months), { numRuns: 6, seed: 2025 });
  const cases: readonly (readonly [string, () => Promise<Difference>])[] = [
    ['shipped.xlsx', () => compared({ of: [shipped('2025-05.xlsx')] }, { of: [shipped('2025-06.xlsx')] })],
    ...random.map(([before, after], index) => [`random-${index + 1}.xlsx`, () => compared(before, after)] as const),
  ];
  const originals = new Map<string, Buffer>();
  let recalculated: Awaited<ReturnType<typeof converted>> = {};

  beforeAll(async () => {
    const report = await diffReporters.xlsx.load();
    for (const [name, difference] of cases)
      originals.set(name, Buffer.from(await report(await difference(), { language: 'zh' })));
    const files = await Promise.all(
      [...originals].map(async ([name, bytes]) => [name, await withoutValues(bytes)] as const),
    );
    recalculated = await converted(Object.fromEntries(files), { folder, to: 'xlsx' });
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(cases.map(([name]) => name))('recalculates every formula of %s to its cached value', async (name) => {
    const [ours, theirs] = [originals.get(name), recalculated[name]?.[name]];
    if (ours === undefined || theirs === undefined) throw new Error(`LibreOffice did not save ${name}.`);
    const [before, after] = [await formulasIn(ours), await formulasIn(theirs)];
    expect(before.size).toBeGreaterThan(37);
    const differing = [...before].filter(([address, value]) => !isSame(value, after.get(address)));
    expect(differing.map(([address, value]) => [address, value, after.get(address)])).toEqual([]);
  });
});

/** The workbook without the value of any formula: what is there afterwards was calculated. */
async function withoutValues(bytes: Buffer): Promise<Buffer> {
  const names = [...(await rawParts(bytes)).keys()].filter((name) => /^xl\/worksheets\/[^/]*\.xml$/.test(name));
  const parts: Record<string, string> = {};
  for (const name of names)
    parts[name] = (await partOf(bytes, name)).replace(/ t="str"(><f>)/g, '$1').replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
  return withParts(bytes, parts);
}

/** The values of all formulas, by sheet and address. */
async function formulasIn(bytes: Buffer): Promise<ReadonlyMap<string, unknown>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer); // exceljs asks for an older kind of Buffer
  const cells = new Map<string, unknown>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula !== undefined) cells.set(`${sheet.name}!${cell.address}`, cell.result ?? '');
      }),
    );
  return cells;
}

/** The parts of an exact sum are written as doubles each, so that what adds them up may be off in the last digit. */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours));
}
