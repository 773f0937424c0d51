import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { parseLimit } from '../../src/parsers/limits.ts';

describe('a limit as the user types it', () => {
  test.each([
    ['cells=50M', { cells: 50_000_000 }],
    ['rows=2k', { rows: 2_000 }],
    ['file=1G', { file: 1024 ** 3 }],
    ['inflated=700MB', { inflated: 700 * 1024 ** 2 }],
    ['seconds=5', { seconds: 5 }],
    [' Levels = 100 ', { levels: 100 }],
  ])('%s', (text, limit) => {
    expect(parseLimit(text, '--limit')).toEqual(limit);
  });

  test.each([
    '',
    'cells',
    'cells=',
    'cells=0',
    'cells=-1',
    'cells=1.5M',
    'cells=99999999999999G',
    'cell=1',
    '__proto__=1',
  ])('“%s” is refused', (text) => {
    expect(() => parseLimit(text, '--limit')).toThrow(UsageError);
  });
});
