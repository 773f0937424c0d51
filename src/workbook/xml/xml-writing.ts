import { certain } from '../../model/certain.ts';

/** The most characters that a cell holds. */
const LONGEST_TEXT = 32_767;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const PLAIN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML cannot hold at all: it is left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to leave out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what one byte says
const ASCII = /^[\u0000-\u007F]*$/;

/** A text as the content of an element. */
export function escaped(text: string): string {
  return permitted(text).replace(/[&<>]/g, named);
}

/** A text as the content of a cell: spreadsheets read `_x0041_` as a letter, so such a word is written with its own. */
export function cellText(text: string): string {
  return escaped(text.slice(0, LONGEST_TEXT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** A text as the value of an attribute, with its quotes. */
export function quoted(text: string): string {
  const safe = permitted(text).replace(/[&<>"]/g, named);
  return `"${safe.replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

/** A text in UTF-8 with a character a byte: so it is put together, and written, twice as fast as one with Chinese in it. */
export function asByteText(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text).toString('latin1');
}

/** An attribute value or a text as it was meant; an entity that XML does not know stays as it is. */
export function plainText(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (entity, hexadecimal, decimal, name) => {
    if (name !== undefined) return PLAIN[String(name)] ?? entity;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function named(character: string): string {
  return certain(NAMED[character], `entity for ${character}`);
}

function permitted(text: string): string {
  return text.replace(FORBIDDEN, '').replace(LONE_SURROGATE, '');
}
