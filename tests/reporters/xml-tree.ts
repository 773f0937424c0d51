/** An element that holds elements or text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** Reads what the JUnit reporter writes, and refuses whatever is not well formed: a strict reader of a small part of XML. */
export function readXml(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new SyntaxError('There is no XML declaration.');
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  for (const [, words, closing, name = '', attributes = '', empty] of tokens(text.slice(declaration.length))) {
    const parent = open.at(-1) ?? root;
    if (words !== undefined) {
      parent.text += plain(words.trim());
      continue;
    }
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes what it did not open.`);
      continue;
    }
    const element: Growing = { name, attributes: readAttributes(attributes), children: [], text: '' };
    parent.children.push(element);
    if (empty === undefined) open.push(element);
  }
  const [first, ...others] = root.children;
  if (open.length !== 1 || first === undefined || others.length > 0)
    throw new SyntaxError('There must be one root, closed.');
  return first;
}

interface Growing extends Element {
  readonly children: Element[];
  text: string;
}

const TOKEN = /([^<>]+)|<(\/?)([a-z-]+)((?: [a-z.]+="[^"<]*")*)(\/)?>/y;

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
  const pairs = [...text.matchAll(/([a-z.]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]);
  return Object.fromEntries(pairs);
}

function plain(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new SyntaxError(`${entity} is no entity.`);
    return character;
  });
}
