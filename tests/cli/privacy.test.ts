import { beforeAll, describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { folder } from './folder.ts';
import { markedTables, markedWorkbook, marksIn } from './marked-ledger.ts';
import { screening } from './screen.ts';

const formats = Object.keys(reporters);
let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await markedWorkbook();
});

function cwd(): string {
  return folder({ ...markedTables('05'), ...markedTables('06'), '2025-06.xlsx': workbook });
}

async function said(argv: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await screening(argv, {
    cwd: cwd(),
    env: { FP_CHECK_KEY: 'k'.repeat(32), COLUMNS: '200' },
  });
  expect([0, 1, 3], stderr).toContain(code);
  return stdout + stderr;
}

describe.each(['2025-06', '2025-06.xlsx'])('of the cells of %s', (ledger) => {
  test('the marks are there to be found: with --show-values they are shown', async () => {
    expect(await said([ledger, '-f', 'json', '--show-values'])).toMatch(/ZQXbirthsbirth_date/);
  });

  test.each(formats)('a report in %s shows none', async (format) => {
    const text = await said([ledger, '-f', format, '--by', 'village', '-v']);
    expect(text.length).toBeGreaterThan(500);
    expect(marksIn(text)).toEqual([]);
  });

  test.each([
    [['read', ledger]],
    [['read', ledger, '-v']],
    [['read', ledger, '-f', 'json']],
    [['read', ledger, '--suggest']],
    [['trend', ledger]],
    [['trend', ledger, '-f', 'json']],
    [['diff', '2025-05', ledger]],
    [['diff', '2025-05', ledger, '-v', '-f', 'json']],
    [['diff', '2025-05', ledger, '-v', '-f', 'markdown']],
    [[ledger, '--publish', '-f', 'json']],
  ])('%j shows none', async (argv) => {
    // Of a total that one record alone has changed, the difference is its amount: a figure, and no cell shown.
    const marks = marksIn(await said(argv)).filter((text) => argv[0] !== 'diff' || !/: "?-?98765\b/.test(text));
    expect(marks).toEqual([]);
  });

  test('the canonical text, which is made of cells, shows no id and no name', async () => {
    expect(await said(['canon', ledger])).not.toMatch(/ZQXID|ZQX[a-z]*id|ZQX张三|ZQX李四|110101199003/);
  });

  test('an error shows none', async () => {
    const { stderr, code } = await screening([ledger, '--period', '2025-13'], { cwd: cwd() });
    expect(code).toBe(2);
    expect(marksIn(stderr)).toEqual([]);
  });
});
