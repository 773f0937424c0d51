import { certain } from '../../model/certain.ts';
import { attributeOf } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childrenOf, rootOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import { quoted } from '../xml/xml-writing.ts';
import { relativeName } from './part-names.ts';

/** A relationship as its part writes it. */
export interface WrittenRelationship {
  readonly id: string;
  /** The whole address of its type. */
  readonly type: string;
  readonly target: string;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"></Relationships>`;

/** The relationships of one part, to which some are added and from which some are taken. */
export class RelationshipsPart {
  readonly #source: string;
  readonly #text: string;
  readonly #root: XmlElement;
  readonly #edits: TextEdits;
  readonly #ids: Set<string>;

  /** `source` is the part whose relationships they are. */
  constructor(source: string, text: string = EMPTY) {
    this.#source = source;
    // An empty root has no place to put anything into: it is opened first.
    this.#text = rootOf(text)?.isEmpty === false ? text : EMPTY;
    this.#root = certain(rootOf(this.#text), 'root');
    this.#edits = new TextEdits(this.#text);
    this.#ids = new Set(this.all.map(({ id }) => id));
  }

  get all(): readonly WrittenRelationship[] {
    return childrenOf(this.#root, 'Relationship').map((element) => {
      const tag = tagOf(this.#text, element);
      const read = (name: string) => attributeOf(tag, name) ?? '';
      return { id: read('Id'), type: read('Type'), target: read('Target') };
    });
  }

  /** Adds a relationship to a part of the package and answers its id. */
  add(type: string, part: string): string {
    let number = 1;
    while (this.#ids.has(`rIdFp${number}`)) number++;
    const id = `rIdFp${number}`;
    this.#ids.add(id);
    const attributes = `Id=${quoted(id)} Type=${quoted(type)} Target=${quoted(relativeName(this.#source, part))}`;
    this.#edits.insert(this.#root.closeStart, `<${this.#root.prefix}Relationship ${attributes}/>`);
    return id;
  }

  remove(id: string): void {
    for (const element of childrenOf(this.#root, 'Relationship')) {
      if (attributeOf(tagOf(this.#text, element), 'Id') === id) this.#edits.remove(element);
    }
    this.#ids.delete(id);
  }

  toString(): string {
    return this.#edits.result();
  }
}
