import { damaged, type Refusal } from '../refusal.ts';

/** The text between two bytes of an XML part: entities resolved, line ends as XML has them. */
export function decodeText(bytes: Buffer, start: number, end: number, refuse: Refusal): string {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === undefined || byte > LAST_ASCII || byte === AMPERSAND || byte === RETURN) {
      return decodeRich(bytes, start, end, refuse);
    }
  }
  return bytes.toString('latin1', start, end);
}

/** The text of a CDATA section, in which there are no entities. */
export function decodeCdata(bytes: Buffer, start: number, end: number, refuse: Refusal): string {
  const raw = bytes.toString('utf8', start, end);
  // A mark of replacement comes from bytes that are no UTF-8, unless the file itself holds it.
  if (raw.includes('\uFFFD') && bytes.subarray(start, end).indexOf('\uFFFD') < 0) throw refuse(notUtf8);
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** Resolves the five named entities and the numbered ones; any other is a fault. */
export function resolveEntities(text: string, refuse: Refusal): string {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = endOfName(text, at + 1);
    const name = text.slice(at + 1, end);
    const character = named.get(name) ?? numbered(name);
    if (character === undefined) throw refuse(unknownEntity);
    resolved += text.slice(from, at) + character;
    from = text.charCodeAt(end) === SEMICOLON ? end + 1 : end;
  }
  return from === 0 ? text : resolved + text.slice(from);
}

/** Where the name of an entity ends: before its semicolon, which programs forget at times. */
function endOfName(text: string, start: number): number {
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === SEMICOLON || code === AMPERSAND || code <= SPACE) return end;
  }
  return text.length;
}

/** Characters that XML cannot hold are written `_xHHHH_` in cells, and so is an underscore before such a word. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const LAST_ASCII = 127;
const AMPERSAND = 38;
const SEMICOLON = 59;
const SPACE = 32;
const RETURN = 13;

function decodeRich(bytes: Buffer, start: number, end: number, refuse: Refusal): string {
  return resolveEntities(decodeCdata(bytes, start, end, refuse), refuse);
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function numbered(entity: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity) ?? [];
  const code = hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const unknownEntity = damaged('XML 中有不认识的实体', 'its XML has an entity that is not known');

const notUtf8 = damaged('XML 中有不是 UTF-8 的字节', 'its XML has bytes that are not UTF-8');
