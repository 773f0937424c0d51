import type { Screen } from '../../reporters/reporter.ts';
import type { Difference } from '../difference.ts';

/** Turns a difference into a text, or the bytes of a file. It writes nothing itself and sets no exit code. */
export type DiffReporter = (difference: Difference, screen: Screen) => string | Promise<Uint8Array>;

/** The formats of a comparison, each with the file ending that asks for it. Loaded when used. */
export const diffReporters = {
  table: { ending: '.txt', load: async () => (await import('./screen.ts')).table },
  json: { ending: '.json', load: async () => (await import('../../reporters/json.ts')).jsonText },
  markdown: { ending: '.md', load: async () => (await import('./markdown.ts')).markdown },
  xlsx: { ending: '.xlsx', load: async () => (await import('./workbook.ts')).workbook },
} as const satisfies Record<string, { readonly ending: string; readonly load: () => Promise<DiffReporter> }>;

export type DiffFormatName = keyof typeof diffReporters;
