/**
 * The names in an OpenDocument part with the customary prefixes of their namespaces (`table:table-cell`), whatever
 * prefixes the document has given them. A prefix that nothing declares means what it customarily does.
 */
export class Names {
  /** The customary prefixes by those of the document; the default namespace has the empty one. */
  private readonly prefixes: Map<string, string>;
  private readonly declared: Change[] = [];
  private readonly known = new Map<string, string>();
  /** How often the meaning of a prefix has changed. */
  changes = 0;

  /** Takes over what another has declared so far. */
  constructor(others?: Names) {
    this.prefixes = new Map(others?.prefixes);
  }

  /** Takes in an attribute of an element at a depth, if it declares a namespace. */
  declare(attribute: string, uri: string, depth: number): void {
    const prefix = attribute === DECLARATION ? '' : attribute.slice(DECLARATION.length + 1);
    this.declared.push({ depth, prefix, before: this.prefixes.get(prefix) });
    this.prefixes.set(prefix, namespaces.get(uri) ?? FOREIGN);
    this.known.clear();
    this.changes++;
  }

  /** Forgets what an element at a depth has declared. */
  leave(depth: number): void {
    for (
      let change = this.declared.at(-1);
      change !== undefined && change.depth >= depth;
      change = this.declared.at(-1)
    ) {
      this.declared.pop();
      if (change.before === undefined) this.prefixes.delete(change.prefix);
      else this.prefixes.set(change.prefix, change.before);
      this.known.clear();
      this.changes++;
    }
  }

  /** The customary name of what is written so; an attribute without a prefix has no namespace. */
  customary(written: string, isAttribute: boolean): string {
    const colon = written.indexOf(':');
    if (colon < 0 && isAttribute) return written;
    const known = this.known.get(written);
    if (known !== undefined) return known;
    const own = colon < 0 ? '' : written.slice(0, colon);
    const prefix = this.prefixes.get(own) ?? own;
    const name = prefix === own ? written : `${prefix}:${written.slice(colon + 1)}`;
    if (this.known.size > MOST_KNOWN) this.known.clear();
    this.known.set(written, name);
    return name;
  }
}

/** Whether an attribute declares a namespace. */
export function isDeclaration(attribute: string): boolean {
  return attribute.startsWith(DECLARATION) && (attribute.length === DECLARATION.length || attribute[5] === ':');
}

interface Change {
  readonly depth: number;
  readonly prefix: string;
  readonly before: string | undefined;
}

const DECLARATION = 'xmlns';
const FOREIGN = '?'; // no prefix of a document can be this
const MOST_KNOWN = 1024; // names that a document of LibreOffice has some hundred of

const namespaces: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
]);
