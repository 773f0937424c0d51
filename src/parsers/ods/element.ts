import type { Refusal } from '../refusal.ts';
import { blankAttribute, type Markup, nextAttribute } from '../xlsx/markup.ts';
import { resolveEntities } from '../xlsx/xml-text.ts';
import { isDeclaration, type Names } from './names.ts';

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
    this.name = this.names.customary(bytes.toString('latin1', markup.qualifiedStart, markup.nameEnd), false);
  }

  /** The value of an attribute by its customary name, or `undefined` where there is none. */
  attribute(name: string): string | undefined {
    const at = this.attributes.indexOf(name);
    return at < 0 || at >= this.count ? undefined : resolveEntities(this.written(at), this.refuse);
  }

  private readAttributes(bytes: Buffer, markup: Markup): void {
    const { place } = this;
    this.count = 0;
    for (let at = markup.nameEnd; nextAttribute(bytes, markup, at, place); at = place.valueEnd + 1) {
      const index = this.count++;
      const name = bytes.toString('latin1', place.nameStart, place.nameEnd);
      this.attributes[index] = name;
      this.values[2 * index] = place.valueStart;
      this.values[2 * index + 1] = place.valueEnd;
      if (isDeclaration(name)) this.names.declare(name, resolveEntities(this.written(index), this.refuse), this.depth);
    }
  }

  private written(index: number): string {
    return this.bytes.toString('utf8', this.values[2 * index], this.values[2 * index + 1]);
  }
}

interface WrittenTag {
  readonly bytes: Buffer;
  readonly markup: Markup;
  readonly depth: number;
  readonly start: number;
}
