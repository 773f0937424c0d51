import { certain } from '../../model/certain.ts';
import { attributeOf, withAttribute, withoutAttribute } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childOf, childrenOf, rootOf, type XmlElement } from '../xml/xml-tree.ts';
import type { Look, Tone } from './look.ts';
import { borderXml, cellFormatXml, fontXml, formatXml, noFillXml, solidFillXml } from './look-xml.ts';
import { hiddenColour, isMark, markFill, shownColour } from './mark-fill.ts';
import { StyleSection } from './style-section.ts';

const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type SectionName = (typeof SECTIONS)[number];

const FIRST_OWN_FORMAT = 164;
const GENERAL = 0;
const TEXT = 49;

/** The cell formats of a workbook, to which those of marks and of added sheets are added. */
export class StyleBook {
  readonly #text: string;
  readonly #root: XmlElement;
  readonly #sections: Readonly<Record<SectionName, StyleSection>>;
  readonly #looks = new Map<Look, number>();
  readonly #marked = new Map<string, number>();
  readonly #plain = new Map<number, number>();

  constructor(text: string) {
    const root = certain(rootOf(text), 'root of the styles');
    const p = root.prefix;
    this.#text = text;
    this.#root = root;
    const section = (name: SectionName, initial: readonly string[]) =>
      new StyleSection(text, childOf(root, name), initial);
    this.#sections = {
      numFmts: section('numFmts', []),
      fonts: section('fonts', [fontXml({}, p)]),
      fills: section('fills', [noFillXml('none', p), noFillXml('gray125', p)]),
      borders: section('borders', [borderXml(false, p)]),
      cellStyleXfs: section('cellStyleXfs', [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]),
      cellXfs: section('cellXfs', [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`]),
    };
  }

  /** The format of a marked cell: its own but for the fill. */
  marked(style: number, tone: Tone): number {
    const key = `${style} ${tone}`;
    const known = this.#marked.get(key);
    if (known !== undefined) return known;
    const { cellXfs, fills } = this.#sections;
    const format = this.#formatAt(style);
    const fill = fills.indexOf(markFill(this.#fillOf(format), tone, this.#root.prefix));
    const made = cellXfs.indexOf(
      withTag(withoutFill(format), (tag) => withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1)),
    );
    this.#marked.set(key, made);
    return made;
  }

  /** The format of a cell without the mark that an earlier run put on it; itself where it bears none. */
  unmarked(style: number): number {
    const known = this.#plain.get(style);
    if (known !== undefined) return known;
    const plain = this.#unmark(style);
    this.#plain.set(style, plain);
    return plain;
  }

  /** True where any cell format bears a mark. */
  get hasMarks(): boolean {
    return this.#sections.fills.entries.some(isMark);
  }

  look(look: Look): number {
    const known = this.#looks.get(look);
    if (known !== undefined) return known;
    const { fonts, fills, borders, cellXfs } = this.#sections;
    const p = this.#root.prefix;
    const numbers = {
      format: this.#formatNumber(look.format),
      font: fonts.indexOf(fontXml(look, p)),
      fill: look.fill === undefined ? 0 : fills.indexOf(solidFillXml(`rgb="FF${look.fill}"`, 'indexed="64"', p)),
      border: borders.indexOf(borderXml(look.hasBorder === true, p)),
    };
    const made = cellXfs.indexOf(cellFormatXml(look, numbers, p));
    this.#looks.set(look, made);
    return made;
  }

  /** The part as it now reads. */
  toString(): string {
    const edits = new TextEdits(this.#text);
    for (const name of SECTIONS) {
      const section = this.#sections[name];
      const element = childOf(this.#root, name);
      if (!section.isChanged) continue;
      const written = section.written(this.#text, { name, prefix: this.#root.prefix });
      if (element === undefined) edits.insert(this.#placeOf(name), written);
      else edits.replace(element.start, element.end, written);
    }
    return edits.result();
  }

  #unmark(style: number): number {
    const { cellXfs, fills } = this.#sections;
    const format = this.#formatAt(style);
    const fill = this.#fillOf(format);
    if (!isMark(fill)) return style;
    const colour = hiddenColour(fill);
    const likeThis = (other: string) =>
      withoutFill(other) === withoutFill(format) &&
      !isMark(this.#fillOf(other)) &&
      shownColour(this.#fillOf(other)) === colour;
    const found = cellXfs.entries.findIndex(likeThis);
    if (found >= 0) return found;
    const own = colour === null ? 0 : fills.indexOf(solidFillXml(colour, 'indexed="64"', this.#root.prefix));
    return cellXfs.indexOf(withTag(format, (tag) => withAttribute(tag, 'fillId', own)));
  }

  #formatAt(style: number): string {
    const { entries } = this.#sections.cellXfs;
    return certain(entries[style] ?? entries[0], 'cell format');
  }

  #fillOf(format: string): string {
    return this.#sections.fills.entries[Number(attributeOf(openingTag(format), 'fillId') ?? 0)] ?? '';
  }

  #formatNumber(code: string | undefined): number {
    if (code === undefined) return TEXT;
    if (code === 'General') return GENERAL;
    const { numFmts } = this.#sections;
    const numbers = numFmts.entries.map((entry) => ({ id: Number(attributeOf(entry, 'numFmtId')), entry }));
    const known = numbers.find(({ entry }) => attributeOf(entry, 'formatCode') === code);
    if (known !== undefined) return known.id;
    const id = numbers.reduce((most, number) => Math.max(most, number.id), FIRST_OWN_FORMAT - 1) + 1;
    numFmts.indexOf(formatXml(id, code, this.#root.prefix));
    return id;
  }

  /** Where a section that is missing belongs: behind the last one that comes before it. */
  #placeOf(name: SectionName): number {
    const before = SECTIONS.slice(0, SECTIONS.indexOf(name));
    const there = before.flatMap((earlier) => childrenOf(this.#root, earlier)).map(({ end }) => end);
    return Math.max(this.#root.openEnd, ...there);
  }
}

function openingTag(format: string): string {
  return format.slice(0, format.indexOf('>') + 1);
}

function withTag(format: string, change: (tag: string) => string): string {
  const tag = openingTag(format);
  return change(tag) + format.slice(tag.length);
}

/** A cell format as it would read whatever its fill. */
function withoutFill(format: string): string {
  return withTag(format, (tag) => withoutAttribute(withoutAttribute(tag, 'fillId'), 'applyFill'));
}
