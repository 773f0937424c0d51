import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXTURES, folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const MAY = join(FIXTURES, '2025-05.xlsx');
const VILLAGES = TWO_BIRTHS['2025-06/村情.csv'];
const BIRTHS = TWO_BIRTHS['2025-06/出生.csv'];

describe('fp-check diff BEFORE AFTER', () => {
  test('says why each rate moved, and exits 1 where a status worsened', async () => {
    const { code, stdout } = await screening(['diff', MAY, JUNE]);
    expect(stdout).toMatch(/变差\s+1b\s+三年符合政策生育率\s+无法判定\s+未达标/);
    expect(stdout).toContain('主要原因');
    expect(code).toBe(1);
  });

  test('shows the villages on request, and no towns', async () => {
    const villages = await screening(['diff', MAY, JUNE, '--by', 'village', '--lang', 'en']);
    expect(villages.stdout).toMatch(/\nVillages\n/);
    expect((await screening(['diff', MAY, JUNE, '--lang', 'en'])).stdout).not.toMatch(/\nVillages\n/);
    expect((await screening(['diff', MAY, JUNE, '--by', 'town', '--lang', 'en'])).stderr).toContain(
      '--by does not know “town”',
    );
  });

  test('shows the statuses that changed alone when it is to be short', async () => {
    const { stdout } = await screening(['diff', MAY, JUNE, '--quiet', '--lang', 'en']);
    expect(stdout).toContain('Statuses that changed');
    expect(stdout).not.toContain('Main causes');
  });

  test('a month compared with itself is no difference, and exits 0', async () => {
    const { code, stdout } = await screening(['diff', JUNE, JUNE, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'fp-check/diff/1', isEmpty: true });
    expect(code).toBe(0);
  });

  test.each([
    [['--fail-on', 'none'], 0],
    [['--fail-on', 'worse'], 0],
    [['--fail-on', 'closed'], 1],
  ])('a birth of a closed month that was edited: %j exits %i', async (options, code) => {
    const cwd = folder({
      '2025-05/村情.csv': VILLAGES,
      '2025-05/出生.csv': BIRTHS.replace(/东风村,B2.*\n/, ''),
      '2025-06/村情.csv': VILLAGES,
      '2025-06/出生.csv': BIRTHS.replace('2025-03-01,男', '2025-03-01,女'),
    });
    expect((await screening(['diff', '2025-05', '2025-06', ...options], { cwd })).code).toBe(code);
  });

  test('writes json, markdown and a workbook at once', async () => {
    const cwd = folder();
    const formats = ['-f', 'json=d.json', '-f', 'markdown=d.md', '-f', 'xlsx=d.xlsx'];
    await screening(['diff', MAY, JUNE, ...formats], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'd.json'), 'utf8')).isEmpty).toBe(false);
    expect(readFileSync(join(cwd, 'd.md'), 'utf8')).toContain('1b');
    expect(readFileSync(join(cwd, 'd.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('the earlier month may have its own period and profile', async () => {
    const cwd = folder({ 'a/村情.csv': VILLAGES, 'a/出生.csv': BIRTHS, 'b/村情.csv': VILLAGES, 'b/出生.csv': BIRTHS });
    const own = ['-p', '2025-06', '--period-before', '2025-05', '--profile-before', 'district-16'];
    const { stdout } = await screening(['diff', 'a', 'b', ...own, '-f', 'json'], { cwd });
    const { before, after } = JSON.parse(stdout);
    expect([before.period.to, after.period.to]).toEqual(['2025-05-31', '2025-06-30']);
    expect([before.profile.name, after.profile.name]).toEqual(['district-16', 'district-17']);
  });

  test.each([
    [['diff', MAY], /比较需要两个月的台账/],
    [['diff', MAY, 'nope.xlsx'], /不能打开“nope\.xlsx”/],
    [['diff', MAY, JUNE, '--fail-on', 'worst'], /是不是“worse”？/],
    [['diff', MAY, JUNE, '-o', 'x.html'], /看不出格式/],
  ])('%j is a mistake', async (argv, words) => {
    const { code, stderr } = await screening(argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('fp-check trend LEDGER…', () => {
  test('lines the months up in the order of their periods, whatever the order typed', async () => {
    const { code, stdout } = await screening(['trend', JUNE, MAY, '-f', 'json', '--only', '13b']);
    const { months, indicators } = JSON.parse(stdout);
    expect(months.map(({ period }: { period: { to: string } }) => period.to)).toEqual(['2025-05-31', '2025-06-30']);
    expect(indicators[0].measures[0].points.map(({ status }: { status: string }) => status)).toEqual(['fail', 'pass']);
    expect(code).toBe(0);
  });

  test('says which month between is missing', async () => {
    const cwd = folder({
      '2025-04/出生.csv': BIRTHS,
      '2025-06/出生.csv': BIRTHS,
    });
    expect((await screening(['trend', '2025-04', '2025-06'], { cwd })).stdout).toContain('2025-05');
  });
});
