import { UsageError } from '../model/usage-error.ts';

/** An encoding by a name that the platform knows: utf-8, gb18030, gbk, big5, utf-16le … */
export function encodingNamed(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // The only thing it can throw is that it does not know the name.
    throw new UsageError({
      zh: `没有叫“${name}”的编码。可用 utf-8、gb18030、gbk、big5、utf-16le、utf-16be 等。`,
      en: `There is no encoding “${name}”. Use utf-8, gb18030, gbk, big5, utf-16le, utf-16be …`,
    });
  }
}
