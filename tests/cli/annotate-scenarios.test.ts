import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function withJune(): string {
  const cwd = folder();
  copyFileSync(JUNE, join(cwd, '2025-06.xlsx'));
  return cwd;
}

describe('fp-check LEDGER --annotate COPY', () => {
  test('writes a copy that says the same when it is checked again, and leaves the ledger as it was', async () => {
    const cwd = withJune();
    const before = digest(join(cwd, '2025-06.xlsx'));
    const first = await screening(['2025-06.xlsx', '-a', 'checked.xlsx', '-f', 'json'], { cwd });
    const again = await screening(['checked.xlsx', '-p', '2025-06', '-f', 'json'], { cwd });
    const [one, other] = [JSON.parse(first.stdout), JSON.parse(again.stdout)];
    expect(other.indicators).toEqual(one.indicators);
    expect(other.summary).toMatchObject({ errors: one.summary.errors, pass: one.summary.pass });
    expect(first.code).toBe(1);
    expect(digest(join(cwd, '2025-06.xlsx'))).toBe(before);
  });

  test('the same copy on a second run', async () => {
    const cwd = withJune();
    await screening(['2025-06.xlsx', '-q', '-a', 'a.xlsx'], { cwd });
    await screening(['2025-06.xlsx', '-q', '-a', 'b.xlsx'], { cwd });
    expect(digest(join(cwd, 'a.xlsx'))).toBe(digest(join(cwd, 'b.xlsx')));
  });

  test('several ledgers go into a folder, each under its own name', async () => {
    const cwd = withJune();
    copyFileSync(JUNE, join(cwd, 'other.xlsx'));
    mkdirSync(join(cwd, 'out'));
    const { code } = await screening(['2025-06.xlsx', 'other.xlsx', '-p', '2025-06', '-q', '-a', 'out'], { cwd });
    expect(code).toBe(1);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['2025-06.xlsx', 'other.xlsx']);
  });

  test('a copy that is there gives way only to --force', async () => {
    const cwd = withJune();
    copyFileSync(JUNE, join(cwd, 'checked.xlsx'));
    const refused = await screening(['2025-06.xlsx', '-a', 'checked.xlsx'], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(digest(join(cwd, 'checked.xlsx'))).toBe(digest(JUNE));
    expect((await screening(['2025-06.xlsx', '-q', '-a', 'checked.xlsx', '--force'], { cwd })).code).toBe(1);
    expect(digest(join(cwd, 'checked.xlsx'))).not.toBe(digest(JUNE));
  });

  test.each([
    ['its own name', '2025-06.xlsx', () => {}],
    ['a hard link', 'hard.xlsx', linkSync],
    ['a symbolic link', 'soft.xlsx', symlinkSync],
  ])('the ledger is never written to: by %s', async (_, name, link) => {
    const cwd = withJune();
    link(join(cwd, '2025-06.xlsx'), join(cwd, name));
    const { code, stderr } = await screening(['2025-06.xlsx', '-a', name, '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('不能写在它上面');
    expect(digest(join(cwd, '2025-06.xlsx'))).toBe(digest(JUNE));
  });

  test('the copy keeps the kind of the workbook', async () => {
    const cwd = withJune();
    const { code, stderr } = await screening(['2025-06.xlsx', '-a', 'checked.xlsm'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('.xlsx');
    expect(existsSync(join(cwd, 'checked.xlsm'))).toBe(false);
  });

  test('several ledgers need a folder', async () => {
    const cwd = folder(TWO_BIRTHS);
    copyFileSync(JUNE, join(cwd, 'a.xlsx'));
    copyFileSync(JUNE, join(cwd, 'b.xlsx'));
    const { code, stderr } = await screening(['a.xlsx', 'b.xlsx', '-p', '2025-06', '-a', 'out.xlsx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('文件夹');
  });

  test('a CSV ledger gets its results as a workbook of their own, and is told so', async () => {
    const cwd = folder(TWO_BIRTHS);
    const { stderr } = await screening(['2025-06', '-q', '-a', 'checked.xlsx'], { cwd });
    expect(stderr).toContain('结果单独写入“checked.xlsx”');
    expect(readFileSync(join(cwd, 'checked.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    [['l.ods', '-a', 'l.ods', '--force'], /“l\.ods”就是输入的文件/, /“l\.ods” is the input itself/],
    [['l.ods', '-a', 'copy.ods'], /须以 \.xlsx 结尾，如“copy\.xlsx”/, /must end in \.xlsx: “copy\.xlsx”/],
    [['l.ods', '-a', 'copy', '--force'], /如“copy\.xlsx”/, /“copy\.xlsx”, say/],
    [['births.csv', '-a', 'births.csv', '--force'], /就是输入的文件/, /is the input itself/],
    [['births.csv', '-a', 'births.CSV'], /须以 \.xlsx 结尾/, /must end in \.xlsx/],
    [['l.xlsx', '--findings', 'results.csv'], /须以 \.xlsx 结尾，如“results\.xlsx”/, /“results\.xlsx”, say/],
  ])('only what is named is written, and under an ending that is true: %j', async (argv, zh, en) => {
    const names = ['l.ods', 'l.xlsx', 'copy.xlsx', 'births.xlsx', 'results.xlsx'];
    const others = Object.fromEntries(names.map((name) => [name, readFileSync(JUNE)]));
    const cwd = folder({ ...others, 'births.csv': TWO_BIRTHS['2025-06/出生.csv'] });
    const before = readdirSync(cwd).map((name) => [name, digest(join(cwd, name))]);
    const asked = [...argv, '-p', '2025-06', '--lang'];
    const [chinese, english] = [await screening([...asked, 'zh'], { cwd }), await screening([...asked, 'en'], { cwd })];
    expect([chinese.code, english.code]).toEqual([2, 2]);
    expect(chinese.stderr).toMatch(zh);
    expect(english.stderr).toMatch(en);
    expect(readdirSync(cwd).map((name) => [name, digest(join(cwd, name))])).toEqual(before);
  });

  test('--findings writes the results alone, of any ledger', async () => {
    const cwd = withJune();
    const { code, stderr } = await screening(['2025-06.xlsx', '-q', '--findings', 'results.xlsx'], { cwd });
    expect([code, stderr]).toEqual([1, '']);
    expect(existsSync(join(cwd, 'results.xlsx'))).toBe(true);
  });
});

describe('fp-check canon LEDGER', () => {
  test('gives the same text whatever the order of rows, and no id', async () => {
    const rows = TWO_BIRTHS['2025-06/出生.csv'].trimEnd().split('\n');
    const cwd = folder({ 'a/出生.csv': rows.join('\n'), 'b/出生.csv': [rows[0], rows[2], rows[1]].join('\n') });
    const env = { FP_CHECK_KEY: 'secret' };
    const [one, other] = [await screening(['canon', 'a'], { cwd, env }), await screening(['canon', 'b'], { cwd, env })];
    expect(one.stdout).toBe(other.stdout);
    expect(one.stdout).toContain('births');
    expect(one.stdout).not.toContain('B1');
    expect(one.code).toBe(0);
  });

  test('without a key there are no digests', async () => {
    const { code, stderr } = await screening(['canon', JUNE]);
    expect(code).toBe(2);
    expect(stderr).toContain('--key-file');
  });
});
