import { isUtf8 } from 'node:buffer';
import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from './chunk-join.ts';
import { blankMarkup, GREATER_THAN, isNamed, LESS_THAN, type Markup, readMarkup, word } from './markup.ts';
import { StringTable } from './string-table.ts';
import { decodeText, unescapeCharacters } from './xml-text.ts';

/** Reads the shared strings as their part's chunks are pushed: runs joined, phonetic guides left out. */
export class SharedStrings {
  readonly strings = new StringTable();
  private readonly join: ChunkJoin;
  private readonly nesting: Nesting;
  private readonly markup = blankMarkup();
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private text = '';
  private isInItem = false;
  private isInText = false;
  private isInGuide = false;
  /** True for bytes in which all text stands for itself. */
  private isLiteral = false;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
    this.join = new ChunkJoin((bytes) => this.scan(bytes), refuse);
    this.nesting = new Nesting(limits.levels, refuse);
  }

  push(chunk: Buffer): void {
    this.join.push(chunk);
  }

  end(): void {
    this.join.end();
    this.nesting.end();
  }

  private scan(bytes: Buffer): number {
    this.isLiteral = isLiteral(bytes);
    let at = 0;
    for (;;) {
      if (!this.isInItem) at = this.scanPlainItems(bytes, at);
      const tagAt = bytes.indexOf(LESS_THAN, at);
      if (tagAt < 0) return this.isInText ? at : bytes.length;
      if (!readMarkup(bytes, tagAt, this.markup, this.refuse)) return this.isInText ? at : tagAt;
      if (this.isInText && tagAt > at) this.append(bytes, at, tagAt);
      if (this.markup.kind === 'cdata') this.appendCdata(bytes, this.markup);
      else if (this.markup.kind !== 'other') this.follow(bytes, this.markup);
      at = this.markup.end;
    }
  }

  /** Scans strings in the common spelling, `<si><t>…</t></si>`, and returns where something else begins. */
  private scanPlainItems(bytes: Buffer, from: number): number {
    const { strings } = this;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = from;
    for (;;) {
      if (at + START_SIZE > bytes.length || words.getUint32(at) !== ITEM_START) return at;
      if (words.getUint32(at + 3) !== TEXT_START) return at;
      const start = at + START_SIZE;
      const copied = this.isLiteral ? strings.copyShort(bytes, start, LESS_THAN) : -1;
      const end = copied < 0 ? bytes.indexOf(LESS_THAN, start) : copied;
      if (end < 0 || end + END_SIZE > bytes.length || words.getUint32(end) !== TEXT_END) return at;
      if (words.getUint32(end + 4) !== ITEM_END || bytes[end + 8] !== GREATER_THAN) return at;
      // Of so many bytes there are no more characters than are allowed.
      if (copied >= 0 && end - start <= this.limits.characters) strings.addCopied();
      else if (this.isLiteral && end - start <= this.limits.characters) strings.addBytes(bytes, start, end);
      else {
        this.add(decodeText(bytes, start, end, this.refuse));
        this.turn('close');
      }
      at = end + END_SIZE;
    }
  }

  private follow(bytes: Buffer, markup: Markup): void {
    this.nesting.follow(markup.kind);
    const isOpen = markup.kind === 'open';
    if (isNamed(bytes, markup, 't')) this.isInText = isOpen && this.isInItem && !this.isInGuide;
    else if (isNamed(bytes, markup, 'rPh')) this.isInGuide = isOpen;
    else if (isNamed(bytes, markup, 'si')) this.turn(markup.kind);
  }

  private turn(kind: Markup['kind']): void {
    if (kind !== 'open') {
      const text = unescapeCharacters(this.text);
      this.strings.add(text);
      this.text = '';
    }
    this.isInItem = kind === 'open';
  }

  private append(bytes: Buffer, start: number, end: number): void {
    this.add(decodeText(bytes, start, end, this.refuse));
  }

  private appendCdata(bytes: Buffer, { nameStart, nameEnd }: Markup): void {
    if (this.isInText) this.add(bytes.toString('utf8', nameStart, nameEnd));
  }

  private add(text: string): void {
    this.text = this.text === '' ? text : this.text + text;
    if (this.text.length > this.limits.characters) throw this.refuse(beyondLimit(this.limits, 'characters'));
  }
}

/** Whether no text in these bytes is escaped in any way, or no UTF-8. Their end may be cut through a character. */
function isLiteral(bytes: Buffer): boolean {
  const isEscaped = bytes.includes('&') || bytes.includes('\r') || bytes.includes('_x');
  return !isEscaped && isUtf8(bytes.subarray(0, bytes.lastIndexOf(LESS_THAN) + 1));
}

const START_SIZE = '<si><t>'.length;
const END_SIZE = '</t></si>'.length;
// Four bytes are compared at a time.
const ITEM_START = word('<si>');
const TEXT_START = word('><t>');
const TEXT_END = word('</t>');
const ITEM_END = word('</si');
