import type { Reporter } from './reporter.ts';

/** The formats, each with the file ending that asks for it. Loaded when used: most runs need one. */
export const reporters = {
  table: { ending: '.txt', load: async () => (await import('./table/table.ts')).table },
  json: { ending: '.json', load: async () => (await import('./json.ts')).json },
  csv: { ending: '.csv', load: async () => (await import('./csv.ts')).csv },
  markdown: { ending: '.md', load: async () => (await import('./markdown.ts')).markdown },
  junit: { ending: '.xml', load: async () => (await import('./junit.ts')).junit },
  github: { ending: null, load: async () => (await import('./github.ts')).github },
  sarif: { ending: '.sarif', load: async () => (await import('./sarif.ts')).sarif },
  html: { ending: '.html', load: async () => (await import('./html/html.ts')).html },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof reporters;

interface Format {
  /** `null`: only by name. */
  readonly ending: string | null;
  readonly load: () => Promise<Reporter>;
}
