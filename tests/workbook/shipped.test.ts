import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotated } from './workbooks.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

test.each(['2025-05.xlsx', '2025-06.xlsx'])(
  'the copy of the shipped %s says the same, and annotated again is the same copy',
  async (name) => {
    const first = await annotated(readFileSync(join(FIXTURES, name)));
    const again = await annotated(first.copy);
    expect(again.checked.report.indicators).toEqual(first.checked.report.indicators);
    expect(again.checked.report.diagnostics).toEqual(first.checked.report.diagnostics);
    expect(again.copy.equals(first.copy)).toBe(true);
  },
);
