import type { Refusal } from '../refusal.ts';
import { blankAttribute, type Markup, nextAttribute } from '../xml/markup.ts';
import { decodeText } from '../xml/xml-text.ts';
import { isDeclaration, type Names } from './names.ts';
import { WordCache } from './word-cache.ts';

/** An element as its tag opens it. One object is filled again and again. */
export class Element {
  /** With the customary prefix of its namespace. */
  name = '';
  /** How many elements stand around it. */
  depth = 0;
  /** Where in the part its tag begins, in bytes. */
  start = 0;
  private bytes: Buffer = Buffer.alloc(0);
  private readonly attributes: string[] = [];
  /** Two for each attribute: where its value begins and ends. */
  private readonly values: number[] = [];
  private count = 0;
  private readonly place = blankAttribute();
  private readonly words = new WordCache();
  private readonly names: Names;
  private readonly refuse: Refusal;

  constructor(names: Names, refuse: Refusal) {
    this.names = names;
    this.refuse = refuse;
  }

  read({ bytes, markup, depth, start }: WrittenTag): void {
    this.bytes = bytes;
    this.depth = depth;
    this.start = start;
    this.readAttributes(bytes, markup);
    // Only now is it known what prefixes mean here.
    for (let i = 0; i < this.count; i++) this.attributes[i] = this.names.customary(this.attributes[i] ?? '', true);
    this.name = this.names.customary(this.words.of(bytes, markup.qualifiedStart, markup.nameEnd), false);
  }

  /** The value of an attribute by its customary name, or `undefined` where there is none. */
  attribute(name: string): string | undefined {
    const at = this.indexOf(name);
    return at < 0 ? undefined : this.valueOf(at);
  }

  /** The same for one of a few words, as they are written. */
  word(name: string): string | undefined {
    const at = this.indexOf(name);
    if (at < 0) return undefined;
    return this.words.of(this.bytes, this.values[2 * at] ?? 0, this.values[2 * at + 1] ?? 0);
  }

  has(name: string): boolean {
    return this.indexOf(name) >= 0;
  }

  private readAttributes(bytes: Buffer, markup: Markup): void {
    const { place } = this;
    this.count = 0;
    for (let at = markup.nameEnd; nextAttribute(bytes, markup, at, place); at = place.valueEnd + 1) {
      const index = this.count++;
      const name = this.words.of(bytes, place.nameStart, place.nameEnd);
      this.attributes[index] = name;
      this.values[2 * index] = place.valueStart;
      this.values[2 * index + 1] = place.valueEnd;
      if (isDeclaration(name)) this.names.declare(name, this.valueOf(index), this.depth);
    }
  }

  private indexOf(name: string): number {
    for (let i = 0; i < this.count; i++) if (this.attributes[i] === name) return i;
    return -1;
  }

  private valueOf(index: number): string {
    return decodeText(this.bytes, this.values[2 * index] ?? 0, this.values[2 * index + 1] ?? 0, this.refuse);
  }
}

interface WrittenTag {
  readonly bytes: Buffer;
  readonly markup: Markup;
  readonly depth: number;
  readonly start: number;
}
