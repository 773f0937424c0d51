import { z } from 'zod';
import { configurationSchema } from './configuration-schema.ts';

/** The JSON Schema of a configuration, for editors and other programs. Units and days are checked by reading it only. */
export function configurationJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { target: 'draft-2020-12', io: 'input' });
  const properties = Object.entries(schema.properties ?? {}).map(([key, property]) => [key, orEmpty(property)]);
  return { $schema, title: 'fp-check configuration', ...schema, properties: Object.fromEntries(properties) };
}

/** A key with nothing behind it, as `init` writes for those whose lines are commented out, is as good as not there. */
function orEmpty(property: z.core.JSONSchema._JSONSchema): object | boolean {
  if (typeof property === 'boolean') return property;
  const { type, anyOf } = property;
  if (anyOf !== undefined) return { ...property, anyOf: [...anyOf, { type: 'null' }] };
  return { ...property, type: [type, 'null'] };
}
