import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, TWO_BIRTHS } from './folder.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');

/** Runs the real program as a step of a job does. */
function step(argv: readonly string[], cwd: string, summary: string) {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', GITHUB_STEP_SUMMARY: summary };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...argv], { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('with -f github in a job that has a place for a summary', () => {
  test('the page is added to what other steps wrote there', () => {
    const cwd = folder({ ...TWO_BIRTHS, 'summary.md': 'of another step\n' });
    const { status, stdout } = step(['2025-06', '-f', 'github', '-f', 'json=report.json'], cwd, 'summary.md');
    const page = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(page).toMatch(/^of another step\n# 计划生育优质服务指标核查\n/);
    expect(page).toContain('| 1a |');
    expect(stdout).toMatch(/^::warning title=/m);
    expect(stdout).not.toContain('# 计划生育');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).schema).toBe('fp-check/report/1');
    expect(status).toBe(3);
  });

  test('a summary that is silenced is written nowhere', () => {
    expect(step(['2025-06', '-f', 'github'], folder(TWO_BIRTHS), devNull).status).toBe(3);
  });

  test('a saved report that is rendered has its page too', () => {
    const cwd = folder(TWO_BIRTHS);
    step(['2025-06', '-f', 'json=report.json'], cwd, 'summary.md');
    expect(step(['render', 'report.json', '-f', 'github'], cwd, 'summary.md').status).toBe(0);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('| 1a |');
  });

  test.each([[['-f', 'table']], [['-f', 'json']]])('%j leaves it alone', (options) => {
    const cwd = folder({ ...TWO_BIRTHS, 'summary.md': '' });
    step(['2025-06', ...options], cwd, 'summary.md');
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe('');
  });

  test('where there is no such place, annotations are all', () => {
    const { status, stdout, stderr } = step(['2025-06', '-f', 'github'], folder(TWO_BIRTHS), '');
    expect([status, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(/^::warning /);
  });

  test('a summary that cannot be written is exit code 2 and a sentence, and no file is left', () => {
    const cwd = folder(TWO_BIRTHS);
    mkdirSync(join(cwd, 'taken'));
    writeFileSync(join(cwd, 'report.json'), 'as it was');
    const { status, stderr } = step(['2025-06', '-f', 'github', '-f', 'json=report.json'], cwd, 'taken');
    expect(stderr).toMatch(
      /^fp-check: 不能写入“taken”：这是一个文件夹，应为文件。这个文件由环境变量 GITHUB_STEP_SUMMARY 指定。\n$/,
    );
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('as it was');
    expect(status).toBe(2);
  });

  test('a summary that is the ledger itself is refused', () => {
    const cwd = folder(TWO_BIRTHS);
    const { status, stderr } = step(['2025-06', '-f', 'github'], cwd, '2025-06/出生.csv');
    expect(stderr).toContain('就是输入的文件');
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, '2025-06/出生.csv'), 'utf8')).toBe(TWO_BIRTHS['2025-06/出生.csv']);
  });
});
