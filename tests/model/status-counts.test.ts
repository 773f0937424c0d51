import { expect, test } from 'vitest';
import { statuses } from '../../src/model/report.ts';
import { readingOrder, statusCounts, worst } from '../../src/model/status-counts.ts';

test('every status is counted, and shown once', () => {
  expect([...readingOrder].sort()).toEqual([...statuses].sort());
  expect(statusCounts([{ status: 'pass' }, { status: 'fail' }, { status: 'pass' }])).toEqual({
    ...Object.fromEntries(statuses.map((status) => [status, 0])),
    pass: 2,
    fail: 1,
  });
});

test.each([
  [['pass', 'fail', 'suppressed'], 'fail'],
  [['pass', 'suppressed', 'undetermined'], 'suppressed'], // what is withheld may be a failure
  [['pass', 'no-data'], 'no-data'],
  [['pass', 'small-sample'], 'pass'],
  [['off', 'not-applicable'], 'not-applicable'],
  [[], 'off'],
] as const)('of %j the worst is %s', (all, status) => {
  expect(worst(all)).toBe(status);
});
