import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from '../xml/chunk-join.ts';
import { blankMarkup, type Markup, nextMarkup, readMarkup } from '../xml/markup.ts';
import { decodeCdata } from '../xml/xml-text.ts';
import { Element } from './element.ts';
import type { Names } from './names.ts';

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
    this.element = new Element(names, refuse);
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
    let at = 0;
    for (;;) {
      const isInText = this.passing === undefined && visitor.isInText;
      const tagAt = nextMarkup(bytes, at);
      if (tagAt < 0 || !readMarkup(bytes, tagAt, markup, this.refuse)) {
        const until = isInText ? at : tagAt < 0 ? bytes.length : tagAt;
        this.position += until;
        return until;
      }
      if (isInText && tagAt > at) visitor.text(bytes, at, tagAt);
      if (isInText && markup.kind === 'cdata')
        visitor.literal(decodeCdata(bytes, markup.nameStart, markup.nameEnd, this.refuse));
      if (markup.kind === 'open' || markup.kind === 'empty') this.open(bytes, markup, tagAt);
      else if (markup.kind === 'close') this.close();
      at = markup.end;
    }
  }

  private open(bytes: Buffer, markup: Markup, tagAt: number): void {
    const { depth } = this.nesting;
    this.nesting.follow(markup.kind);
    if (this.passing !== undefined) return;
    this.element.read({ bytes, markup, depth, start: this.position + tagAt });
    const isEntered = this.visitor.open(this.element);
    if (markup.kind === 'empty') this.leave(depth);
    else if (!isEntered) this.passing = depth;
  }

  private close(): void {
    this.nesting.follow('close');
    const { depth } = this.nesting;
    if (this.passing !== undefined && this.passing < depth) return;
    this.passing = undefined;
    this.leave(depth);
  }

  private leave(depth: number): void {
    this.names.leave(depth);
    this.visitor.close(depth, this.position + this.markup.end);
  }
}
