import { z } from 'zod';
import { configurationSchema } from './configuration-schema.ts';

/** The JSON Schema of a configuration, for editors and other programs. Units and days are checked by reading it only. */
export function configurationJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: 'fp-check configuration', ...schema };
}
