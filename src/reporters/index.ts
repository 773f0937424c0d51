import type { Reporter } from './reporter.ts';

export type { Reporter, Screen } from './reporter.ts';

/** The formats, each with the file ending that asks for it. Loaded when used: most runs need one. */
export const reporters = {
  table: { ending: '.txt', load: async () => (await import('./table/table.ts')).table },
  json: { ending: '.json', load: async () => (await import('./json.ts')).json },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof reporters;

interface Format {
  readonly ending: string;
  readonly load: () => Promise<Reporter>;
}
