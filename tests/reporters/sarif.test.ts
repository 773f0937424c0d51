import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import { fileUri, sarif } from '../../src/reporters/sarif.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

// zod takes relative references for invalid; they have a test of their own.
const published = readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8');
const schema = z.fromJSONSchema(JSON.parse(published.replaceAll(/,?\s*"format": "uri-reference"/g, '')));
const read = (report: typeof sampleReport) => JSON.parse(sarif(report, screen()));

test.each([
  ['the sample', sampleReport],
  ['a hostile report', hostileReport],
  ['a report without faults', { ...sampleReport, diagnostics: [] }],
])('%s is valid by the published schema', (_name, report) => {
  expect(schema.safeParse(read(report)).error).toBeUndefined();
});

test('the schema refuses what is none', () => {
  const log = read(sampleReport);
  log.runs[0].results[0].level = 'fatal';
  expect(schema.safeParse(log).success).toBe(false);
});

test('the rules are the codes, and each result points to its own', () => {
  const [run] = read(sampleReport).runs;
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(diagnosticKinds));
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
});

test('a result names the cell as a logical location in its file', () => {
  const [result] = read(sampleReport).runs[0].results;
  expect(result).toEqual({
    ruleId: 'invalid-date',
    ruleIndex: 0,
    level: 'error',
    message: { text: '“出生日期”里的内容读不成日期，或没有这一天。' },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: '%E6%B8%85%E6%B2%B3%E9%95%87-2025-06.xlsx', index: 0 } },
        logicalLocations: [{ name: 'D17', fullyQualifiedName: '出生!D17', kind: 'cell' }],
      },
    ],
    properties: { decides: ['8c'] },
  });
});

test('a fault of the run as a whole has no location', () => {
  const result = read(sampleReport).runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'over-100');
  expect(result).not.toHaveProperty('locations');
});

test.each([
  ['2025/06 月.xlsx', '2025/06%20%E6%9C%88.xlsx'],
  ['a#b?c%d.csv', 'a%23b%3Fc%25d.csv'],
  ['c:x.xlsx', 'c%3Ax.xlsx'], // or c would be a scheme
  ['../a.xlsx', '../a.xlsx'],
  ['//host/a.xlsx', '/host/a.xlsx'], // or host would be one
])('the file %s is at %s', (file, uri) => {
  expect(fileUri(file)).toBe(uri);
  expect(() => new URL(uri, 'file:///base/')).not.toThrow();
});
