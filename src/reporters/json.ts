import type { Reporter } from './reporter.ts';

/** The report itself. */
export const json: Reporter = (report) => jsonText(report);

/** Plain data as JSON. Invisible characters are written as escapes, which change nothing but what a terminal would do. */
export function jsonText(data: object): string {
  const text = `${JSON.stringify(data, null, 2)}\n`; // with its end before it is looked through: to add to it later is to copy it
  return text.replace(INVISIBLE, (character) => `\\u${hex(character)}`);
}

const INVISIBLE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
