/** An element of a document without text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** Reads what the JUnit reporter writes, and refuses whatever is not well formed: a strict reader of a small part of XML. */
export function readXml(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new SyntaxError('There is no XML declaration.');
  const root = { name: '', attributes: {}, children: [] as Element[] };
  const open: { name: string; attributes: Record<string, string>; children: Element[] }[] = [root];
  for (const [, gap, closing, name = '', attributes = '', empty] of tokens(text.slice(declaration.length))) {
    if (gap !== undefined) continue;
    const parent = open.at(-1) ?? root;
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes what it did not open.`);
      continue;
    }
    const element = { name, attributes: readAttributes(attributes), children: [] };
    parent.children.push(element);
    if (empty === undefined) open.push(element);
  }
  const [first, ...others] = root.children;
  if (open.length !== 1 || first === undefined || others.length > 0)
    throw new SyntaxError('There must be one root, closed.');
  return first;
}

const TOKEN = /(\s+)|<(\/?)([a-z-]+)((?: [a-z.]+="[^"<]*")*)(\/)?>/y;

function* tokens(text: string): Generator<RegExpExecArray> {
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) throw new SyntaxError(`No XML: ${text.slice(at, at + 40)}`);
    yield token;
  }
}

function readAttributes(text: string): Record<string, string> {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  const pairs = [...text.matchAll(/([a-z.]+)="([^"]*)"/g)].map(([, name = '', value = '']) => {
    const plain = value.replace(/&[^;]*;?/g, (entity) => {
      const character = entities[entity];
      if (character === undefined) throw new SyntaxError(`${entity} is no entity.`);
      return character;
    });
    return [name, plain];
  });
  return Object.fromEntries(pairs);
}
