import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from '../xml/chunk-join.ts';
import { blankMarkup, type Markup, nextMarkup, readMarkup } from '../xml/markup.ts';
import { decodeCdata } from '../xml/xml-text.ts';
import { Element } from './element.ts';
import { type KnownTag, KnownTags } from './known-tags.ts';
import type { Names } from './names.ts';
import { WordCache } from './word-cache.ts';

/** What a walk meets; an element that is empty is opened and closed. */
export interface ElementVisitor {
  /** True while the text met is wanted. */
  readonly isInText: boolean;
  /** Returns whether to go into the element, else all that it holds is passed over. The element is good for this call. */
  open(element: Element): boolean;
  /** Ends the element with so many around it, just before the byte `end` of the part. */
  close(depth: number, end: number): void;
  /** A piece of text as the XML writes it. */
  text(bytes: Buffer, start: number, end: number): void;
  /** A piece of text that is written as it is. */
  literal(text: string): void;
}

/** Walks the elements and texts of an OpenDocument part whose chunks are pushed, by the customary names of its elements. */
export class ElementWalk {
  private readonly visitor: ElementVisitor;
  private readonly names: Names;
  private readonly refuse: Refusal;
  private readonly join: ChunkJoin;
  private readonly nesting: Nesting;
  private readonly markup = blankMarkup();
  private readonly element: Element;
  private readonly known: KnownTags;
  /** Where in the part the bytes lie that are scanned. */
  private position = 0;
  /** How deep the element is that is passed over. */
  private passing: number | undefined;

  constructor(visitor: ElementVisitor, names: Names, { limits, refuse }: { limits: Limits; refuse: Refusal }) {
    this.visitor = visitor;
    this.names = names;
    this.refuse = refuse;
    this.join = new ChunkJoin((bytes) => this.scan(bytes), refuse);
    this.nesting = new Nesting(limits.levels, refuse);
    const words = new WordCache();
    this.element = new Element(names, words, refuse);
    this.known = new KnownTags(names, words, refuse);
  }

  push(chunk: Buffer): void {
    this.join.push(chunk);
  }

  end(): void {
    this.join.end();
    this.nesting.end();
  }

  private scan(bytes: Buffer): number {
    const { markup, visitor } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    for (;;) {
      const isInText = this.passing === undefined && visitor.isInText;
      const tagAt = nextMarkup(bytes, at);
      const known = tagAt < 0 || this.passing !== undefined ? undefined : this.known.find(bytes, view, tagAt);
      if (known === undefined && (tagAt < 0 || !readMarkup(bytes, tagAt, markup, this.refuse))) {
        const until = isInText ? at : tagAt < 0 ? bytes.length : tagAt;
        this.position += until;
        return until;
      }
      if (isInText && tagAt > at) visitor.text(bytes, at, tagAt);
      if (known !== undefined) at = this.again(known, tagAt);
      else {
        if (isInText && markup.kind === 'cdata')
          visitor.literal(decodeCdata(bytes, markup.nameStart, markup.nameEnd, this.refuse));
        if (markup.kind === 'open' || markup.kind === 'empty') this.open(bytes, tagAt);
        else if (markup.kind === 'close') this.close(bytes, tagAt);
        at = markup.end;
      }
    }
  }

  /** Follows a tag that is known, and returns where it ends. */
  private again({ kind, element }: KnownTag, tagAt: number): number {
    const { end } = this.known;
    const { depth } = this.nesting;
    this.nesting.follow(kind);
    if (kind === 'close') this.leave(this.nesting.depth, end);
    else {
      element.move(depth, this.position + tagAt);
      this.enter(element, kind, end);
    }
    return end;
  }

  private open(bytes: Buffer, tagAt: number): void {
    const { markup, element } = this;
    const { depth } = this.nesting;
    this.nesting.follow(markup.kind);
    if (this.passing !== undefined) return;
    element.read({ bytes, markup, depth, start: this.position + tagAt });
    this.known.learn(bytes, tagAt, markup, element);
    this.enter(element, markup.kind, markup.end);
  }

  private enter(element: Element, kind: Markup['kind'], end: number): void {
    const isEntered = this.visitor.open(element);
    if (kind === 'empty') this.leave(element.depth, end);
    else if (!isEntered) this.passing = element.depth;
  }

  private close(bytes: Buffer, tagAt: number): void {
    this.nesting.follow('close');
    const { depth } = this.nesting;
    if (this.passing !== undefined && this.passing < depth) return;
    if (this.passing === undefined) this.known.learn(bytes, tagAt, this.markup, this.element);
    this.passing = undefined;
    this.leave(depth, this.markup.end);
  }

  private leave(depth: number, end: number): void {
    this.names.leave(depth);
    this.visitor.close(depth, this.position + end);
  }
}
