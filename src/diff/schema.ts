import { z } from 'zod';
import { statuses } from '../model/report.ts';
import {
  described,
  diagnostic,
  measureType,
  period,
  profile,
  text,
  unit,
  whole,
  words,
} from '../saved/schema-parts.ts';
import { type Factor, factors } from './difference.ts';
import { recordFields } from './record-schema.ts';

/** What a difference holds. More keys may be added in later versions, so unknown ones are let through. */
const status = z.enum(statuses);
const amount = z
  .object({
    number: z.number(),
    exact: z
      .string()
      .regex(/^-?\d+(\/\d+)?$/)
      .describe(described('同一个数，写成最简分数', 'The same number as a fraction in lowest terms')),
  })
  .nullable();
const amounts = { numerator: amount, denominator: amount, value: amount };
const side = z.object({ ...amounts, status });
const change = {
  before: side,
  after: side,
  shown: z.object({ before: text, after: text }),
  change: z.object(amounts).describe(described('现在减此前', 'After less before')),
  parts: z
    .object(forEachFactor(() => z.object(amounts)))
    .describe(
      described(
        '变化由什么而来（五个因素各种先后次序下作用的平均），各部分之和等于变化',
        'What the change is made of: the mean effect of each factor over all orders of the five. The parts add up to the change',
      ),
    ),
};

const measure = z.object({
  id: z.string(),
  name: z.string(),
  names: words,
  type: measureType,
  unit,
  threshold: z.object({ before: text, after: text }),
  ...change,
});
const indicator = z.object({
  id: z.string(),
  name: z.string(),
  names: words,
  status: z.object({ before: status, after: status }),
  cause: z.string().describe(described('主要原因', 'The main cause')),
  causes: words,
  measures: z.array(measure),
});

const month = z.object({
  period,
  profile,
  ledgers: z.array(z.object({ file: z.string(), sha256: z.string() })),
  summary: z.record(z.string(), whole.nullable()),
});

/** The schema of a difference, as `fp-check diff -f json` prints it. */
export const differenceSchema = z.object({
  schema: z.literal('fp-check/diff/1'),
  tool: z.object({ name: z.literal('fp-check'), version: z.string() }),
  notice: z.string(),
  notices: words,
  showsValues: z.boolean(),
  only: z.array(z.string()).nullable(),
  before: month,
  after: month,
  isEmpty: z.boolean().describe(described('没有任何变化', 'Nothing at all has changed')),
  flips: z.array(
    z.object({
      of: z.enum(['indicator', 'measure']),
      id: z.string(),
      names: words,
      before: status,
      after: status,
      direction: z.enum(['worse', 'better']),
    }),
  ),
  indicators: z.array(indicator),
  areas: z.array(
    z.object({ code: text, name: z.string(), town: text, measures: z.record(z.string(), z.object(change)) }),
  ),
  ...recordFields,
  diagnostics: z.object({
    new: z.array(diagnostic),
    fixed: z.array(diagnostic),
    still: z.array(diagnostic),
    totals: z.object({ new: whole, fixed: whole, still: whole }),
  }),
});

/** The JSON Schema of a difference, for other programs. */
export function differenceJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(differenceSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: 'fp-check difference', ...schema };
}

function forEachFactor<T>(of: () => T): Readonly<Record<Factor, T>> {
  // Made of all factors, so no key is missing.
  return Object.fromEntries(factors.map((factor) => [factor, of()])) as Record<Factor, T>;
}
