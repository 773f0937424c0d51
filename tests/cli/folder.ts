import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, with some files in it; gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'fp-check-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

export const FIXTURES = join(import.meta.dirname, '../../fixtures');
export const JUNE = join(FIXTURES, '2025-06.xlsx');

/** The smallest ledger that says something: one village, two births. */
export const TWO_BIRTHS = {
  '2025-06/村情.csv': '村代码,村名,乡镇,人口计划出生数\n990101,东风村,青溪镇,3\n',
  '2025-06/出生.csv':
    '村名,出生编号,出生日期,性别,孩次,政策属性\n东风村,B1,2025-03-01,男,1,政策内\n东风村,B2,2025-06-30,女,2,政策内\n',
};
