import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/engine/period.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { annotate } from '../../src/workbook/annotate.ts';
import { SheetSight } from '../../src/workbook/register/sheet-sight.ts';
import { RunObservation } from '../../src/workbook/run-observation.ts';
import { ledgerFiles } from '../independent/ledger-files.ts';
import { randomRun } from '../independent/random-ledger.ts';
import {
  annotated,
  bytesOf,
  checkOf,
  faultyLedger,
  fileOf,
  findingsOf,
  ledgerOf,
  observed,
  workbookOf,
} from './workbooks.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

async function randomLedgers(seed: number) {
  const end = parsePeriod('2025-06');
  if (end === undefined) throw new Error('2025-06 is no period.');
  const files = await Promise.all(
    randomRun(seed, end).map((registers, index) => ledgerFiles(`${index}.xlsx`, registers, 'workbook')),
  );
  return files.flatMap((own) => Object.entries(own).map(([name, bytes]) => ledgerOf(fileOf(bytes, name))));
}

describe('what was seen while a run was checked', () => {
  test.each([
    ['a faulty ledger', () => faultyLedger()],
    ['the shipped ledger', async () => readFileSync(join(FIXTURES, '2025-06.xlsx'))],
  ])('makes of %s the copy that reading it once more makes', async (_, ledger) => {
    const bytes = await ledger();
    const file = fileOf(bytes);
    const checked = await checkOf([ledgerOf(file)]);
    const observation = await observed(checked);
    const options = { ledger: 0, limits: defaultLimits, language: 'zh', observation } as const;
    const again = await bytesOf(annotate(file, checked, options));
    expect((await annotated(bytes)).copy.equals(again)).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'makes of random ledgers the workbook that reading them once more makes, seed %i',
    async (seed) => {
      const ledgers = await randomLedgers(seed);
      const observation = new RunObservation(null);
      const checked = await checkOf(ledgers, { observer: observation });
      const [once, again] = await Promise.all([findingsOf(checked, { observation }), findingsOf(checked)]);
      expect(once.equals(again)).toBe(true);
    },
  );
});

describe('what a sheet shows', () => {
  const row = (number: number, ...cells: readonly (string | null)[]) => ({ number, cells, hidden: false });

  test('is as wide as its widest row, and ends with its last row in use', () => {
    const sight = new SheetSight(1);
    sight.see([row(1, '村名', '出生日期'), row(2, '东风村', '2025-03-01', null, '备注'), row(3, null, '')]);
    expect([sight.width, sight.lastRow]).toEqual([4, 2]);
  });

  test('is kept of the header at any time, of other rows while they are at hand', () => {
    const sight = new SheetSight(1);
    sight.see([row(1, '村名'), row(4, '东风村'), row(7, '红旗村')]);
    sight.keep(7, 0);
    sight.see([row(9, '前进村')]);
    for (const number of [1, 4, 8, 9]) sight.keep(number, 0);
    expect([1, 4, 7, 8, 9].map((number) => sight.contentOf(number, 0))).toEqual([
      'string 村名',
      '',
      'string 红旗村',
      '',
      'string 前进村',
    ]);
  });

  test('is read again where its row was gone when it was asked for', async () => {
    const file = fileOf(await workbookOf({ 出生: [['村名'], ['东风村'], ['红旗村'], ['前进村']] }));
    const [sheet] = await openSheets(file, { scoreHeader: (fields) => fields.length, limits: defaultLimits });
    if (sheet === undefined) throw new Error('The workbook has no sheet.');
    const sight = new SheetSight(1);
    await sight.complete(sheet, [
      { row: 3, column: 0 },
      { row: 4, column: 1 },
    ]);
    expect([sight.contentOf(2, 0), sight.contentOf(3, 0), sight.contentOf(4, 1)]).toEqual(['', 'string 红旗村', '']);
  });
});
