import { isUtf8 } from 'node:buffer';
import type { Limits } from '../limits.ts';
import { LongTexts } from '../long-texts.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from '../xml/chunk-join.ts';
import { blankMarkup, isNamed, LESS_THAN, type Markup, nextMarkup, readMarkup } from '../xml/markup.ts';
import { decodeCdata, decodeText, unescapeCharacters } from '../xml/xml-text.ts';
import { type PlainStrings, plainStrings } from './plain-strings.ts';
import { StringTable } from './string-table.ts';

/** Reads the shared strings as their part's chunks are pushed: runs joined, phonetic guides left out. */
export class SharedStrings {
  readonly strings: StringTable;
  private readonly join: ChunkJoin;
  private readonly nesting: Nesting;
  private readonly markup = blankMarkup();
  private readonly limits: Limits;
  private readonly refuse: Refusal;
  private text = '';
  private isInItem = false;
  private isInText = false;
  private isInGuide = false;
  private readonly plain = plainStrings();
  /** Whether the next string may be in the common spelling: not in front of what was just found to be none. */
  private mayBePlain = true;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
    this.strings = new StringTable(new LongTexts(limits, refuse));
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
    const isLegible = isUtf8(bytes.subarray(0, bytes.lastIndexOf(LESS_THAN) + 1)); // their end may be cut through a character
    const { plain } = this;
    return plain !== undefined && isLegible
      ? plain.piece.over(bytes, () => this.scanAll(bytes, plain))
      : this.scanAll(bytes, undefined);
  }

  private scanAll(bytes: Buffer, plain: PlainStrings | undefined): number {
    let at = 0;
    this.mayBePlain = !this.isInItem;
    for (;;) {
      if (plain !== undefined && this.mayBePlain) at = this.scanPlain(plain, at);
      const tagAt = nextMarkup(bytes, at);
      if (tagAt < 0) return this.isInText ? at : bytes.length;
      if (!readMarkup(bytes, tagAt, this.markup, this.refuse)) return this.isInText ? at : tagAt;
      if (this.isInText && tagAt > at) this.append(bytes, at, tagAt);
      if (this.markup.kind === 'cdata') this.appendCdata(bytes, this.markup);
      else if (this.markup.kind !== 'other') this.follow(bytes, this.markup);
      at = this.markup.end;
    }
  }

  /** Scans strings in the common spelling, and returns where something else begins. */
  private scanPlain(plain: PlainStrings, from: number): number {
    const { strings, limits, nesting } = this;
    this.mayBePlain = false;
    if (nesting.depth === 0 || !nesting.hasRoomFor(PLAIN_LEVELS)) return from;
    let at = from;
    do {
      const { texts, ends } = plain.read(at, limits.characters); // so many bytes are no more characters
      strings.addAll(texts, ends);
      at = plain.next;
    } while (!plain.isOtherwise);
    return at;
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
    this.mayBePlain = !this.isInItem;
    this.isInText = false;
    this.isInGuide = false;
  }

  private append(bytes: Buffer, start: number, end: number): void {
    this.add(decodeText(bytes, start, end, this.refuse));
  }

  private appendCdata(bytes: Buffer, { nameStart, nameEnd }: Markup): void {
    if (this.isInText) this.add(decodeCdata(bytes, nameStart, nameEnd, this.refuse));
  }

  private add(text: string): void {
    this.text = this.text === '' ? text : this.text + text;
    if (this.text.length > this.limits.characters) throw this.refuse(beyondLimit(this.limits, 'characters'));
  }
}

const PLAIN_LEVELS = 2; // a string and its text
