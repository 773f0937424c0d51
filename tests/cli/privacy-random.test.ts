import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { folder } from './folder.ts';
import { type SecretLedger, secretFiles, secretLedger, secretWorkbook } from './random-secrets.ts';
import { screening } from './screen.ts';

const RUNS = { numRuns: 2, endOnFailure: true }; // to shrink whole ledgers takes longer than to read one

async function placed(before: SecretLedger, after: SecretLedger): Promise<string> {
  const files = {
    ...secretFiles(before, '2025-05'),
    ...secretFiles(after, '2025-06'),
    'list.csv': '村名\n东风村\n西村\n',
  };
  return folder({ ...files, 'books/2025-06.xlsx': await secretWorkbook(after) });
}

/** The secrets that a text tells. */
function told(text: string, { secrets }: SecretLedger): readonly string[] {
  return [...new Set(secrets)].filter((secret) => text.includes(secret));
}

async function said(argv: readonly string[], cwd: string): Promise<string> {
  const env = { FP_CHECK_KEY: 'k'.repeat(32), COLUMNS: '200', GITHUB_STEP_SUMMARY: 'summary.md' };
  const { stdout, stderr, code } = await screening(argv, { cwd, env });
  expect([0, 1, 3], stderr).toContain(code);
  return stdout + stderr;
}

/** All that the sheets of a workbook show, notes too, but for the sheets of these names. */
async function shownIn(path: string, without: readonly string[] = []): Promise<string> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const texts: string[] = [];
  for (const sheet of book.worksheets.filter(({ name }) => !without.includes(name)))
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(JSON.stringify([cell.value, cell.note]))));
  return texts.join('\n');
}

test('no format, summary or other command shows a cell of any ledger', async () => {
  const run = async (before: SecretLedger, after: SecretLedger) => {
    const cwd = await placed(before, after);
    for (const ledger of ['2025-06', 'books/2025-06.xlsx']) {
      for (const format of Object.keys(reporters)) {
        const argv = [ledger, '-f', format, '--by', 'village', '-v', '--expected', 'list.csv', '--last', '2025-05'];
        expect(told(await said(argv, cwd), after), format).toEqual([]);
      }
      for (const argv of [
        ['read', ledger, '-v', '--suggest'],
        ['trend', '2025-05', ledger],
        [ledger, '--publish', '-f', 'json'],
      ])
        expect(told(await said(argv, cwd), after), argv[0]).toEqual([]);
      for (const format of ['table', 'json', 'markdown'])
        expect(
          told(await said(['diff', '2025-05', ledger, '-v', '-f', format], cwd), before).concat(
            told(await said(['diff', '2025-05', ledger, '-v', '-f', format], cwd), after),
          ),
        ).toEqual([]);
    }
    expect(told(readFileSync(join(cwd, 'summary.md'), 'utf8'), after)).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(secretLedger, secretLedger, run), RUNS);
});

test('no sheet that is added or written shows a cell of any ledger', async () => {
  const run = async (before: SecretLedger, after: SecretLedger) => {
    const cwd = await placed(before, after);
    const registers = Object.keys(after.tables);
    await said(['books/2025-06.xlsx', '--annotate', 'marked.xlsx', '--findings', 'findings.xlsx'], cwd);
    await said(['diff', '2025-05', '2025-06', '-f', 'xlsx=diff.xlsx'], cwd);
    expect(told(await shownIn(join(cwd, 'marked.xlsx')), after).length).toBeGreaterThan(20); // the village's own cells
    expect(told(await shownIn(join(cwd, 'marked.xlsx'), registers), after)).toEqual([]);
    expect(told(await shownIn(join(cwd, 'findings.xlsx')), after)).toEqual([]);
    expect(told(await shownIn(join(cwd, 'diff.xlsx')), after)).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(secretLedger, secretLedger, run), RUNS);
});

test('the canonical text, which is made of cells, shows no id and nothing of a column that is not read', async () => {
  const run = async (before: SecretLedger, after: SecretLedger) => {
    const text = await said(['canon', '2025-06'], await placed(before, after));
    const hidden = Object.values(after.tables).flatMap(([head = [], ...rows]) =>
      rows.flatMap((cells) => cells.filter((_, index) => /编号|姓名|家庭住址/.test(head[index] ?? ''))),
    );
    expect(hidden.length).toBeGreaterThan(20);
    expect(told(text, { ...after, secrets: hidden })).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(secretLedger, secretLedger, run), RUNS);
});
