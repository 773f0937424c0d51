/**
 * A text as markdown shows it within a line: no character of it is markup, and nothing of it calls a person, points to
 * an issue or becomes a link, for which forges look in the text that is shown.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_[\]<|~$#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/[@#!~$%](?=[\p{L}\p{N}"])|&amp;(?=\d)|:(?=\/\/)|\bwww(?=\.)/giu, `$&${NOTHING}`);
}

/** A table; its cells are markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** A part that opens on a click. */
export function markdownDetails(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

const NOTHING = '<!-- -->';
