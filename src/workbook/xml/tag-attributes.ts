import { certain } from '../../model/certain.ts';
import { plainText, quoted } from './xml-writing.ts';

const VALUE = 'value of an attribute';
const ATTRIBUTE = /(?<=[\s"'])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute of an opening tag by its name as written, in plain text; `undefined` where the tag has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const [, key, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (key === name) return plainText(certain(double ?? single, VALUE));
  }
  return undefined;
}

/** An attribute by its name without any prefix: `r:id` is written with whatever prefix the file has chosen. */
export function localAttributeOf(tag: string, name: string): string | undefined {
  for (const [, key = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    const colon = key.indexOf(':');
    if (key.slice(colon + 1) === name && key.slice(0, colon) !== 'xmlns')
      return plainText(certain(double ?? single, VALUE));
  }
  return undefined;
}

/** A tag without its end, `>` or `/>`, and without spaces before that. */
export function bareTag(tag: string): string {
  return tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd();
}

/** A tag that opens an element, also where it was written as that of an empty one. */
export function openedTag(tag: string): string {
  return tag.endsWith('/>') ? `${bareTag(tag)}>` : tag;
}

/** The tag with an attribute set; all else stays as it was written. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    return `${tag.slice(0, match.index)}${name}=${quoted(String(value))}${tag.slice(match.index + match[0].length)}`;
  }
  const bare = bareTag(tag);
  return `${bare} ${name}=${quoted(String(value))}${tag.slice(bare.length)}`;
}

export function withoutAttribute(tag: string, name: string): string {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    return tag.slice(0, match.index).trimEnd() + tag.slice(match.index + match[0].length);
  }
  return tag;
}

/** The prefix, with its colon, that a tag binds to a namespace; `undefined` where it binds none. */
export function prefixBoundTo(tag: string, namespace: string): string | undefined {
  for (const [, key = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    if ((double ?? single) === namespace && key.startsWith('xmlns:')) return `${key.slice('xmlns:'.length)}:`;
  }
  return undefined;
}

/** The namespace that a tag gives a prefix (with its colon; empty for names without one). */
export function namespaceOf(tag: string, prefix: string): string | undefined {
  return attributeOf(tag, prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`);
}
