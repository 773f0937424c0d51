import { describe, expect, test } from 'vitest';
import { folder, JUNE } from './folder.ts';
import { screening } from './screen.ts';

const ODD_HEADERS = {
  'births.csv': '村名,出生日其,性别,孩次,政策属性,出生日期,姓名\n东风村,2025-01-01,男,1,政策里,2025-01-01,x\n',
};

describe('fp-check read', () => {
  test('tells what was read of every sheet, and evaluates nothing', async () => {
    const { code, stdout } = await screening(['read', JUNE]);
    expect(stdout).toMatch(/出生登记册.*births/);
    expect(stdout).toContain('未计算任何指标');
    expect(stdout).not.toContain('符合政策生育率');
    expect(code).toBe(1); // ten cells cannot be read
  });

  test('every row is accounted for', async () => {
    const { stdout } = await screening(['read', JUNE, '-f', 'json']);
    const report = JSON.parse(stdout);
    for (const { rows, read, skipped } of report.ledgers[0].sheets) {
      const all = Object.values<number>(skipped).reduce((sum, number) => sum + number, read);
      expect(all).toBe(rows);
    }
    expect(report.schema).toBe('fp-check/reading/1');
  });

  test('needs no period', async () => {
    const cwd = folder(ODD_HEADERS);
    expect((await screening(['read', 'births.csv'], { cwd })).stdout).toContain('没有说明报告期');
  });

  test('--suggest prints a fragment of a configuration, with words only where values may be shown', async () => {
    const cwd = folder(ODD_HEADERS);
    const { stdout } = await screening(['read', 'births.csv', '--suggest'], { cwd });
    expect(stdout).toContain('"姓名": ?');
    expect(stdout).not.toContain('政策里');
    const shown = await screening(['read', 'births.csv', '--suggest', '--show-values'], { cwd });
    expect(shown.stdout).toContain('"政策里": in');
  });

  test('--suggest helps a register that lacks a required column, where its header is only spelt otherwise', async () => {
    const cwd = folder({ 'births.csv': '村名,出生日期,性别,孩次,政策属姓\n东风村,2025-01-01,男,1,政策内\n' });
    const { stdout } = await screening(['read', 'births.csv', '--suggest'], { cwd });
    expect(stdout).toContain('    "政策属姓": policy');
  });

  test('exits 0 where nothing is an error, and 2 where a file cannot be read', async () => {
    const cwd = folder({
      'births.csv': '村名,出生日期,性别,孩次,政策属性\n东风村,2025-01-01,男,1,政策内\n',
      'empty.csv': '',
    });
    expect((await screening(['read', 'births.csv'], { cwd })).code).toBe(0);
    expect((await screening(['read', 'empty.csv'], { cwd })).code).toBe(2);
  });
});
