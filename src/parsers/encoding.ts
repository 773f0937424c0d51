import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { ByteSource, LedgerFile } from '../model/sheet.ts';
import { bytesOf, piecesOf } from './byte-window.ts';

export interface Encoding {
  /** As reports show it: `UTF-8`, `GB18030` … */
  readonly name: string;
  /** As TextDecoder knows it. */
  readonly label: string;
}

/**
 * The encoding of a text: the one that was named, by its label; else by its mark, by the zero bytes of UTF-16, UTF-8 if all is
 * valid, and GB18030 if not.
 */
export async function detectEncoding(file: LedgerFile, forced: string | undefined): Promise<Encoding> {
  if (forced !== undefined) return { name: forced.toUpperCase(), label: forced };
  const sample = await bytesOf(file.source, 0, Math.min(SAMPLE, file.source.size));
  return byMark(sample) ?? unmarkedUtf16(sample) ?? ((await isAllUtf8(file.source)) ? utf8 : gb18030);
}

/** How many bytes are made one text: a text of more is put among the large objects, which takes twice as long. */
export const BYTES_OF_TEXT = 64 * 1024;

/** The text of a source by the chunk; characters that cannot be decoded come as U+FFFD. */
export async function* decodedChunks(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  for await (const piece of piecesOf(source, 0, source.size)) {
    for (let at = 0; at < piece.length; at += BYTES_OF_TEXT) {
      const text = decoder.decode(piece.subarray(at, at + BYTES_OF_TEXT), { stream: true });
      if (text !== '') yield text;
    }
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * The kind of UTF-16 that bytes without a mark look like. Separators, digits and line ends have a zero byte each: behind
 * them if little-endian, before them if big; a few stand on the other side, as in 一 (4E00). A binary file has zeros
 * too, but read as text it has control characters.
 */
export function unmarkedUtf16(sample: Buffer): Encoding | undefined {
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (Math.max(even, odd) * FEWEST_ZEROS < sample.length) return undefined;
  const encoding = odd > even ? utf16le : utf16be;
  const text = new TextDecoder(encoding.label).decode(sample, { stream: true });
  return CONTROL.test(text) ? undefined : encoding;
}

const SAMPLE = 4096;
const FEWEST_ZEROS = 50; // one zero byte in so many
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1f\uFFFD]/;

const utf8: Encoding = { name: 'UTF-8', label: 'utf-8' };
const utf16le: Encoding = { name: 'UTF-16LE', label: 'utf-16le' };
const utf16be: Encoding = { name: 'UTF-16BE', label: 'utf-16be' };
const gb18030: Encoding = { name: 'GB18030', label: 'gb18030' };

function byMark(sample: Buffer): Encoding | undefined {
  const mark = sample.toString('latin1', 0, 3);
  if (mark === '\xEF\xBB\xBF') return utf8;
  if (mark.startsWith('\xFF\xFE')) return utf16le;
  if (mark.startsWith('\xFE\xFF')) return utf16be;
  return undefined;
}

/** True if all the bytes are valid UTF-8, also where a character lies across two pieces. */
async function isAllUtf8(source: ByteSource): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of piecesOf(source, 0, source.size)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = bytes.subarray(whole);
  }
  return rest.length === 0;
}

/** How many bytes at the end begin a character that the next piece may finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
