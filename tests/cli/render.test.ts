import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { folder, JUNE } from './folder.ts';
import { screening } from './screen.ts';

let saved = '';
beforeAll(async () => {
  saved = (await screening([JUNE, '-f', 'json'])).stdout;
});

describe('fp-check render', () => {
  test.each(Object.keys(reporters))('writes %s to the byte as the check itself', async (format) => {
    const cwd = folder({ 'report.json': saved });
    const options = ['-f', format, '--by', 'village', '-v', '--lang', 'en'];
    const [checked, rendered] = [
      await screening([JUNE, ...options]),
      await screening(['render', 'report.json', ...options], { cwd }),
    ];
    expect(rendered.stdout).toBe(checked.stdout);
    expect(rendered.stderr).toBe('');
    expect(rendered.code).toBe(0); // its verdicts are old news
  });

  test('reads standard input, and writes several files at once', async () => {
    const cwd = folder();
    const { code } = await screening(['render', '-', '-f', 'csv=a.csv', '-o', 'page.html'], { cwd, stdin: saved });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toContain('level,area_code');
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('<!doctype html>');
  });

  test.each([
    [['render', 'none.json'], /不能打开“none.json”/],
    [['render', 'half.json'], /“half.json”不是保存下来的报告：第 1 行/],
    [['render', 'report.json', '-f', 'pdf'], /不认识“pdf”/],
    [['render', 'report.json', '-o', 'report.json'], /就是输入的文件/],
    [['render'], /缺少|没有写/],
  ])('%j is refused in words', async (argv, message) => {
    const cwd = folder({ 'report.json': saved, 'half.json': saved.slice(0, 1000).replaceAll('\n', ' ') });
    const { code, stderr, stdout } = await screening(argv, { cwd });
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe(saved);
  });
});
