import { openedTag, withAttribute } from '../xml/tag-attributes.ts';
import { sourceOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';

/** One list of styles.xml, such as its fills: what is in it, and what is added behind. */
export class StyleSection {
  /** The entries in order, as written. */
  readonly entries: string[];
  readonly #known: Map<string, number>;
  readonly #original: number;
  readonly #element: XmlElement | undefined;

  constructor(text: string, element: XmlElement | undefined, initial: readonly string[] = []) {
    this.#element = element;
    const own = element?.children.map((child) => sourceOf(text, child)) ?? [];
    this.entries = own.length === 0 ? [...initial] : own;
    this.#original = own.length;
    this.#known = new Map([...this.entries.entries()].reverse().map(([index, entry]) => [entry, index]));
  }

  /** The number of an entry: of the first one that reads so, or of a new one. */
  indexOf(entry: string): number {
    const known = this.#known.get(entry);
    if (known !== undefined) return known;
    this.#known.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }

  get isChanged(): boolean {
    return this.entries.length > this.#original;
  }

  /** The section as it now reads. */
  written(text: string, { name, prefix }: { readonly name: string; readonly prefix: string }): string {
    const added = this.entries.slice(this.#original).join('');
    const element = this.#element;
    if (element === undefined) return `<${prefix}${name} count="${this.entries.length}">${added}</${prefix}${name}>`;
    const tag = openedTag(withAttribute(tagOf(text, element), 'count', this.entries.length));
    const inner = element.isEmpty ? '' : text.slice(element.openEnd, element.closeStart);
    return `${tag}${inner}${added}</${prefix}${name}>`;
  }
}
