const BLOCK = 1024;

/**
 * The numbers of shapes in a workbook. They come in blocks of 1,024, each of which belongs to one drawing; no two shapes
 * of the workbook may share a number.
 */
export class ShapeIds {
  readonly #used = new Set<number>();
  readonly #blocks = new Set<number>([0]);

  /** Takes in a drawing that the workbook has. */
  note(drawing: string): void {
    for (const id of shapeIdsIn(drawing)) {
      this.#used.add(id);
      this.#blocks.add(Math.floor(id / BLOCK));
    }
    for (const block of blocksOf(drawing)) this.#blocks.add(block);
  }

  release(id: number): void {
    this.#used.delete(id);
  }

  /** New numbers for a drawing: from its own blocks while they last, then from blocks that nobody has. */
  take(count: number, own: readonly number[]): { readonly ids: readonly number[]; readonly blocks: readonly number[] } {
    const blocks = [...own];
    const ids: number[] = [];
    for (let index = 0; ids.length < count; index++) {
      const block = blocks[index] ?? this.#newBlock();
      if (blocks[index] === undefined) blocks.push(block);
      for (let id = block * BLOCK + 1; id < (block + 1) * BLOCK && ids.length < count; id++) {
        if (this.#used.has(id)) continue;
        this.#used.add(id);
        ids.push(id);
      }
    }
    return { ids, blocks };
  }

  #newBlock(): number {
    const block = [...this.#blocks].reduce((most, one) => Math.max(most, one)) + 1;
    this.#blocks.add(block);
    return block;
  }
}

export function shapeIdOf(shape: string): number | undefined {
  const [, digits] = /_s(\d{1,9})["']/.exec(shape) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The blocks that a drawing says are its own. */
export function blocksOf(drawing: string): readonly number[] {
  const [, list = ''] = /<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["']([^"']*)["']/.exec(drawing) ?? [];
  return list
    .split(',')
    .map((text) => Number(text.trim()))
    .filter((block) => Number.isInteger(block) && block > 0);
}

function shapeIdsIn(drawing: string): readonly number[] {
  return [...drawing.matchAll(/_s(\d{1,9})["']/g)].map(([, digits]) => Number(digits));
}
