import type { Refusal } from '../refusal.ts';
import { blankMarkup, type Markup, readMarkup } from '../xml/markup.ts';
import { Element } from './element.ts';
import type { Names } from './names.ts';
import type { WordCache } from './word-cache.ts';

/** A tag that was met before, and what was read of it. */
export interface KnownTag {
  readonly kind: Markup['kind'];
  /** Of a tag that opens an element: only its place, and the value that is its own, are read anew each time. */
  readonly element: Element;
}

interface Remembered extends KnownTag {
  /** Its bytes up to the value that is its own, and behind it, where it has one. */
  readonly start: Spelling;
  readonly rest: Spelling | undefined;
  readonly followers: Followers;
}

/** The tags that have followed another, the likelier first. */
type Followers = Remembered[];

/**
 * The tags of a large sheet are nearly all the same few, but for one value, and few follow each other: what stands
 * where one of some is expected is compared with them, which takes a fraction of the time that reading it takes.
 */
export class KnownTags {
  /** Where the tag ends that was found. */
  end = 0;
  private tags = new Map<string, Remembered>();
  /** Of the tag before; all tags that are not remembered have the same. */
  private expected: Followers = [];
  private others = this.expected;
  private changes = 0;
  private readonly names: Names;
  private readonly words: WordCache;
  private readonly refuse: Refusal;

  constructor(names: Names, words: WordCache, refuse: Refusal) {
    this.names = names;
    this.words = words;
    this.refuse = refuse;
  }

  /** The tag that begins at a place, if it is one of those that are expected there. */
  find(bytes: Buffer, view: DataView, at: number): KnownTag | undefined {
    const { expected } = this;
    if (this.names.changes !== this.changes) return undefined;
    for (let i = 0; i < expected.length; i++) {
      const tag = expected[i] as Remembered;
      if (!this.isAt(tag, bytes, view, at)) continue;
      if (i > 0) {
        expected[i] = expected[i - 1] as Remembered;
        expected[i - 1] = tag;
      }
      this.expected = tag.followers;
      return tag;
    }
    return undefined;
  }

  /** Takes in a tag that was read because it was not expected. */
  learn(bytes: Buffer, start: number, markup: Markup, element: Element): void {
    if (this.names.changes !== this.changes) this.forget();
    const tag = markup.end - start <= LONGEST ? this.remembered(bytes, start, markup, element) : undefined;
    const { expected } = this;
    this.expected = tag?.followers ?? this.others;
    if (tag === undefined || expected.includes(tag)) return;
    if (expected.length < MOST_EXPECTED) expected.push(tag);
    else expected[MOST_EXPECTED - 1] = tag;
  }

  private isAt({ start, rest, element }: Remembered, bytes: Buffer, view: DataView, at: number): boolean {
    if (!start.isAt(view, at)) return false;
    const from = at + start.length;
    this.end = from;
    if (rest === undefined) return true;
    let to = from;
    while (to < bytes.length && bytes[to] !== rest.first) to++;
    if (!rest.isAt(view, to)) return false;
    element.give(bytes, from, to);
    this.end = to + rest.length;
    return true;
  }

  private remembered(bytes: Buffer, start: number, markup: Markup, element: Element): Remembered | undefined {
    const own = markup.kind === 'close' ? 'none' : element.ownValue;
    if (own === undefined) return undefined;
    const [from, to] = own === 'none' ? [markup.end, markup.end] : own;
    const key = `${bytes.toString('latin1', start, from)}\0${bytes.toString('latin1', to, markup.end)}`;
    const known = this.tags.get(key);
    if (known !== undefined || this.tags.size >= MOST) return known;
    const written = Buffer.from(bytes.subarray(start, markup.end));
    const ownMarkup = blankMarkup();
    readMarkup(written, 0, ownMarkup, this.refuse);
    const kept = new Element(this.names, this.words, this.refuse);
    kept.keep({ bytes: written, markup: ownMarkup, depth: 0, start: 0 });
    const tag = {
      kind: markup.kind,
      element: kept,
      start: new Spelling(written.subarray(0, from - start)),
      rest: own === 'none' ? undefined : new Spelling(written.subarray(to - start)),
      followers: [],
    };
    this.tags.set(key, tag);
    return tag;
  }

  /** Names mean something else from here on. */
  private forget(): void {
    this.tags = new Map();
    this.others = [];
    this.expected = this.others;
    this.changes = this.names.changes;
  }
}

/** Bytes to be found again, four at a time. */
class Spelling {
  readonly length: number;
  readonly first: number;
  private readonly words: Int32Array;
  private readonly left: Buffer;

  constructor(bytes: Buffer) {
    this.length = bytes.length;
    this.first = bytes[0] ?? 0;
    this.words = Int32Array.from({ length: bytes.length >> 2 }, (_, word) => bytes.readInt32LE(4 * word));
    this.left = bytes.subarray(bytes.length & ~3);
  }

  isAt(view: DataView, at: number): boolean {
    if (at + this.length > view.byteLength) return false;
    const { words, left } = this;
    let place = at;
    for (let i = 0; i < words.length; i++, place += 4) if (view.getInt32(place, true) !== words[i]) return false;
    for (let i = 0; i < left.length; i++, place++) if (view.getUint8(place) !== left[i]) return false;
    return true;
  }
}

const LONGEST = 256; // bytes of a tag
const MOST_EXPECTED = 6; // texts, numbers, days, blanks of two kinds, the end of the row
const MOST = 256; // tags: styles of cells are many at times
