import { spells } from '../xml/markup.ts';

/** The strings of words in ASCII that come again and again, such as names: to make one takes longer than to know it again. */
export class WordCache {
  private readonly words: (string | undefined)[] = Array.from({ length: SLOTS });

  /** The word that some bytes spell. */
  of(bytes: Buffer, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = hash & (SLOTS - 1);
    const known = this.words[slot];
    if (known !== undefined && spells(bytes, start, end, known)) return known;
    const word = bytes.toString('latin1', start, end);
    this.words[slot] = word;
    return word;
  }
}

const SLOTS = 1024; // a power of two
