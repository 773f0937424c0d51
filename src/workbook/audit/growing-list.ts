import { certain } from '../../model/certain.ts';

/** A list of small whole numbers, in four bytes each. */
export class GrowingList {
  #numbers = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Uint32Array(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length++] = number;
  }

  at(index: number): number {
    if (index >= this.#length) throw new RangeError(`The list has no place ${index}.`);
    return certain(this.#numbers[index], 'number');
  }
}
