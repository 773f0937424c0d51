import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { builtInNames } from '../../src/profiles/built-in-profiles.ts';
import { FIXTURES } from '../cli/folder.ts';
import { screening } from '../cli/screen.ts';

// What each published list says of the shipped month, by the independent script and not by the program:
// python3 tests/independent/recompute.py --profile all fixtures/2025-06.xlsx 2025-06
const STATUSES = `
   | district-17  | district-16 | township | community | township-strict | district-services | bureau | new-area | district-results | district-outreach
1  | fail         | fail        | off      | pass      | fail            | off               | fail   | pass     | fail             | off
2  | pass         | pass        | pass     | off       | off             | off               | off    | pass     | off              | fail
3  | fail         | fail        | fail     | fail      | fail            | off               | fail   | off      | fail             | off
4  | pass         | pass        | off      | off       | pass            | off               | off    | pass     | off              | off
5  | pass         | pass        | off      | off       | off             | off               | off    | off      | off              | off
6  | pass         | pass        | off      | off       | off             | pass              | off    | off      | off              | off
7  | pass         | pass        | off      | pass      | pass            | off               | off    | off      | pass             | off
8  | pass         | pass        | off      | off       | off             | off               | fail   | off      | off              | pass
9  | fail         | fail        | off      | off       | fail            | pass              | off    | off      | off              | fail
10 | undetermined | pass        | off      | pass      | pass            | pass              | fail   | pass     | off              | off
11 | pass         | pass        | off      | off       | off             | off               | off    | off      | off              | off
12 | fail         | fail        | off      | off       | pass            | off               | off    | off      | off              | fail
13 | pass         | pass        | off      | off       | off             | off               | off    | off      | off              | off
14 | pass         | pass        | off      | off       | fail            | fail              | off    | fail     | off              | fail
15 | no-data      | no-data     | no-data  | off       | no-data         | no-data           | off    | no-data  | no-data          | off
16 | pass         | pass        | off      | off       | off             | off               | off    | off      | off              | off
17 | pass         | off         | off      | off       | off             | off               | off    | off      | off              | off
`;

const [head = [], ...rows] = STATUSES.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const names = head.slice(1);

test('the table has every profile', () => {
  expect(names).toEqual(builtInNames);
});

describe.each(builtInNames)('the shipped month under %s', (name) => {
  const column = names.indexOf(name) + 1;

  test('has the statuses of its column', async () => {
    const { indicators } = await shippedUnder(name);
    expect(indicators.map(({ id, status }) => [id, status])).toEqual(rows.map((row) => [row[0], row[column]]));
  });
});

// From the same run of the script: the two lists of a district count births over three years, the others over one.
test.each<[string, string, string, number, number, number | null]>([
  ['district-17', '1b', 'fail', 1186, 1224, 3],
  ['district-17', '1c', 'pass', 1, 1225, 0],
  ['district-16', '1b', 'pass', 1186, 1224, 0],
  ['district-16', '1c', 'fail', 1, 1225, 1],
  ['township', '1b', 'off', 208, 214, null],
  ['township', '1c', 'off', 0, 214, null],
  ['community', '1b', 'pass', 208, 214, 0],
  ['community', '1c', 'off', 0, 214, null],
  ['township-strict', '1b', 'fail', 208, 214, 6],
  ['township-strict', '1c', 'off', 0, 214, null],
  ['district-services', '1b', 'off', 208, 214, null],
  ['district-services', '1c', 'off', 0, 214, null],
  ['bureau', '1b', 'fail', 208, 214, 6],
  ['bureau', '1c', 'off', 0, 214, null],
  ['new-area', '1b', 'pass', 208, 214, 0],
  ['new-area', '1c', 'off', 0, 214, null],
  ['district-results', '1b', 'fail', 208, 214, 2],
  ['district-results', '1c', 'pass', 0, 214, 0],
  ['district-outreach', '1b', 'off', 208, 214, null],
  ['district-outreach', '1c', 'off', 0, 214, null],
])(
  'under %s, %s is %s: %i of %i, %s short or too many',
  async (name, id, status, numerator, denominator, shortfall) => {
    const { indicators } = await shippedUnder(name);
    const found = indicators.flatMap(({ measures }) => measures).find((measure) => measure.id === id);
    expect(found).toMatchObject({ status, numerator, denominator, shortfall });
  },
);

const reports = new Map<string, Promise<Report>>();

/** Read once a profile. */
function shippedUnder(name: string): Promise<Report> {
  const report = reports.get(name) ?? readUnder(name);
  reports.set(name, report);
  return report;
}

async function readUnder(name: string): Promise<Report> {
  const { stdout } = await screening(['2025-06.xlsx', '--profile', name, '-f', 'json'], { cwd: FIXTURES });
  return JSON.parse(stdout); // fp-check's own form
}
