import { damaged, type Refusal } from '../refusal.ts';

/** One piece of markup in a buffer. One object is filled again and again, so that scanning allocates nothing. */
export interface Markup {
  kind: 'open' | 'close' | 'empty' | 'cdata' | 'other';
  /** Where the name with its prefix begins. */
  qualifiedStart: number;
  /** The local name, without its prefix; of CDATA the text. */
  nameStart: number;
  nameEnd: number;
  /** Just behind the `>`. */
  end: number;
}

/** The most bytes that one piece of markup or text may take: ten times what a full cell needs. */
export const LONGEST_PIECE = 4 * 1024 * 1024;

export function blankMarkup(): Markup {
  return { kind: 'other', qualifiedStart: 0, nameStart: 0, nameEnd: 0, end: 0 };
}

/** Where the next piece of markup begins, from `at` on; -1 where there is none. Looked for outside JavaScript unless it is at hand. */
export function nextMarkup(bytes: Buffer, at: number): number {
  return at < bytes.length && bytes[at] === LESS_THAN ? at : bytes.indexOf(LESS_THAN, at);
}

/** Reads the markup that begins at `at`, a `<`; false when the buffer ends within it. */
export function readMarkup(bytes: Buffer, at: number, markup: Markup, refuse: Refusal): boolean {
  if (at + 1 >= bytes.length) return false;
  const next = bytes[at + 1];
  if (next === EXCLAMATION) return readDeclaration(bytes, at, markup, refuse);
  if (next === QUESTION) return readUntil(bytes, at, '?>', markup);
  markup.kind = next === SLASH ? 'close' : 'open';
  const nameAt = next === SLASH ? at + 2 : at + 1;
  return readName(bytes, nameAt, markup) && readTagEnd(bytes, markup, refuse);
}

/** True if the local name of a tag is `name`. */
export function isNamed(bytes: Buffer, markup: Markup, name: string): boolean {
  return spells(bytes, markup.nameStart, markup.nameEnd, name);
}

/** An attribute of a tag as written, by its name, or `undefined` where the tag has none. */
export function attributeOf(bytes: Buffer, markup: Markup, name: string, isNameOf = spells): string | undefined {
  for (let at = markup.nameEnd; nextAttribute(bytes, markup, at, found); at = found.valueEnd + 1) {
    if (isNameOf(bytes, found.nameStart, found.nameEnd, name))
      return bytes.toString('utf8', found.valueStart, found.valueEnd);
  }
  return undefined;
}

/** Where an attribute lies in a buffer: its name, with its prefix, and its value, without the quotes. */
export interface AttributePlace {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
}

export function blankAttribute(): AttributePlace {
  return { nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0 };
}

/** Finds the attribute of a tag that begins at `from` or behind it; false when there is none left. */
export function nextAttribute(bytes: Buffer, markup: Markup, from: number, place: AttributePlace): boolean {
  const last = markup.end - 1;
  let at = from;
  while (at < last && (bytes[at] ?? 0) <= SPACE) at++;
  if (at >= last) return false;
  place.nameStart = at;
  while (at < last && bytes[at] !== EQUALS) at++;
  place.nameEnd = trimmedEnd(bytes, place.nameStart, at);
  do at++;
  while (at < last && (bytes[at] ?? 0) <= SPACE);
  const quote = bytes[at];
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return false;
  place.valueStart = at + 1;
  place.valueEnd = closingQuote(bytes, at);
  return true;
}

const found = blankAttribute();

export const LESS_THAN = 60;
export const GREATER_THAN = 62;
export const SLASH = 47;
export const SPACE = 32;
const QUESTION = 63;
const EXCLAMATION = 33;
const COLON = 58;
const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** Whether bytes spell a word in ASCII. */
export function spells(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Whether bytes spell a name behind a prefix, which is not that of a namespace. */
export function spellsBehindPrefix(bytes: Buffer, start: number, end: number, name: string): boolean {
  const colon = end - name.length - 1;
  return (
    colon > start &&
    bytes[colon] === COLON &&
    spells(bytes, colon + 1, end, name) &&
    !spells(bytes, start, colon, 'xmlns')
  );
}

/** Where the quote that opens at `at` is closed; attributes are too short for a search outside JavaScript to pay. */
function closingQuote(bytes: Buffer, at: number): number {
  const quote = bytes[at];
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== quote) end++;
  return end;
}

function trimmedEnd(bytes: Buffer, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] ?? 0) <= SPACE) at--;
  return at;
}

function readDeclaration(bytes: Buffer, at: number, markup: Markup, refuse: Refusal): boolean {
  const opening = bytes.toString('latin1', at, at + CDATA.length);
  if (opening.startsWith('<!--')) return readUntil(bytes, at, '-->', markup);
  if (opening === CDATA) {
    if (!readUntil(bytes, at + CDATA.length, ']]>', markup)) return false;
    markup.kind = 'cdata';
    markup.nameStart = at + CDATA.length;
    markup.nameEnd = markup.end - 3;
    return true;
  }
  if ('<!--'.startsWith(opening) || CDATA.startsWith(opening)) return false;
  throw refuse(declaration);
}

function readUntil(bytes: Buffer, from: number, ending: string, markup: Markup): boolean {
  const found = bytes.indexOf(ending, from, 'latin1');
  if (found < 0) return false;
  markup.kind = 'other';
  markup.end = found + ending.length;
  return true;
}

function readName(bytes: Buffer, nameAt: number, markup: Markup): boolean {
  markup.qualifiedStart = nameAt;
  let start = nameAt;
  for (let i = nameAt; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === COLON) start = i + 1;
    else if (byte === GREATER_THAN || byte === SLASH || (byte !== undefined && byte <= SPACE)) {
      markup.nameStart = start;
      markup.nameEnd = i;
      return true;
    }
  }
  return false;
}

/**
 * Finds the `>` of a tag, past the quotes of its attributes, which may hold one; refuses a tag in which names, signs and
 * quotes do not take turns, so that an attribute is never looked for in the wrong place.
 */
function readTagEnd(bytes: Buffer, markup: Markup, refuse: Refusal): boolean {
  let expected: 'name' | 'equals' | 'quote' = 'name';
  let isInName = false;
  for (let i = markup.nameEnd; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte <= SPACE) isInName = false;
    else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
      if (expected !== 'quote') throw refuse(badTag);
      expected = 'name';
      i = closingQuote(bytes, i);
    } else if (byte === EQUALS) {
      if (expected !== 'equals') throw refuse(badTag);
      expected = 'quote';
    } else if (byte === GREATER_THAN) {
      if (expected !== 'name') throw refuse(badTag);
      if (markup.kind === 'open' && bytes[i - 1] === SLASH) markup.kind = 'empty';
      markup.end = i + 1;
      return true;
    } else if (byte === SLASH) {
      if (bytes[i + 1] !== GREATER_THAN && i + 1 < bytes.length) throw refuse(badTag);
    } else if (!isInName) {
      if (expected !== 'name') throw refuse(badTag);
      expected = 'equals';
      isInName = true;
    }
  }
  return false;
}

const CDATA = '<![CDATA[';

const badTag = damaged('XML 里有一个标签写得不对', 'its XML has a tag that is not well formed');

const declaration = damaged(
  'XML 中有 DOCTYPE 之类的声明，工作簿不应有，可能有害，未读',
  'its XML has a DOCTYPE or the like, which no workbook needs and which may do harm: it was not read',
);
