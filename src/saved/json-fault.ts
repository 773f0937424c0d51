/** Where a text stops being JSON, as line and column from 1. For a text that is no JSON: its parser does not always say. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, faultAt(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these within a string
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[[\]{},:])/y;
const SPACE = /[ \t\n\r]*/y;

type Place = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'after';

function faultAt(text: string): number {
  const open: ('[' | '{')[] = [];
  let place: Place = 'value';
  let end = 0;
  for (;;) {
    TOKEN.lastIndex = end;
    const match = TOKEN.exec(text);
    const next: Place | undefined = match === null ? undefined : step(place, match[0].trim(), open);
    if (next === undefined) break;
    place = next;
    end = TOKEN.lastIndex;
  }
  SPACE.lastIndex = end;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** What may come after a token; `undefined` where the token may not stand. */
function step(place: Place, token: string, open: ('[' | '{')[]): Place | undefined {
  const inner = open.at(-1);
  if (place === 'colon') return token === ':' ? 'value' : undefined;
  if (token === '}' || token === ']') {
    const isFirst = place === (token === '}' ? 'first key' : 'first value');
    if (inner !== (token === '}' ? '{' : '[') || !(isFirst || place === 'after')) return undefined;
    open.pop();
    return 'after';
  }
  if (place === 'after') return token === ',' && inner !== undefined ? (inner === '{' ? 'key' : 'value') : undefined;
  if (place === 'key' || place === 'first key') return token.startsWith('"') ? 'colon' : undefined;
  if (token === '[' || token === '{') {
    open.push(token);
    return token === '[' ? 'first value' : 'first key';
  }
  return token === ',' || token === ':' ? undefined : 'after';
}
