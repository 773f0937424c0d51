import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { reportSchema } from '../../src/saved/report-schema.ts';
import { FIXTURES, folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const MAY = `${FIXTURES}/2025-05.xlsx`;

describe('fp-check --publish', () => {
  test('prints a report in which no count is from 1 to 9', async () => {
    const { stdout, code } = await screening([JUNE, '--publish', '-f', 'json']);
    const report = reportSchema.parse(JSON.parse(stdout));
    const figures = [
      ...report.indicators.flatMap(({ measures }) => measures),
      ...[...report.towns, ...report.areas].flatMap(({ measures }) => Object.values(measures)),
    ];
    const shown = figures.flatMap(({ numerator, denominator, unknown }) => [numerator, denominator, unknown]);
    expect(shown.filter((number) => number !== null && number > 0 && number < 10)).toEqual([]);
    expect(shown.filter((number) => number !== null).length).toBeGreaterThan(300);
    expect(report.areas).toHaveLength(13);
    expect(code).toBe(1); // the verdict is that of the full report
  });

  test.each([
    [['--publish', JUNE]],
    [['--publish', '10', JUNE]],
    [['--publish=10', JUNE]],
    [[JUNE, '-q', '--publish', '-f', 'json']],
  ])('may be written as in %j', async (argv) => {
    const options = ['-f', 'json'].filter((word) => !argv.includes(word));
    const { published } = JSON.parse((await screening([...argv, ...options])).stdout);
    expect(published).toEqual({ least: 10 });
  });

  test('goes as far down as --by says', async () => {
    const { stdout } = await screening([JUNE, '--publish', '--by', 'total', '-f', 'json']);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect([report.towns, report.areas]).toEqual([[], []]);
    expect(report.indicators.find(({ id }) => id === '16')?.measures[0]?.numerator).toBe(36);
  });

  test.each(Object.keys(reporters))('marks in %s what is suppressed, and never as 0', async (format) => {
    const cwd = folder(TWO_BIRTHS);
    const options = ['2025-06', '--publish=3', '-f', format, '--by', 'village', '--only', '1b,1c'];
    const { stdout } = await screening(options, { cwd, env: { COLUMNS: '150' } });
    const mark = {
      table: '#',
      markdown: '\\#',
      html: '#',
      csv: 'suppressed',
      json: '"suppressed"',
      junit: '隐去',
      github: '隐去',
      sarif: '"suppressed": 1',
    }[format];
    expect(stdout).toContain(mark);
    expect(stdout).not.toMatch(/2\/2|1186|"numerator": 2|,2,2,/);
  });

  test('--published compares with what went out last month', async () => {
    const cwd = folder();
    await screening([MAY, '--publish', '-f', 'json=may.json'], { cwd });
    const alone = JSON.parse((await screening([JUNE, '--publish', '-f', 'json'], { cwd })).stdout);
    const { stdout } = await screening([JUNE, '--publish', '--published', 'may.json', '-f', 'json'], { cwd });
    const shown = (text: string) => text.match(/"numerator": \d/g)?.length ?? 0;
    expect(shown(stdout)).toBeGreaterThan(50);
    expect(shown(stdout)).toBeLessThan(shown(JSON.stringify(alone, null, 2)));
  });

  test('render publishes a saved report the same way', async () => {
    const cwd = folder();
    await screening([JUNE, '-f', 'json=full.json'], { cwd });
    const [checked, rendered] = [
      await screening([JUNE, '--publish', '12', '-f', 'csv'], { cwd }),
      await screening(['render', 'full.json', '--publish', '12', '-f', 'csv'], { cwd }),
    ];
    expect(rendered.stdout).toBe(checked.stdout);
  });

  test.each([
    [['-a', 'out.xlsx'], '--annotate'],
    [['--findings', 'out.xlsx'], '--findings'],
  ])('no workbook goes out that holds every number: %j', async (options, named) => {
    const cwd = folder(TWO_BIRTHS);
    const argv = ['2025-06', '--publish', ...options, '--lang'];
    const [chinese, english] = [await screening([...argv, 'zh'], { cwd }), await screening([...argv, 'en'], { cwd })];
    expect([chinese.code, chinese.stdout]).toEqual([2, '']);
    expect(chinese.stderr).toContain(`--publish 与 ${named} 不能同时用`);
    expect(english.stderr).toContain(`--publish and ${named} contradict each other`);
    expect(readdirSync(cwd)).toEqual(['2025-06']);
  });

  test.each([
    [['2025-06', '--publish', '1'], /--publish 后面应是不小于 2 的整数（默认 10），不能是“1”/],
    [['2025-06', '--publish=ten'], /不能是“ten”/],
    [['2025-06', '--publish', '--show-values'], /不能同时用/],
    [['2025-06', '--published', 'full.json'], /--published 只和 --publish 一起用/],
    [['2025-06', '--publish', '--published', 'full.json'], /“full.json”不是公布用的报告/],
    [['2025-06', '--publish', '--published', 'none.json'], /不能打开“none.json”/],
    [['render', 'out.json', '--publish'], /已经是公布用的/],
  ])('%j is refused in words', async (argv, message) => {
    const cwd = folder(TWO_BIRTHS);
    await screening(['2025-06', '-f', 'json=full.json'], { cwd });
    await screening(['2025-06', '--publish', '-f', 'json=out.json'], { cwd });
    const { code, stdout, stderr } = await screening(argv, { cwd });
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
  });
});
