/** Ids that are repeated, by area. Nearly none is, and of most that is seen without looking for it. */
export class RepeatedIds {
  readonly #areas = new Map<string | undefined, Set<number>>();
  /** By the trait of an id: whether one of these has it. */
  readonly #traits = new Uint8Array(TRAITS);

  add(id: string | undefined, area: number): void {
    this.#areas.set(id, (this.#areas.get(id) ?? new Set()).add(area));
    this.#traits[traitOf(id)] = 1;
  }

  has(id: string | undefined, area: number): boolean {
    return this.#traits[traitOf(id)] === 1 && this.#areas.get(id)?.has(area) === true;
  }
}

const TRAITS = 2 ** 16;

/** A number below TRAITS by the last characters, in which the ids of a register differ. */
function traitOf(id = ''): number {
  let trait = id.length;
  for (let at = Math.max(0, id.length - 4); at < id.length; at++) trait = (trait << 4) ^ id.charCodeAt(at);
  return trait & (TRAITS - 1);
}
