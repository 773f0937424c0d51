import { grown } from '../model/grown.ts';
import { IdTexts } from './id-texts.ts';
import { LateIds } from './late-ids.ts';

/** Where a record stands: the number of its sheet in the run, and its row. */
export interface RecordPlace {
  readonly sheet: number;
  readonly row: number;
}

/**
 * The ids already met, by register and area. Of two records with one id the first counts.
 *
 * Most registers are numbered as they are written: an id behind all before it is new, and to see that takes a look at
 * the last. Any other is looked for among those that came in order, and then among those that came late.
 */
export class RecordIds {
  readonly #texts = new IdTexts();
  readonly #registers = new Map<string, AscendingIds[]>();
  readonly #late = new LateIds(this.#texts);
  #scopes = 0;
  /** By the number of an id. */
  #places = new Float64Array(FEWEST);

  /** Where the id was met before, or `undefined` and from now on it is known. Ids are compared as they stand. */
  firstOf(register: string, area: number, id: string, at: RecordPlace): RecordPlace | undefined {
    const texts = this.#texts;
    texts.take(id);
    const ascending = this.#ascendingOf(register, area);
    const order = ascending.last === 0 ? 1 : texts.compare(ascending.last);
    if (order > 0) {
      ascending.add(this.#keep(at));
      return undefined;
    }
    const hash = texts.hash(ascending.scope);
    const known = order === 0 ? ascending.last : ascending.find(texts) || this.#late.find(hash, ascending.scope);
    if (known !== 0) return this.#placeOf(known);
    this.#late.add(hash, ascending.scope, this.#keep(at));
    return undefined;
  }

  #ascendingOf(register: string, area: number): AscendingIds {
    const areas = this.#registers.get(register) ?? [];
    if (areas.length === 0) this.#registers.set(register, areas);
    const known = areas[area];
    if (known !== undefined) return known;
    const ascending = new AscendingIds(this.#scopes++);
    areas[area] = ascending;
    return ascending;
  }

  #keep({ sheet, row }: RecordPlace): number {
    const kept = this.#texts.keep();
    if (kept === this.#places.length) this.#places = grown(this.#places, new Float64Array(2 * kept));
    this.#places[kept] = sheet * ROW_LIMIT + row;
    return kept;
  }

  #placeOf(kept: number): RecordPlace {
    const place = this.#places[kept] ?? 0;
    return { sheet: Math.floor(place / ROW_LIMIT), row: place % ROW_LIMIT };
  }
}

/** The ids of a register and area that came each behind all before it, by their numbers. */
class AscendingIds {
  readonly scope: number;
  /** The number of the last one, or 0. */
  last = 0;
  #numbers = new Int32Array(FEWEST_OF_AREA);
  #count = 0;

  constructor(scope: number) {
    this.scope = scope;
  }

  add(kept: number): void {
    if (this.#count === this.#numbers.length) this.#numbers = grown(this.#numbers, new Int32Array(2 * this.#count));
    this.#numbers[this.#count++] = kept;
    this.last = kept;
  }

  /** The number of the id in hand, or 0 if it is none of these. */
  find(texts: IdTexts): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const kept = this.#numbers[middle] ?? 0;
      const order = texts.compare(kept);
      if (order === 0) return kept;
      if (order > 0) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}

const FEWEST = 1024;
const FEWEST_OF_AREA = 16;
const ROW_LIMIT = 2 ** 32; // a place then fits a double with up to two million sheets
