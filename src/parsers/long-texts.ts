import type { Limits } from './limits.ts';
import { beyondLimit, type Refusal } from './refusal.ts';

/**
 * Counts long texts that a few bytes can ask for, as inflated bytes: a shared string again and again, spaces by their
 * number. A small file could ask for them without end.
 */
export class LongTexts {
  #bytes = 0;
  readonly #limits: Limits;
  readonly #refuse: Refusal;

  constructor(limits: Limits, refuse: Refusal) {
    this.#limits = limits;
    this.#refuse = refuse;
  }

  /** Counts a text, if it is long, each time that it is asked for. */
  take(text: string): void {
    if (text.length <= LONG) return;
    this.#bytes += BYTES_PER_CHARACTER * text.length;
    if (this.#bytes > this.#limits.inflated) throw this.#refuse(beyondLimit(this.#limits, 'inflated'));
  }
}

/** Characters: no word, number or name is as long. */
export const LONG = 1_000;
const BYTES_PER_CHARACTER = 3; // of UTF-8, at most
