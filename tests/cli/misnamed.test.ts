import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const june = readFileSync(JUNE);
const fileOf = (name: string) => readFileSync(join(import.meta.dirname, '../parsers/files', name));
const [xls, ods] = [fileOf('register.xls'), fileOf('register.ods')];
const births = TWO_BIRTHS['2025-06/出生.csv'];

interface Said {
  readonly code: string;
  readonly file: string;
  readonly sheet: string;
  readonly message: string;
  readonly messages: { readonly zh: string; readonly en: string };
}

/** What is said of the names of the files of a ledger, and how much was read of it. */
async function namesSaid(ledger: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const { stdout } = await screening([ledger, '-p', '2025-06', '-f', 'json'], { cwd: folder(files) });
  const report = JSON.parse(stdout);
  const said: readonly Said[] = report.diagnostics.filter(({ code }: Said) => code === 'misnamed-file');
  return { said, sheets: report.ledgers[0].sheets.length as number };
}

describe('a file that is named for another kind is read as what it is, and that is said', () => {
  test.each([
    ['a.csv', june, '.csv', '.xlsx'],
    ['a.xls', june, '.xls', '.xlsx'],
    ['a.ODS', june, '.ods', '.xlsx'],
    ['a.xlsx', xls, '.xlsx', '.xls'],
    ['a.txt', xls, '.txt', '.xls'],
    ['a.xlsx', ods, '.xlsx', '.ods'],
    ['a.et', ods, '.et', '.ods'],
  ])('%s', async (name, bytes, ending, format) => {
    const { said, sheets } = await namesSaid(name, { [name]: bytes });
    expect(sheets).toBeGreaterThan(1);
    expect(said).toMatchObject([{ file: name }]); // once, however many sheets there are
    expect(said[0]?.messages.zh).toContain(`以 ${ending} 结尾，内容却是 ${format} 工作簿`);
    expect(said[0]?.messages.en).toContain(`named ${ending} but is an ${format} workbook`);
  });

  test('in a folder of CSV, each by its name', async () => {
    const files = { 'd/女.csv': june, 'd/出生.csv': births, 'd/村情.csv': xls };
    const { said } = await namesSaid('d', files);
    expect(said.map(({ file }) => file)).toEqual(['d/女.csv', 'd/村情.csv']);
  });
});

test.each([{ options: ['--register', 'births'] }, { options: [] }])(
  'nothing is said of the name of a pipe, which has none: $options',
  async ({ options }) => {
    const { stdout } = await screening(['-', '-p', '2025-06', '-f', 'json', ...options], {
      cwd: folder(),
      stdin: june,
    });
    const { diagnostics, ledgers } = JSON.parse(stdout);
    expect(ledgers[0].sheets.length).toBeGreaterThan(1);
    expect(diagnostics.filter(({ code }: Said) => code === 'misnamed-file')).toEqual([]);
  },
);

test.each([
  ['a.xlsx', june],
  ['a.xlsm', june],
  ['a.XLSX', june],
  ['a.et', june],
  ['a', june],
  ['a.bak', june],
  ['2025.6', june],
  ['a.xls', xls],
  ['a.et', xls],
  ['a.ods', ods],
  ['a.csv', births],
  ['a.txt', births],
  ['a', births],
])('nothing is said of %s with what belongs there', async (name, bytes) => {
  expect((await namesSaid(name, { [name]: bytes })).said).toEqual([]);
});

test('no copy of it is marked, for the copy would have the wrong name too: the results are a workbook of their own', async () => {
  const cwd = folder({ 'a.csv': june });
  const argv = ['a.csv', '-p', '2025-06', '--annotate', 'out.xlsx'];
  const { stderr } = await screening(argv, { cwd, env: { LANG: 'en_GB.UTF-8' } });
  expect(stderr).toContain(
    'Only of a ledger named .xlsx or .xlsm can a copy be marked: the results are in “out.xlsx”.',
  );
  expect(readFileSync(join(cwd, 'out.xlsx')).toString('latin1', 0, 2)).toBe('PK');
  const { stderr: chinese } = await screening([...argv, '--force'], { cwd });
  expect(chinese).toContain('只有名称以 .xlsx 或 .xlsm 结尾的台账能在副本上批注');
});
