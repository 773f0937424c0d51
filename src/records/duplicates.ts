import { grown } from '../model/grown.ts';
import { HashedIds } from './hashed-ids.ts';
import { KeptIds, type RecordPlace } from './kept-ids.ts';

/** The ids already met in a run. Of two records of one register and area with one id the first counts. */
export class RecordIds {
  readonly #ids = new KeptIds();
  readonly #registers = new Map<string, RegisterIds>();

  /** Those of a register, in all of its sheets. */
  of(register: string): RegisterIds {
    const known = this.#registers.get(register);
    if (known !== undefined) return known;
    const ids = new RegisterIds(this.#ids);
    this.#registers.set(register, ids);
    return ids;
  }
}

/**
 * The ids already met in a register, where an id may stand once in each area.
 *
 * Most registers are numbered as they are written, throughout or in each area: an id behind all before it is new, and
 * to see that takes a look at the last. Any other is looked for among those that came in order, and by its hash among
 * those that came late. Where most come late, there is no order to speak of, and all are found by their hash.
 */
export class RegisterIds {
  readonly #ids: KeptIds;
  #order: IdOrder | undefined;
  readonly #late: HashedIds;

  constructor(ids: KeptIds) {
    this.#ids = ids;
    this.#order = new IdOrder(ids);
    this.#late = new HashedIds(ids);
  }

  /** Where the id was met before in this area, or `undefined` and from now on it is known. Ids are compared as they stand. */
  firstOf(id: string, area: number, at: RecordPlace): RecordPlace | undefined {
    this.#ids.take(id, area);
    if (this.#order?.extend(area, at)) return undefined;
    const hash = this.#ids.hash();
    const known = this.#order?.find(area) || this.#late.find(hash);
    if (known !== 0) return this.#ids.placeOf(known);
    this.#late.add(hash, this.#ids.keep(at));
    this.#giveUpOrder();
    return undefined;
  }

  #giveUpOrder(): void {
    if (this.#order === undefined || this.#late.count < Math.max(MANY, this.#order.count)) return;
    for (const number of this.#order.numbers()) this.#late.add(this.#ids.hash(number), number);
    this.#order = undefined;
  }
}

/** Ids that came behind all before them: in the register, or else in their area. */
class IdOrder {
  readonly #ids: KeptIds;
  readonly #throughout = new AscendingIds();
  readonly #areas: AreaIds[] = [];
  count = 0;

  constructor(ids: KeptIds) {
    this.#ids = ids;
  }

  /** Keeps the id in hand, if it comes behind all before it. */
  extend(area: number, at: RecordPlace): boolean {
    const own = this.#areas[area] ?? this.#begin(area);
    const isThroughout = this.#ids.isBehind(this.#throughout.last);
    if (!isThroughout && !this.#ids.isBehind(own.last)) return false;
    own.last = this.#ids.keep(at);
    (isThroughout ? this.#throughout : own.ascending).add(own.last);
    this.count++;
    return true;
  }

  /** The number of the id in hand, or 0 if it is none of these. */
  find(area: number): number {
    return this.#throughout.find(this.#ids) || (this.#areas[area]?.ascending.find(this.#ids) ?? 0);
  }

  *numbers(): Generator<number> {
    yield* this.#throughout.numbers();
    for (const area of this.#areas) if (area !== undefined) yield* area.ascending.numbers();
  }

  #begin(area: number): AreaIds {
    const ids = { last: 0, ascending: new AscendingIds() };
    this.#areas[area] = ids;
    return ids;
  }
}

interface AreaIds {
  /** The number of the last that came behind all before it in the area, or 0. */
  last: number;
  /** Those that did, but not behind all of the register. */
  readonly ascending: AscendingIds;
}

/** Ids each behind the one before, by their numbers. */
class AscendingIds {
  #numbers = new Uint32Array(FEWEST);
  #count = 0;

  /** The number of the last one, or 0. */
  get last(): number {
    return this.#count === 0 ? 0 : (this.#numbers[this.#count - 1] as number);
  }

  add(number: number): void {
    if (this.#count === this.#numbers.length) this.#numbers = grown(this.#numbers, new Uint32Array(2 * this.#count));
    this.#numbers[this.#count++] = number;
  }

  /** The number of the id in hand, or 0 if it is none of these, or one of another area. */
  find(ids: KeptIds): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const number = this.#numbers[middle] as number;
      const order = ids.compare(number);
      if (order === 0) return ids.is(number) ? number : 0;
      if (order > 0) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  numbers(): Iterable<number> {
    return this.#numbers.subarray(0, this.#count);
  }
}

const FEWEST = 16;
const MANY = 1000; // that come late: of few it does not matter how they are found
