import type { Refusal } from '../refusal.ts';
import { blankAttribute, type Markup, nextAttribute } from '../xml/markup.ts';
import { decodeText } from '../xml/xml-text.ts';
import { isDeclaration, type Names } from './names.ts';
import type { WordCache } from './word-cache.ts';

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
  /** The values that were asked for, of a tag that is kept. */
  private kept: (string | undefined)[] | undefined;
  /** The number of the value that is its own, and where that lies; -1 where there is none. */
  private own = -1;
  private given: Buffer = Buffer.alloc(0);
  private givenStart = 0;
  private givenEnd = 0;
  private readonly words: WordCache;
  private readonly names: Names;
  private readonly refuse: Refusal;

  constructor(names: Names, words: WordCache, refuse: Refusal) {
    this.names = names;
    this.words = words;
    this.refuse = refuse;
  }

  /** Reads a tag that will come again: each of its values is made once, but for that which is its own. */
  keep(tag: WrittenTag): void {
    this.read(tag);
    this.kept = [];
    this.own = this.attributes.findIndex((name, index) => index < this.count && ofOne.has(name));
  }

  /** Takes the value that is its own from where it lies. */
  give(bytes: Buffer, start: number, end: number): void {
    this.given = bytes;
    this.givenStart = start;
    this.givenEnd = end;
  }

  /** Takes another place where the same tag stands. */
  move(depth: number, start: number): void {
    this.depth = depth;
    this.start = start;
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

  /**
   * Where the value lies that tells it from others that are spelt the same, in bytes; `none` where it says nothing that is
   * its own, and `undefined` where it says more.
   */
  get ownValue(): readonly [number, number] | 'none' | undefined {
    let own: number | undefined;
    for (let i = 0; i < this.count; i++) {
      const name = this.attributes[i] ?? '';
      if (ofMany.has(name)) continue;
      if (own !== undefined || !ofOne.has(name)) return undefined;
      own = i;
    }
    return own === undefined ? 'none' : [this.values[2 * own] ?? 0, this.values[2 * own + 1] ?? 0];
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
    if (index === this.own) return decodeText(this.given, this.givenStart, this.givenEnd, this.refuse);
    const known = this.kept?.[index];
    if (known !== undefined) return known;
    const value = this.decoded(index);
    if (this.kept !== undefined) this.kept[index] = value;
    return value;
  }

  private decoded(index: number): string {
    return decodeText(this.bytes, this.values[2 * index] ?? 0, this.values[2 * index + 1] ?? 0, this.refuse);
  }
}

/** The attributes in which many cells are alike. */
const ofMany: ReadonlySet<string> = new Set([
  'table:style-name',
  'table:number-columns-repeated',
  'text:style-name',
  'office:value-type',
  'calcext:value-type',
]);
/** Those in which each has a value of its own. */
const ofOne: ReadonlySet<string> = new Set(['office:value', 'office:date-value']);

interface WrittenTag {
  readonly bytes: Buffer;
  readonly markup: Markup;
  readonly depth: number;
  readonly start: number;
}
