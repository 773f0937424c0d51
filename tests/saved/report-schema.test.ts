import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { Report } from '../../src/model/report.ts';
import { reportJsonSchema } from '../../src/saved/report-json-schema.ts';
import { reportSchema } from '../../src/saved/report-schema.ts';
import { JUNE } from '../cli/folder.ts';
import { screening } from '../cli/screen.ts';
import { sampleReport } from '../reporters/sample-report.ts';

/** A type with nothing read-only in it: as far as JSON goes, the same. */
type Plain<T> = T extends readonly [infer A, infer B]
  ? [Plain<A>, Plain<B>]
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

const jsonSchema = reportJsonSchema();
const validator = z.fromJSONSchema(jsonSchema as Parameters<typeof z.fromJSONSchema>[0]);

test('the schema and the type of a report are the same, either way', () => {
  expectTypeOf<z.output<typeof reportSchema>>().toEqualTypeOf<Plain<Report>>();
});

describe.each([
  ['the sample of every status', async () => JSON.parse(JSON.stringify(sampleReport))],
  ['June', async () => JSON.parse((await screening([JUNE, '-f', 'json'])).stdout)],
  [
    'June with values and some measures only',
    async () => JSON.parse((await screening([JUNE, '-f', 'json', '--show-values', '--only', '9'])).stdout),
  ],
])('a report of %s', (_, reportOf) => {
  test('fits the schema, and has no key that the schema lacks', async () => {
    const report = await reportOf();
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test('fits the JSON Schema', async () => {
    expect(validator.safeParse(await reportOf()).error).toBeUndefined();
  });
});

describe('the JSON Schema', () => {
  test('is plain JSON of the 2020-12 draft', () => {
    expect(JSON.parse(JSON.stringify(jsonSchema))).toEqual(jsonSchema);
    expect(jsonSchema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('is what fp-check schema report prints', async () => {
    const { code, stdout } = await screening(['schema', 'report']);
    expect(JSON.parse(stdout)).toEqual(jsonSchema);
    expect(code).toBe(0);
  });

  test.each<[string, (report: Report) => unknown]>([
    ['another version', (report) => ({ ...report, schema: 'fp-check/report/2' })],
    ['a status that is none', (report) => ({ ...report, indicators: [{ ...report.indicators[0], status: 'good' }] })],
    ['no areas', ({ areas: _, ...report }) => report],
    ['a number as text', (report) => ({ ...report, summary: { ...report.summary, pass: '1' } })],
    ['a code that is none', (report) => ({ ...report, diagnosticTotals: { 'invalid-day': 1 } })],
  ])('refuses %s', (_, spoilt) => {
    expect(validator.safeParse(spoilt(sampleReport)).success).toBe(false);
    expect(reportSchema.safeParse(spoilt(sampleReport)).success).toBe(false);
  });

  test('lets keys of later versions through', () => {
    expect(validator.safeParse({ ...sampleReport, later: 1 }).success).toBe(true);
  });
});
