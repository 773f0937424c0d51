import { z } from 'zod';
import { reportSchema } from './report-schema.ts';

/** The JSON Schema of a report, for other programs. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: 'fp-check report', ...schema };
}
