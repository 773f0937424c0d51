import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import type { Surroundings } from './surroundings.ts';

/** The things that have a JSON Schema, and where it comes from. */
export const schemas = {
  config: async () => (await import('../profiles/schema.ts')).configurationJsonSchema(),
  report: async () => (await import('../saved/report-json-schema.ts')).reportJsonSchema(),
  diff: async () => (await import('../diff/schema.ts')).differenceJsonSchema(),
} as const satisfies Record<string, () => Promise<unknown>>;

export type SchemaName = keyof typeof schemas;

/** Prints a JSON Schema, made from the very schema that checks. */
export async function schemaCommand(name: SchemaName, { io }: Surroundings): Promise<ExitCode> {
  await write(io.stdout, `${JSON.stringify(await schemas[name](), null, 2)}\n`);
  return exitCodes.clean;
}
