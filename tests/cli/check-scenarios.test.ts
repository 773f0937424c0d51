import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXTURES, folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const BIRTHS = TWO_BIRTHS['2025-06/出生.csv'];

describe('fp-check LEDGER', () => {
  test('prints the indicators and exits 1 where one fails', async () => {
    const { code, stdout, stderr } = await screening([JUNE]);
    expect(stdout).toMatch(/1b\s+三年符合政策生育率\s+96\.90%\s+1186\/1224/);
    expect(stdout).toContain('再有 3 例达标');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('check is the same command by its name', async () => {
    expect(await screening(['check', JUNE, '-q'])).toEqual(await screening([JUNE, '-q']));
  });

  test('says in English what it says in Chinese', async () => {
    const { stdout } = await screening([JUNE, '--lang', 'en']);
    expect(stdout).toContain('Births within policy');
    expect(stdout).not.toContain('三年符合政策生育率');
  });

  test('the JSON is the same in every locale, to the byte', async () => {
    const [zh, en] = [
      await screening([JUNE, '-f', 'json']),
      await screening([JUNE, '-f', 'json', '--lang', 'en'], { env: { LANG: 'C', TZ: 'America/New_York' } }),
    ];
    expect(zh.stdout).toBe(en.stdout);
  });

  test.each([
    [['--fail-on', 'none'], 3, 'what fails is not asked for, but indicators are undetermined'],
    [['--fail-on', 'none', '--allow-incomplete'], 0, 'nothing is asked for'],
    [['--fail-on', 'error'], 1, 'ten cells cannot be read'],
    [['--fail-on', 'warning', '--allow-incomplete'], 1, 'there are warnings'],
    [['--fail-on', 'indicator'], 1, 'indicators fail'],
    [['--only', '16'], 0, 'staff are paid, and their register has no error'],
    [['--only', '15', '--fail-on', 'indicator'], 3, '15b has no data'],
  ])('%j exits %i: %s', async (options, code) => {
    expect((await screening([JUNE, ...options])).code).toBe(code);
  });

  test('--only 9a judges indicator 9 on that measure alone', async () => {
    const { stdout } = await screening([JUNE, '--only', '9a', '-f', 'json']);
    const report = JSON.parse(stdout);
    expect(report.indicators.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['9', 'pass'],
    ]);
    expect(Object.keys(report.areas[0].measures)).toEqual(['9a']);
  });

  test('--by village shows every village', async () => {
    const { stdout } = await screening([JUNE, '--by', 'village']);
    expect(stdout).toContain('上奚村');
  });

  test('several formats at once, each where it was asked for', async () => {
    const cwd = folder(TWO_BIRTHS);
    const { stdout } = await screening(['2025-06', '-f', 'table', '-f', 'json=out.json'], { cwd });
    expect(stdout).toContain('人口计划完成');
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).schema).toBe('fp-check/report/1');
  });

  test('-o takes its format from the ending, and replaces an earlier report', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'report.json': 'old' });
    const { stdout } = await screening(['2025-06', '-o', 'report.json'], { cwd });
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).period.to).toBe('2025-06-30');
  });

  test('- reads one register from standard input', async () => {
    const { stdout } = await screening(['-', '--register', 'births', '-p', '2025-06', '-f', 'json', '--only', '1b'], {
      stdin: BIRTHS,
    });
    expect(JSON.parse(stdout).indicators[0].measures[0]).toMatchObject({ id: '1b', numerator: 2, denominator: 2 });
  });

  test('--encoding reads what would otherwise be guessed', async () => {
    const cwd = folder({
      '2025-06/births.csv': new Uint8Array([
        ...Buffer.from('village,birth_date,sex,parity,policy\n'),
        0xd6,
        0xd0,
        ...Buffer.from(',2025-01-01,M,1,Y\n'),
      ]),
    });
    const guessed = await screening(['2025-06', '-f', 'json', '--only', '1b'], { cwd });
    expect(JSON.parse(guessed.stdout).areas[0].name).toBe('中');
    const told = await screening(['2025-06', '-f', 'json', '--only', '1b', '--encoding', 'shift_jis'], { cwd });
    expect(JSON.parse(told.stdout).areas[0].name).not.toBe('中');
  });

  test('messages show no cell’s content unless it is asked for', async () => {
    const cwd = folder({ '2025-06/births.csv': '村名,出生日期,性别,孩次,政策属性\n东风村,2025-02-30,男,1,政策内\n' });
    const [plain, shown] = [
      await screening(['2025-06'], { cwd }),
      await screening(['2025-06', '--show-values'], { cwd }),
    ];
    expect(plain.stdout).not.toContain('2025-02-30');
    expect(shown.stdout).toContain('2025-02-30');
  });

  test.each([
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{}, [], false],
  ] as const)('with %j and %j colour is %s', async (env, options, colours) => {
    const { stdout } = await screening([JUNE, '-q', ...options], { env });
    expect(stdout.includes('\u001b[')).toBe(colours);
  });

  test.each([60, 80, 120])('no line is wider than %i columns', async (columns) => {
    const { displayWidth } = await import('../../src/reporters/display-width.ts');
    const { stdout } = await screening([JUNE, '-v'], { env: { COLUMNS: String(columns) } });
    expect(stdout.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  test('the CSV folder gives the figures of the workbook', async () => {
    const figures = async (ledger: string) =>
      JSON.parse((await screening([join(FIXTURES, ledger), '-f', 'json'])).stdout).indicators;
    expect(await figures('2025-06-csv')).toEqual(await figures('2025-06.xlsx'));
  });
});
