import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from './folder.ts';
import { screening } from './screen.ts';

test('a template reads back as a ledger without a record and without a diagnostic', async () => {
  const cwd = folder();
  expect((await screening(['template', '-o', 'ledger.xlsx'], { cwd })).code).toBe(0);
  const { code, stdout } = await screening(['read', 'ledger.xlsx', '-f', 'json'], { cwd });
  const report = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(report.diagnosticTotals).toEqual({});
  expect(
    report.ledgers[0].sheets.filter(({ register }: { register: string | null }) => register !== null),
  ).toHaveLength(16);
});

test('a template that is there gives way only to --force', async () => {
  const cwd = folder({ 'ledger.xlsx': 'mine' });
  expect((await screening(['template', '-o', 'ledger.xlsx'], { cwd })).code).toBe(2);
  expect(readFileSync(join(cwd, 'ledger.xlsx'), 'utf8')).toBe('mine');
  expect((await screening(['template', '-o', 'ledger.xlsx', '--force'], { cwd })).code).toBe(0);
});
