import { describe, expect, test } from 'vitest';
import { diff } from '../../src/diff/diff.ts';
import { trend } from '../../src/diff/trend.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { annotated, checkOf, faultyLedger, fileOf, ledgerOf, openBook, partOf, withParts } from './workbooks.ts';

const PROBLEMS = 'xl/worksheets/sheet5.xml';
const BIRTHS = 'xl/worksheets/sheet2.xml';
const WORDS = '预产期推算，已核对';

/** The copy with an explanation beside the warning of a code. */
async function explained(copy: Buffer, code: string): Promise<Buffer> {
  const list = await partOf(copy, PROBLEMS);
  const row = new RegExp(`<row [^>]*>(?:(?!</row>).)*>${code}<(?:(?!</row>).)*</row>`).exec(list)?.[0] ?? '';
  const filled = row.replace(
    /<c r="(K\d+)" s="(\d+)"\/>/,
    `<c r="$1" s="$2" t="inlineStr"><is><t>${WORDS}</t></is></c>`,
  );
  expect(filled).not.toBe(row);
  return withParts(copy, { [PROBLEMS]: list.replace(row, filled) });
}

async function again(bytes: Buffer) {
  return (await checkOf([ledgerOf(fileOf(bytes))])).report;
}

describe('a warning that the user has explained', () => {
  test('is asked for: a warning has an open cell and a check code, an error has neither', async () => {
    const list = (await openBook((await annotated(await faultyLedger())).copy)).getWorksheet('问题明细');
    const codes = list?.getColumn(12).values ?? [];
    const severities = list?.getColumn(2).values ?? [];
    const asked = severities.filter((_, row) => /^[0-9a-f]{6}-[0-9a-f]{10}$/.test(String(codes[row] ?? '')));
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['警告']));
  });

  test('counts apart when the workbook comes back', async () => {
    const { checked, copy } = await annotated(await faultyLedger());
    const report = await again(await explained(copy, 'after-period'));
    expect(checked.report.explained).toEqual([]);
    expect(report.explained.map(({ code, cell }) => [code, cell])).toEqual([['after-period', 'C4']]);
    expect(report.summary.warnings).toBe((checked.report.summary.warnings ?? 0) - 1);
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('after-period');
    expect(report.indicators).toEqual(checked.report.indicators);
  });

  test('keeps its explanation in the next copy, where it is listed apart', async () => {
    const { copy } = await annotated(await faultyLedger());
    const returned = await explained(copy, 'after-period');
    const next = (await annotated(returned)).copy;
    const list = (await openBook(next)).getWorksheet('问题明细');
    const last = list?.lastRow;
    expect([2, 3, 11].map((column) => last?.getCell(column).text)).toEqual(['已说明', 'after-period', WORDS]);
    expect((await openBook(next)).getWorksheet('核查摘要')?.getCell('N6').result).toBe(1);
    expect((await annotated(next)).copy.equals(next)).toBe(true);
  });

  test('is no finding of a comparison either, and none that was mended', async () => {
    const { checked, copy } = await annotated(await faultyLedger());
    const returned = [ledgerOf(fileOf(await explained(copy, 'after-period')))];
    const [before, after] = [[ledgerOf(fileOf(copy))], returned];
    const month = { settings: defaultSettings('district-17'), period: '2025-06', command: () => '' };
    const shared = { limits: defaultLimits, only: null, showValues: false, version: '0' };
    const difference = await diff(before, after, { ...shared, before: month, after: month });
    const warnings = checked.report.summary.warnings ?? 0;
    expect([difference.before.summary.warnings, difference.after.summary.warnings]).toEqual([warnings, warnings - 1]);
    const { new: fresh, fixed, still } = difference.diagnostics;
    expect([fresh, fixed]).toEqual([[], []]);
    expect(still.map(({ code }) => code)).not.toContain('after-period');
    const named = returned.map((ledger) => ({ ...ledger, periodHints: ['2025-06'] }));
    const lined = await trend(named, { ...shared, settings: month.settings });
    expect(lined.months.map(({ summary }) => summary.warnings)).toEqual([warnings - 1]);
  });

  test('is a warning again once the cell has changed', async () => {
    const { copy } = await annotated(await faultyLedger());
    const returned = await explained(copy, 'after-period');
    const births = await partOf(returned, BIRTHS);
    const changed = births.replace(
      /(<c r="C4"[^>]*><v>)(\d+)/,
      (_, before: string, day: string) => before + (Number(day) + 1),
    );
    expect(changed).not.toBe(births);
    const report = await again(await withParts(returned, { [BIRTHS]: changed }));
    expect(report.explained).toEqual([]);
    expect(report.diagnostics.map(({ code }) => code)).toContain('after-period');
  });

  test('without words nothing is explained', async () => {
    const { copy } = await annotated(await faultyLedger());
    expect((await again(copy)).explained).toEqual([]);
  });

  test('the report holds no word of the explanation', async () => {
    const { copy } = await annotated(await faultyLedger());
    expect(JSON.stringify(await again(await explained(copy, 'after-period')))).not.toContain(WORDS);
  });
});
