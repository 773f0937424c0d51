import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
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
