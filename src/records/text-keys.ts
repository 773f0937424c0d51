/**
 * Keys of texts for a map, the same of the same text. Most texts are their own; of those beyond 16,383 characters V8 takes
 * nothing but the length for their hash, so that a map of them would be gone through like a list.
 */
export class TextKeys {
  /** By the key of what stands before it and a piece of a text. */
  readonly #keys = new Map<string, string>();

  keyOf(text: string): string {
    if (text.length <= PIECE) return text;
    let key = '';
    for (let at = 0; at < text.length; at += PIECE) key = this.#short(`${key} ${text.slice(at, at + PIECE)}`);
    return key;
  }

  #short(text: string): string {
    const key = this.#keys.get(text) ?? `\0${this.#keys.size}`; // which no cell can hold
    this.#keys.set(text, key);
    return key;
  }
}

const PIECE = 16_000; // characters, so that with a key before them they are hashed

/** Characters of the longest text that is worth remembering: no register repeats longer ones. */
export const LONGEST_REMEMBERED = 1000;
