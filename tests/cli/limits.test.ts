import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Limits } from '../../src/parsers/limits.ts';
import { sheetXml, workbookEntries } from '../parsers/workbook-writing.ts';
import { writeZip } from '../parsers/zip-writing.ts';
import { folder, TWO_BIRTHS } from './folder.ts';
import { manyCells } from './many-cells.ts';
import { screening } from './screen.ts';

const foreign = (name: string) => readFileSync(new URL(`../parsers/files/${name}`, import.meta.url));

const text = (words: readonly string[]) =>
  `<row>${words.map((word) => `<c t="str"><v>${word}</v></c>`).join('')}</row>`;
const birth = (id: string) => text(['东风村', id, '2025-03-01', '男', '1', '政策内']);
const headers = text(['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性']);
const nested = `<a>${'<b>'.repeat(8)}${'</b>'.repeat(8)}</a>`;
const entries = workbookEntries({ sheet: sheetXml(headers + birth('B1') + birth('B2'), nested) });
const inflated = entries
  .filter(({ name }) => name !== '[Content_Types].xml') // which is not read
  .reduce((sum, { contents }) => sum + Buffer.byteLength(contents), 0);
const workbook = writeZip(entries);
const births = Buffer.from(TWO_BIRTHS['2025-06/出生.csv']);

/** A ledger, and the least limit that it stays within. */
const ledgers: readonly (readonly [string, keyof Limits, number, Uint8Array])[] = [
  ['2025-06.xlsx', 'file', workbook.length, workbook],
  ['2025-06.xlsx', 'inflated', inflated, workbook],
  ['2025-06.xlsx', 'entries', entries.length, workbook],
  ['2025-06.xlsx', 'rows', 3, workbook],
  ['2025-06.xlsx', 'columns', 6, workbook],
  ['2025-06.xlsx', 'cells', 18, workbook],
  ['2025-06.xlsx', 'characters', '2025-03-01'.length, workbook],
  ['2025-06.xlsx', 'levels', 10, workbook],
  ['2025-06.csv', 'file', births.length, births],
  ['2025-06.csv', 'rows', 3, births],
  ['2025-06.csv', 'columns', 6, births],
  ['2025-06.csv', 'cells', 18, births],
  ['2025-06.csv', 'characters', '2025-03-01'.length, births],
  ['2025-06.xls', 'rows', 6, foreign('register.xls')],
  ['2025-06.ods', 'entries', 15, foreign('register.ods')],
];

describe('a limit is kept on both sides, however it is given', () => {
  test.each(ledgers)('%s: %s, at %i', async (name, limit, least, bytes) => {
    const cwd = folder({
      [name]: bytes,
      'at.yaml': `limits: { ${limit}: ${least} }\n`,
      'below.yaml': `limits: { ${limit}: "${least - 1}" }\n`,
    });
    const ran = (...argv: readonly string[]) => screening(['read', name, '--lang', 'en', ...argv], { cwd });
    for (const argv of [
      ['--limit', `${limit}=${least}`],
      ['-c', 'at.yaml'],
      ['-c', 'below.yaml', '--limit', `${limit}=${least}`],
    ])
      expect((await ran(...argv)).stderr).toBe('');
    for (const argv of [
      ['--limit', `${limit}=${least - 1}`],
      ['-c', 'below.yaml'],
    ]) {
      const { code, stdout, stderr } = await ran(...argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(name);
      expect(stderr).toContain(`--limit ${limit}=NUMBER. [beyond-limit]`);
    }
  });

  test('the seconds of a foreign parser', async () => {
    // So many cells take any machine longer than the least limit that can be set.
    const cwd = folder({ 'few.xls': foreign('register.xls'), 'many.xls': manyCells() });
    const ran = (file: string, seconds: number) =>
      screening(['read', file, '--limit', `seconds=${seconds}`, '--lang', 'en'], { cwd });
    expect((await ran('few.xls', 100)).stderr).toBe('');
    expect(await ran('many.xls', 1)).toMatchObject({ code: 2, stderr: expect.stringContaining('[beyond-limit]') });
  });

  test.each(['check', 'read', 'diff', 'trend', 'canon'])('by the command %s', async (command) => {
    const cwd = folder({ '2025-06.csv': births });
    const named = command === 'diff' ? ['2025-06.csv', '2025-06.csv'] : ['2025-06.csv'];
    const env = { FP_CHECK_KEY: 'key' };
    const ran = await screening([command, ...named, '--limit', 'rows=2'], { cwd, env });
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[beyond-limit]') });
  });

  test('standard input is given up when it is beyond the bytes of a file, and not read to its end', async () => {
    let chunks = 0;
    const endless = async function* () {
      for (;;) {
        chunks += 1;
        yield births;
      }
    };
    const { code, stderr } = await screening(['-', '--register', 'births', '--limit', 'file=1k'], { stdin: endless() });
    expect([code, chunks]).toEqual([2, Math.ceil(1025 / births.length)]);
    expect(stderr).toContain('[beyond-limit]');
  });

  test('the code can be explained', async () => {
    const { code, stdout } = await screening(['explain', 'beyond-limit']);
    expect(code).toBe(0);
    expect(stdout).toContain('--limit 名称=数');
  });
});
