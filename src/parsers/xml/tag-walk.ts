import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { ChunkJoin, Nesting } from './chunk-join.ts';
import {
  attributeOf,
  blankMarkup,
  isNamed,
  type Markup,
  nextMarkup,
  readMarkup,
  spellsBehindPrefix,
} from './markup.ts';
import { resolveEntities } from './xml-text.ts';

/** A tag that is asked for, of a part that is read seldom enough for it to be handed on as strings. */
export interface Tag {
  /** The local name. */
  readonly name: string;
  /** The name with its prefix, as written. */
  readonly qualifiedName: string;
  readonly isClose: boolean;
  /** True for `<a>`, false for `<a/>`: whether a closing tag will follow. */
  readonly hasContents: boolean;
  /** How many elements stand around it. */
  readonly depth: number;
  /** An attribute by its local name. */
  attribute(name: string): string | undefined;
}

export interface TagWalking {
  readonly limits: Limits;
  readonly refuse: Refusal;
}

/** What is to become of the bytes behind a tag: a text to skip to, or nothing special. */
export type Visit = (tag: Tag) => { readonly skipTo: string } | undefined;

/**
 * Walks the tags of a part whose chunks are pushed and visits the root and those with a local name that is asked for:
 * of others a file made to do harm may hold a hundred million. Text between tags is passed over.
 */
export class TagWalk {
  private readonly join: ChunkJoin;
  private readonly names: readonly string[];
  private readonly nesting: Nesting;
  private readonly markup = blankMarkup();
  private readonly visit: Visit;
  private readonly refuse: Refusal;
  private skipTo: string | undefined;

  constructor(names: readonly string[], visit: Visit, { limits, refuse }: TagWalking) {
    this.names = names;
    this.visit = visit;
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
    let at = 0;
    for (;;) {
      if (this.skipTo !== undefined) {
        const found = indexOfTag(bytes, this.skipTo, at);
        if (found < 0) return Math.max(at, bytes.length - this.skipTo.length);
        this.skipTo = undefined;
        at = found;
      }
      const tagAt = nextMarkup(bytes, at);
      if (tagAt < 0) return bytes.length;
      if (!readMarkup(bytes, tagAt, this.markup, this.refuse)) return tagAt;
      at = this.markup.end;
      if (this.markup.kind !== 'cdata' && this.markup.kind !== 'other') this.follow(bytes, this.markup);
    }
  }

  private follow(bytes: Buffer, markup: Markup): void {
    if (markup.kind === 'close') this.nesting.follow('close');
    if (this.nesting.depth === 0 || this.isAskedFor(bytes, markup)) this.handOn(bytes, markup);
    if (markup.kind !== 'close') this.nesting.follow(markup.kind);
  }

  private isAskedFor(bytes: Buffer, markup: Markup): boolean {
    for (const name of this.names) if (isNamed(bytes, markup, name)) return true;
    return false;
  }

  private handOn(bytes: Buffer, markup: Markup): void {
    const tag = {
      name: bytes.toString('latin1', markup.nameStart, markup.nameEnd),
      qualifiedName: bytes.toString('latin1', markup.qualifiedStart, markup.nameEnd),
      isClose: markup.kind === 'close',
      hasContents: markup.kind === 'open',
      depth: this.nesting.depth,
      attribute: (name: string) => localAttribute({ bytes, markup }, name, this.refuse),
    };
    this.skipTo = this.visit(tag)?.skipTo;
  }
}

/**
 * Where a text in ASCII stands next, or -1. Looked for by a letter that rows of cells hardly hold, of which the next is
 * found ten times as quickly as the next text is; where it is frequent after all, by the whole text.
 */
function indexOfTag(bytes: Buffer, text: string, from: number): number {
  const letterAt = text.indexOf(RARE_LETTER);
  let misses = letterAt < 0 ? bytes.length : 0;
  let at = from;
  while (misses * FEW < bytes.length) {
    const found = bytes.indexOf(RARE, at + letterAt);
    if (found < 0) return -1;
    at = found - letterAt;
    if (bytes.toString('latin1', at, at + text.length) === text) return at;
    at++;
    misses++;
  }
  return bytes.indexOf(text, at, 'latin1');
}

const RARE_LETTER = 'h';
const RARE = RARE_LETTER.charCodeAt(0);
const FEW = 512; // one in so many bytes

interface Place {
  readonly bytes: Buffer;
  readonly markup: Markup;
}

function localAttribute({ bytes, markup }: Place, name: string, refuse: Refusal): string | undefined {
  const value = attributeOf(bytes, markup, name) ?? attributeOf(bytes, markup, name, spellsBehindPrefix);
  return value === undefined ? undefined : resolveEntities(value, refuse);
}
