import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const isUnix = process.platform !== 'win32';

describe.runIf(isUnix)('links and pipes', () => {
  test('two outputs that are one file through a link are refused, and neither is written', async () => {
    const cwd = folder(TWO_BIRTHS);
    symlinkSync('.', join(cwd, 'here'));
    const argv = ['2025-06', '-f', 'json=a.out', '-f', 'html=here/a.out', '--lang', 'en'];
    const { code, stderr } = await screening(argv, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Two results are to be written to “here/a.out”')]);
    expect(existsSync(join(cwd, 'a.out'))).toBe(false);
  });

  test('an output that is a link is written to where it leads, and keeps its permissions', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'kept/report.json': 'former' });
    chmodSync(join(cwd, 'kept/report.json'), 0o640);
    symlinkSync('kept/report.json', join(cwd, 'report.json'));
    expect((await screening(['2025-06', '-f', 'json=report.json'], { cwd })).code).toBe(3);
    expect(readlinkSync(join(cwd, 'report.json'))).toBe('kept/report.json');
    expect(statSync(join(cwd, 'kept/report.json')).mode & 0o777).toBe(0o640);
    expect(JSON.parse(readFileSync(join(cwd, 'kept/report.json'), 'utf8')).schema).toBe('fp-check/report/1');
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['report.json']);
  });

  test('a link that leads to nothing yet is followed all the same', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'kept/other.json': '' });
    symlinkSync('second', join(cwd, 'first'));
    symlinkSync('kept/report.json', join(cwd, 'second'));
    expect((await screening(['2025-06', '-f', 'json=first'], { cwd })).code).toBe(3);
    expect([readlinkSync(join(cwd, 'first')), readlinkSync(join(cwd, 'second'))]).toEqual([
      'second',
      'kept/report.json',
    ]);
    expect(JSON.parse(readFileSync(join(cwd, 'kept/report.json'), 'utf8')).schema).toBe('fp-check/report/1');
  });

  test.each([
    ['a folder that is not there', 'gone/report.json'],
    ['itself', 'report.json'],
  ])('a link to %s is refused, and stays', async (_, leadsTo) => {
    const cwd = folder(TWO_BIRTHS);
    symlinkSync(leadsTo, join(cwd, 'report.json'));
    const { code, stderr } = await screening(['2025-06', '-f', 'json=report.json', '--lang', 'en'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Cannot write to “report.json”')]);
    expect(readlinkSync(join(cwd, 'report.json'))).toBe(leadsTo);
  });

  test('the summary of a job and an output are not one file', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'summary.md': 'of others' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const argv = ['2025-06', '-f', 'github', '-f', 'markdown=summary.md', '--lang', 'en'];
    const { code, stderr } = await screening(argv, { cwd, env });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Two results are to be written to')]);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe('of others');
  });

  test('a name and a link to it are one file', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'report.json': 'former' });
    symlinkSync('report.json', join(cwd, 'link'));
    const argv = ['2025-06', '-f', 'json=report.json', '-f', 'csv=link', '--lang', 'en'];
    const { code, stderr } = await screening(argv, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Two results are to be written to “link”')]);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('former');
  });

  test('a link to a pipe in a folder of ledgers is refused, and not waited for', async () => {
    const cwd = folder();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    mkdirSync(join(cwd, 'ledgers'));
    symlinkSync('../pipe', join(cwd, 'ledgers/b.xlsx'));
    const { code, stderr } = await screening(['ledgers', '--lang', 'en'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('“ledgers/b.xlsx” is neither a file nor a folder')]);
  });
});

test('an error that quotes a name does not steer the terminal', async () => {
  const { stderr } = await screening(['no\u001b[31m\u202e.xlsx', '--lang', 'en'], { cwd: folder() });
  expect(stderr).toContain('“no[31m.xlsx”');
});

test.each([
  ['read', ['read', '2025-06\u202e', '-f', 'json']],
  ['trend', ['trend', '2025-06\u202e', '-f', 'json']],
  ['a check for code scanning', ['2025-06\u202e', '-f', 'sarif']],
])('%s: nor do headers and names in data for other programs', async (_, argv) => {
  const births =
    '村名,出生编号,出生日期,性别,孩次,政策属性,\u009b31m\u202e备查\n东风\u202e村,1,2025-03-01,男,1,政策内\n';
  const cwd = folder({ '2025-06\u202e/出生.csv': births });
  const { stdout } = await screening(argv, { cwd });
  expect(JSON.parse(stdout)).toBeTypeOf('object');
  expect(stdout).not.toMatch(/[\u009b\u202e]/);
});
