import { describe, expect, test } from 'vitest';
import { type Status, statuses } from '../../src/model/report.ts';
import { readingOrder, statusCounts, worst } from '../../src/model/status-counts.ts';

describe('an indicator has the worst status of its measures', () => {
  test.each<[Status, readonly Status[]]>([
    ['fail', ['pass', 'undetermined', 'no-data', 'fail']],
    ['undetermined', ['pass', 'no-data', 'undetermined']],
    ['no-data', ['pass', 'no-data', 'small-sample', 'not-applicable', 'off']],
    ['pass', ['off', 'not-applicable', 'small-sample', 'pass']],
    ['small-sample', ['off', 'not-applicable', 'small-sample']],
    ['not-applicable', ['off', 'not-applicable']],
    ['off', ['off', 'off']],
  ])('%s of %o', (status, all) => {
    expect(worst(all)).toBe(status);
    expect(worst([...all].reverse())).toBe(status);
  });
});

test('every status is counted, and shown once', () => {
  expect([...readingOrder].sort()).toEqual([...statuses].sort());
  expect(statusCounts([{ status: 'pass' }, { status: 'fail' }, { status: 'pass' }])).toEqual({
    ...Object.fromEntries(statuses.map((status) => [status, 0])),
    pass: 2,
    fail: 1,
  });
});
