import type { Reporter } from './reporter.ts';

/** The report itself. */
export const json: Reporter = (report) => jsonText(report);

/** Plain data as JSON. Invisible characters are written as escapes, which change nothing but what a terminal would do. */
export function jsonText(data: object): string {
  return `${JSON.stringify(data, null, 2).replace(INVISIBLE, (character) => `\\u${hex(character)}`)}\n`;
}

const INVISIBLE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
