import { describe, expect, test } from 'vitest';
import { certain } from '../../src/model/certain.ts';
import { Keeping } from '../../src/parsers/keeping.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { readSheet, workbookFile } from './workbook-writing.ts';

const MB = 1024 * 1024;

describe('the room for inflated bytes', () => {
  test('is 64 MB, and is there again when given back', () => {
    const keeping = new Keeping();
    expect(keeping.take(60 * MB)).toBe(true);
    expect(keeping.take(5 * MB)).toBe(false);
    expect(keeping.take(4 * MB)).toBe(true);
    expect(keeping.take(1)).toBe(false);
    keeping.giveBack(60 * MB);
    expect(keeping.take(60 * MB)).toBe(true);
  });

  const rows = Array.from({ length: 9000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`);
  const file = workbookFile({ rows: rows.join('') });

  async function openWith(keeping: Keeping) {
    const [sheet] = await openSheets(file, { scoreHeader: () => 0, limits: defaultLimits, keeping });
    return certain(sheet, 'sheet');
  }

  test('is taken by a sheet until its rows have been read to their end', async () => {
    const keeping = new Keeping();
    const sheet = await openWith(keeping);
    expect(keeping.take(64 * MB)).toBe(false);
    for await (const _ of sheet.rows()) break; // a look at the first of them
    expect(keeping.take(64 * MB)).toBe(false);
    await readSheet(sheet);
    expect(keeping.take(64 * MB)).toBe(true);
  });

  test('matters to no row: kept, inflated again, or never kept', async () => {
    const full = new Keeping();
    full.take(64 * MB);
    const [kept, never] = [await openWith(new Keeping()), await openWith(full)];
    const { rows: first } = await readSheet(kept);
    expect(first).toHaveLength(9000);
    expect((await readSheet(kept)).rows).toEqual(first);
    expect((await readSheet(never)).rows).toEqual(first);
    expect((await readSheet(never)).rows).toEqual(first);
  });
});
