import { TextDecoder } from 'node:util';

/** Chunks of XML in UTF-8, whatever they come in: a part may also be UTF-16, or name an older encoding. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | 'none' | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    yield decoder === 'none' ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  if (decoder !== undefined && decoder !== 'none') yield Buffer.from(decoder.decode());
}

function decoderOf(first: Buffer): TextDecoder | 'none' {
  const mark = first.toString('latin1', 0, 2);
  if (mark === '\xFF\xFE' || mark === '<\0') return new TextDecoder('utf-16le');
  if (mark === '\xFE\xFF' || mark === '\0<') return new TextDecoder('utf-16be');
  const [, name = 'utf-8'] =
    /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(first.toString('latin1', 0, 200)) ?? [];
  const label = name.toLowerCase();
  return knownLabels.has(label) ? new TextDecoder(label) : 'none';
}

// What Chinese programs have been seen to write; all else is read as UTF-8, and refused where it is none.
const knownLabels: ReadonlySet<string> = new Set(['gb18030', 'gbk', 'gb2312', 'big5', 'iso-8859-1', 'windows-1252']);
