import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { screening } from '../cli/screen.ts';
import { differences, type ExpectedFigures } from './expected-figures.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const EXAMPLES = join(FIXTURES, 'examples');

const examples = readdirSync(EXAMPLES).sort();

test('there are twelve examples', () => {
  expect(examples).toHaveLength(12);
});

describe.each(examples)('%s', (name) => {
  const cwd = join(EXAMPLES, name);
  const args = read<readonly string[]>(join(cwd, 'args.json'));
  const expected = read<ExpectedFigures & { readonly exit: number }>(join(cwd, 'expected.json'));

  test('agrees in every figure that is named, and in the exit code', async () => {
    const { code, stdout } = await screening([...args, '-f', 'json'], { cwd });
    expect(differences(JSON.parse(stdout) as Report, expected)).toEqual([]);
    expect(code).toBe(expected.exit);
  });
});

describe('the shipped ledgers agree with the figures of the independent script', () => {
  test.each([
    ['2025-05.xlsx', '2025-05.expected.json'],
    ['2025-06.xlsx', '2025-06.expected.json'],
    ['2025-06-csv', '2025-06.expected.json'],
  ])('%s', async (ledger, figures) => {
    const { stdout } = await screening([ledger, '-f', 'json'], { cwd: FIXTURES });
    const report = JSON.parse(stdout) as Report;
    const expected = read<ExpectedFigures>(join(FIXTURES, figures));
    expect(differences(report, expected)).toEqual([]);
    expect(expected.indicators.flatMap(({ measures }) => measures)).toHaveLength(37);
  });

  test('a figure that differs would be told', async () => {
    const { stdout } = await screening(['2025-05.xlsx', '-f', 'json'], { cwd: FIXTURES });
    const expected = read<ExpectedFigures>(join(FIXTURES, '2025-06.expected.json'));
    expect(differences(JSON.parse(stdout) as Report, expected)).toContain(
      'period: to is "2025-05-31", expected "2025-06-30"',
    );
  });
});

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T; // files of our own
}
