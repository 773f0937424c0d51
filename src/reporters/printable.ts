/** A text without what could steer a terminal or reorder what it shows: control, bidirectional and unpaired characters. */
export function printable(text: string): string {
  if (!SUSPECT.test(text) || !STEERING.test(text)) return text;
  return text.replace(BREAKS, ' ').replace(ALL_STEERING, '');
}

/** Plain data with every text in it made printable: the one gate between a ledger's words and a screen. */
export function printableData<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T; // a string stays a string
  if (data === null || typeof data !== 'object') return data;
  return printableParts(data);
}

/** The same keys, the same shapes; what needs no change, nearly all there is, is not copied. */
function printableParts<T extends object>(data: T): T {
  let clean: T | undefined;
  for (const key of Object.keys(data) as (keyof T)[]) {
    const part = printableData(data[key]);
    if (part === data[key]) continue;
    clean ??= (Array.isArray(data) ? [...data] : { ...data }) as T; // a copy of the same shape
    clean[key] = part;
  }
  return clean ?? data;
}

// What may steer by its code units alone: a quick look, which spares nearly every text the one by code points.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/;
const BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
// Not \p{Cf} as a whole: the zero-width joiner belongs to some scripts' words and to emoji.
const steering =
  '[\\p{Cc}\\p{Cs}\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb\\u2028\\u2029\\u{e0000}-\\u{e007f}]';
const STEERING = new RegExp(steering, 'u');
const ALL_STEERING = new RegExp(steering, 'gu');
